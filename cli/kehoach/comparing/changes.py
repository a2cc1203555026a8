"""What changed, as facts: no judgement and no sentence."""

from collections.abc import Callable
from enum import StrEnum

from kehoach.comparing.differences import Stretch
from kehoach.comparing.entries import Entry
from kehoach.comparing.pairing import Pair
from kehoach.plan import Value
from kehoach.records import dataclass, replace


class What(StrEnum):
    """What happened to an entry."""

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"
    MOVED = "moved"
    RENAMED = "renamed"


MIRRORED = {What.ADDED: What.REMOVED, What.REMOVED: What.ADDED}
WORDS = "words"
ID = "id"


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a change: the entry, the words in question and where they come from, and what holds the entry."""

    entry: Entry
    words: str
    above: Entry | None = None
    value: Value | None = None


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that happened to one entry.

    *field* names what of the entry: ``words``, a printed field (``when``, ``carrier``), ``figures/<id>``, ``id``;
    it is empty for an entry added, removed or moved. *stretches* lay the two words beside one another. *likeness*
    is that of the pair, None where the ids tell. *rolled*: only the year went by.
    """

    what: What
    field: str
    old: Side | None
    new: Side | None
    stretches: tuple[Stretch, ...] = ()
    likeness: float | None = None
    rolled: bool = False

    @property
    def entry(self) -> Entry:
        """The entry that it happened to, as it is now if it still is."""
        side = self.new or self.old
        assert side
        return side.entry

    @property
    def mirrored(self) -> "Change":
        """The same seen from the other side."""
        what = MIRRORED.get(self.what, self.what)
        stretches = tuple(one.mirrored for one in self.stretches)
        return replace(self, what=what, old=self.new, new=self.old, stretches=stretches)


@dataclass(frozen=True, slots=True)
class Comparison:
    """Everything that changed, in reading order, and the pairs behind it; *years* lie between the two plans."""

    changes: tuple[Change, ...]
    pairs: tuple[Pair, ...]
    years: int = 0

    def keeping(self, wanted: Callable[[Change], bool]) -> "Comparison":
        """The same with the changes that are *wanted* alone."""
        return replace(self, changes=tuple(change for change in self.changes if wanted(change)))

    @property
    def decided(self) -> tuple[Change, ...]:
        """What people decided: the changes that a year does not bring by itself."""
        return tuple(change for change in self.changes if not change.rolled)
