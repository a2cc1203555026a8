"""A comparison made ready for being said: its changes as lines under the sections of the new plan."""

from collections.abc import Iterator
from itertools import groupby

from kehoach.comparing.changes import Change, Comparison, Side, What
from kehoach.comparing.differences import Kept
from kehoach.comparing.entries import TITLED
from kehoach.comparing.judging import reasons, weight
from kehoach.comparing.targets import Printed, target_lines
from kehoach.contrast import Chapter, Contrast, Line, Piece
from kehoach.places import Place
from kehoach.records import dataclass


@dataclass(frozen=True, slots=True)
class Named:
    """A side of a comparison as the reader names it; *printed* tells where an entry of it is read.

    *omitted* are the ids of what the plan *plan* itself leaves out of the plans above.
    """

    name: str
    plan: str
    printed: Printed
    omitted: frozenset[str] = frozenset()


def contrast(comparison: Comparison, old: Named, new: Named) -> Contrast:
    """What *comparison* holds, in lines."""
    found = [(_title(change), _line(change, old, new)) for change in comparison.changes]
    chapters = [
        Chapter(title, tuple(line for _, line in group)) for title, group in groupby(found, key=lambda one: one[0])
    ]
    return Contrast(old.name, new.name, tuple(chapters), tuple(target_lines(comparison, new.printed)))


def _title(change: Change) -> str:
    """The heading under which a change is told: that of the section which holds it, or which it is."""
    side = change.new or change.old
    assert side
    if side.entry.sort in TITLED:
        return side.entry.words
    return side.above.words if side.above else ""


def _line(change: Change, old: Named, new: Named) -> Line:
    side, named = (change.new, new) if change.new else (change.old, old)
    assert side
    return Line(
        what=change.what.value,
        sort=side.entry.sort.value,
        field=change.field,
        weight=weight(change).name.lower(),
        reasons=tuple(reason.value for reason in reasons(change)),
        printed=named.printed(side.entry),
        old=change.old.words if change.old else "",
        new=change.new.words if change.new else "",
        pieces=tuple(_pieces(change)),
        old_pointer=change.old.entry.pointer if change.old else "",
        new_pointer=change.new.entry.pointer if change.new else "",
        old_place=_place(change.old),
        new_place=_place(change.new),
        likeness=change.likeness,
        by=_by(change, old, new),
    )


def _place(side: Side | None) -> Place | None:
    return side.value.place if side and side.value else None


def _by(change: Change, old: Named, new: Named) -> str:
    """The other plan from which a change comes: that which wrote what stands there now, or took away what did."""
    if change.new:
        value = change.new.value
    else:
        gone = change.old if change.entry.id not in new.omitted and old.plan == new.plan else None
        value = gone.value if gone else None
    return value.plan if value and value.plan != new.plan else ""


def _pieces(change: Change) -> Iterator[Piece]:
    """The old and the new words in one row; white space goes with the words behind it."""
    if not (change.old and change.new) or change.what is What.MOVED:
        kept = {What.ADDED: "added", What.REMOVED: "removed"}.get(change.what, "same")
        side = change.new or change.old
        yield from (Piece(kept, side.words) for side in [side] if side)
        return
    ends = (0, 0)
    for one in change.stretches:
        gone, come = change.old.words[ends[0] : one.old[1]], change.new.words[ends[1] : one.new[1]]
        if one.kept is Kept.CHANGED:
            yield from (Piece(kept, text) for kept, text in (("removed", gone), ("added", come)) if text)
        else:
            yield Piece(one.kept.value, come, gone if one.kept is Kept.ROLLED else "")
        ends = (one.old[1], one.new[1])
