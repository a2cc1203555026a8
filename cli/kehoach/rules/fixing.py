"""Cures applied to the text of a file; nothing but the stretches that they name is touched."""

from collections.abc import Iterable

from kehoach.findings import Fault
from kehoach.places import Edit, edited


def fixed(text: str, faults: Iterable[Fault]) -> str:
    """*text* with the edits of *faults* made.

    The edits of one fault are made all or not at all: where they meet an earlier fault's, they wait for the next run.
    """
    taken: list[Edit] = []
    for fault in faults:
        edits = sorted(set(fault.edits))
        if not any(_meet(edit, other) for edit in edits for other in taken):
            taken += edits
    return edited(text, taken)


def _meet(one: Edit, other: Edit) -> bool:
    return one.start <= other.end and other.start <= one.end
