"""Passages found by the words that they hold are those that hold them."""

from collections.abc import Callable

import pytest

from kehoach.commands.checking.checker import Checker
from kehoach.reading.workspace import Workspace
from kehoach.reporting.words import Words
from kehoach.rules.holding import holding, saying
from kehoach.rules.passages import texts

PLAN = """kind: trial
unit: huyen
year: 2024
sections:
  muc_dich:
    title: Mục ĐÍCH
    body: |
      - Ngày hội, ngày hè.
      - Không có gì.

      Hết NGÀY 3/2
bases:
  - Nghị quyết thử ngày 3/2/2024
"""


@pytest.mark.parametrize("traces", [("ngày",), ("đích",), ("3/2", "hội"), ("ngày", "t"), (), ("xyz",)])
def test_holding(laid: Callable[[str], Workspace], traces: tuple[str, ...]) -> None:
    space = laid(PLAN)
    view = Checker(space, Words())._view
    file = space.written("case")
    assert file
    expected = tuple(one for one in texts(file, view) if any(trace in one.text.lower() for trace in traces))
    assert holding(file, view, *traces) == saying(file, view, *traces) == expected


def test_lines_that_are_known_are_asked_again(laid: Callable[[str], Workspace]) -> None:
    view = Checker(laid(PLAN), Words())._view
    file = view.written("case")
    assert file
    for trace, count in (("ngày", 3), ("hội", 1), ("ngày", 3)):
        view.let_go(())
        assert len(holding(file, view, trace)) == count
