"""Work in several processes: the order is that of the tasks, and one that is stuck or lost stops no other."""

import os
import pickle
import shutil
import sys
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from time import monotonic, sleep

import pytest

from kehoach import processes
from kehoach.commands.rendering.orders import Order, Task, rendered
from kehoach.commands.shell.crew import Crew
from kehoach.errors import KehoachError
from kehoach.hands import Hand
from kehoach.reporting.words import LANGUAGES, Words

WORKSPACE = Path(__file__).parent / "workspace"
ENDLESS = (
    "{% for a in range(9999) %}{% for b in range(9999) %}{% for c in range(9999) %}{% endfor %}" + "{% endfor %}" * 2
)


def told(results: Sequence[object]) -> list[object]:
    """The results, of an error its code."""
    return [one.code if isinstance(one, KehoachError) else one for one in results]


@pytest.mark.parametrize("count", [1, 2, 9])
def test_results_come_in_the_order_of_the_tasks(count: int) -> None:
    assert list(Crew(hex, count, 30).results([3, 2, 1])) == ["0x3", "0x2", "0x1"]


def test_a_lost_process_stops_no_other() -> None:
    results = list(Crew(os._exit, 2, 30).results([1, 1, 1]))
    assert told(results) == ["work_lost"] * 3


def test_a_stuck_process_is_ended() -> None:
    start = monotonic()
    results = list(Crew(sleep, 1, 4).results([0, 60, 0]))
    assert told(results) == [None, "work_too_slow", None]
    assert monotonic() - start < 30
    slow = [one for one in results if isinstance(one, KehoachError)]
    assert all(Words(language).error(slow[0]) for language in LANGUAGES)


@pytest.mark.parametrize(
    ("template", "code"),
    [
        (ENDLESS, "work_too_slow"),
        pytest.param(
            "{{ 'x' * 9999999999 }}",
            "work_too_large",
            marks=pytest.mark.skipif(sys.platform != "linux", reason="only Linux holds memory to a limit"),
        ),
    ],
)
def test_a_template_of_the_workspace_without_measure_is_ended(tmp_path: Path, template: str, code: str) -> None:
    shutil.copytree(WORKSPACE / "plans", tmp_path / "plans")
    own = tmp_path / "templates" / "document.md.j2"
    own.parent.mkdir()
    own.write_text(template, encoding="utf-8")
    id = "huyen/2024-programme"
    task = Task(id, f"plans/{id}.yaml", {"md": tmp_path / "a.md"})
    work = partial(rendered, Order(Words(), tmp_path, "doan"))
    (result,) = Crew(work, 1, 6).results([task])
    said = Words().error(result) if isinstance(result, KehoachError) else result.complaints
    assert Words().error(KehoachError(code, seconds=6)) in said
    assert not (tmp_path / "a.md").exists()


def test_a_hand_goes_with_its_line_in_the_middle_of_a_task() -> None:
    hand = Hand(sleep, 60)
    process = hand.ready()
    assert process.stdin
    pickle.dump(60, process.stdin)
    process.stdin.close()
    assert process.wait(20) == 1
    process.stdin = None
    hand.leave()


def test_what_a_task_prints_is_no_answer() -> None:
    hand = Hand(print, 60)
    assert hand.do("noise") is None
    hand.leave()


def test_a_bug_in_the_work_loses_it() -> None:
    hand = Hand(partial(Words("xx").term), 60)
    with pytest.raises(KehoachError, match="work_lost"):
        hand.do("rendering")
    hand.leave()


def test_the_first_hand_takes_the_process_that_was_started_early() -> None:
    processes.start_early("kehoach.tree")
    [early] = processes._spare
    hand, other = Hand(Words("vi").term, 60), Hand(Words("vi").term, 60)
    assert hand.ready() is early
    assert other.ready() is not early
    assert hand.do("rendering") == other.do("rendering") == Words("vi").term("rendering")
    hand.leave()
    other.leave()


def test_a_process_that_nobody_needed_is_ended() -> None:
    processes.start_early("kehoach.tree")
    [early] = processes._spare
    processes._let_go()
    assert early.returncode is not None
    assert not processes._spare
