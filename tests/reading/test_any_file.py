"""Whatever stands in a file, reading it answers; and what it answers lies in the file."""

from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kehoach.kinds import Kind
from kehoach.phrases.lexicon import Lexicon
from kehoach.reading.schema.leaves import Knowledge
from kehoach.reading.schema.table import table
from kehoach.reading.written_plan import written
from kehoach.reading.yaml.rawtext import RawText
from kehoach.units import State, Unit, Units
from kehoach.written import Written

Reader = Callable[[str], Written]
SAMPLE = Path(__file__).with_name("sample.yaml").read_text(encoding="utf-8")
STATE = State(None, "Huyện đoàn Hòa An", "Hòa An", "huyen", "")
UNITS = Units({"huyen_doan": Unit("huyen_doan", (STATE,))})
KINDS = {"annual_programme": Kind("annual_programme", "", "", "", "")}
PIECES = st.sampled_from(
    [
        "\n",
        "  ",
        "\t",
        ": ",
        " #",
        "- ",
        "-",
        '"',
        "'",
        "{{",
        "[",
        "}",
        "*",
        "&a ",
        "!b ",
        "|",
        ">-",
        "\u00a0",
        "\r",
        "?",
        "\x00",
    ]
)
CHANGES = st.lists(st.tuples(st.integers(0, len(SAMPLE)), st.integers(0, 12), PIECES | st.just("")), max_size=5)


def mutilated(changes: list[tuple[int, int, str]]) -> str:
    """The sample with stretches cut out and pieces put in."""
    text = SAMPLE
    for at, length, piece in changes:
        text = text[:at] + piece + text[at + length :]
    return text


@pytest.fixture(scope="module")
def read(lexicon: Lexicon) -> Reader:
    """What stands in a text as a plan file."""
    about = Knowledge(UNITS, KINDS, lexicon, table("plan").reserved)
    return lambda text: written(text.encode(), "a", "plans/a.yaml", table("plan"), about)


@given(CHANGES)
@settings(derandomize=True, max_examples=300, deadline=None)
def test_a_mutilated_plan_is_answered_inside_its_file(read: Reader, changes: list[tuple[int, int, str]]) -> None:
    plan = read(mutilated(changes))
    raw = RawText(plan.text, plan.file)
    for fault in plan.faults:
        start, end = raw.span(fault.place)
        assert 0 <= start <= end <= len(plan.text) + 1
        edits = sorted(fault.edits)
        assert all(0 <= edit.start <= edit.end <= len(plan.text) for edit in edits)
        assert all(one.end <= other.start for one, other in pairwise(edits))


@given(st.text(max_size=60))
@settings(derandomize=True, max_examples=300, deadline=None)
def test_any_text_is_answered(read: Reader, text: str) -> None:
    plan = read(text.encode("utf-8", "replace").decode())
    assert plan.faults and plan.broken
