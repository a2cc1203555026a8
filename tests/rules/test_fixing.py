"""Fixes: whole, apart, and never twice."""

from hypothesis import given, settings
from hypothesis import strategies as st

from kehoach.findings import Fault
from kehoach.places import Edit, Place
from kehoach.rules.fixing import fixed

TEXT = "abcdefghij"
SPANS = st.tuples(st.integers(0, len(TEXT)), st.integers(0, len(TEXT))).map(sorted)
EDITS = st.builds(lambda span, text: Edit(span[0], span[1], text), SPANS, st.sampled_from(["", "X", "YZ"]))


def fault(*edits: Edit) -> Fault:
    return Fault("DOC102", Place("a"), edits=edits)


def test_nothing_to_fix_changes_nothing() -> None:
    assert fixed(TEXT, [fault()]) == TEXT


def test_edits_are_made_where_they_stand() -> None:
    assert fixed(TEXT, [fault(Edit(8, 9, "-")), fault(Edit(0, 2, "AB!"), Edit(4, 4, "+"))]) == "AB!cd+efgh-j"


def test_a_fault_whose_edits_meet_an_earlier_one_waits_whole() -> None:
    assert fixed(TEXT, [fault(Edit(2, 4, "")), fault(Edit(3, 5, "!"), Edit(8, 9, "!"))]) == "abefghij"


@given(st.lists(EDITS, max_size=4))
@settings(derandomize=True)
def test_what_no_edit_names_stays(edits: list[Edit]) -> None:
    named = {at for edit in edits for at in range(edit.start, edit.end)}
    left = [letter for at, letter in enumerate(TEXT) if at not in named]
    made = iter(fixed(TEXT, [fault(edit) for edit in edits]))
    assert all(letter in made for letter in left)
