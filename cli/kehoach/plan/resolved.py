"""The resolved plan: what a document holds once nothing is left to inherit."""

from collections.abc import Iterator, Mapping
from datetime import date

from kehoach.findings import Fault
from kehoach.places import Place
from kehoach.plan.head import Head
from kehoach.plan.history import Value
from kehoach.plan.items import Deadline, Figure, Item, Target
from kehoach.records import dataclass, field

UNJOINED = frozenset({"INH101", "INH102", "INH103", "INH104", "INH105", "INH106", "INH218"})


@dataclass(frozen=True, slots=True)
class Block:
    """What a section, or its ``own:`` or ``below:`` part, holds: prose first, then items in order."""

    body: Value | None = None
    items: tuple[Item, ...] = ()

    @property
    def empty(self) -> bool:
        """Whether there is nothing to print."""
        return self.body is None and not self.items


@dataclass(frozen=True, slots=True)
class Section:
    """A section with its blocks and sub-sections, in printing order.

    *fields* holds every field by its path (``title``, ``numbering``, ``own/body``, …), as with items.
    """

    id: str
    title: Value | None
    block: Block
    own: Block
    below: Block
    sections: "tuple[Section, ...]"
    fields: Mapping[str, Value]

    @property
    def empty(self) -> bool:
        """Whether nothing under the title would be printed."""
        blocks = (self.block, self.own, self.below)
        return all(b.empty for b in blocks) and all(s.empty for s in self.sections)

    def walk(self) -> "Iterator[Section]":
        """This section and all below it, in printing order."""
        yield self
        for section in self.sections:
            yield from section.walk()

    @property
    def blocks(self) -> Iterator[tuple[str, Block]]:
        """The three blocks by name (empty name: the section itself), in printing order."""
        yield from (("", self.block), ("own", self.own), ("below", self.below))


@dataclass(frozen=True, slots=True)
class Annex:
    """An annex: a part of the document with its own heading and its own ladder of numbers.

    *form* holds the column titles and the number of empty rows of a form to fill; *fields* what else
    is written (``ladder``, ``issuer``, ``allocation``, ``calendar``, ``reasons``).
    """

    id: str
    title: Value
    sections: tuple[Section, ...] = ()
    columns: tuple[Value, ...] = ()
    rows: int = 0
    ladder: tuple[str, ...] = ()
    fields: Mapping[str, Value] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Omission:
    """Something of a parent that this plan drops, with its reason; *words* say what it was."""

    pointer: str
    words: str
    reason: str
    place: Place


@dataclass(frozen=True, slots=True)
class Plan:
    """One plan, resolved. *place* is its file's first line; *root* the place of each top-level key.

    *day* is the day on which its units are looked up: its date, a blank standing for the first day
    that it can be; the first day of its period where no date is written.

    *document* is the text that was signed, where the plan has been issued; *complete* is false for a
    stub: a parent known only on paper. *ancestors* are its parents and theirs, the nearest first.
    *not_taken* are the ids of a parent of another kind that do not belong here; *moved* maps old ids
    to those that they have now; *faults* are what the resolution found. What ``walk``, ``items`` and ``figures``
    find is kept, as many ask for it.
    """

    id: str
    file: str
    kind: str
    unit: str
    year: int
    day: date
    head: Head
    sections: tuple[Section, ...]
    deadlines: tuple[Deadline, ...] = ()
    annexes: tuple[Annex, ...] = ()
    parents: tuple[str, ...] = ()
    ancestors: "tuple[Plan, ...]" = field(default=(), repr=False)
    complete: bool = True
    document: str = ""
    omitted: tuple[Omission, ...] = ()
    not_taken: tuple[str, ...] = ()
    root: Mapping[str, Place] = field(default_factory=dict)
    moved: Mapping[str, str] = field(default_factory=dict)
    faults: tuple[Fault, ...] = ()
    _walked: list[tuple[Section, ...]] = field(default_factory=list, init=False, repr=False, compare=False)
    _listed: list[tuple[Item, ...]] = field(default_factory=list, init=False, repr=False, compare=False)
    _figured: list[tuple[tuple[Target, Figure], ...]] = field(
        default_factory=list, init=False, repr=False, compare=False
    )

    @property
    def depth(self) -> int:
        """How many plans the longest line of inheritance has, this one counted."""
        return 1 + max((plan.depth for plan in self.ancestors[: len(self.parents)]), default=0)

    @property
    def severed(self) -> bool:
        """Whether it does not inherit what it ought to, which is said where it inherits."""
        return any(fault.code in UNJOINED for fault in self.faults)

    @property
    def whole(self) -> bool:
        """Whether all that comes down to it is known: neither it nor a plan above it is severed."""
        return not any(plan.severed for plan in (self, *self.ancestors))

    @property
    def place(self) -> Place:
        """The plan's file as a place."""
        return Place(self.file)

    def walk(self) -> Iterator[Section]:
        """Every section, annexes included, in printing order."""
        if not self._walked:
            self._walked.append(tuple(self._sections()))
        return iter(self._walked[0])

    def _sections(self) -> Iterator[Section]:
        for section in self.sections:
            yield from section.walk()
        for annex in self.annexes:
            for section in annex.sections:
                yield from section.walk()

    def items(self) -> Iterator[Item]:
        """Every normative item, in printing order; the plan's own deadlines last."""
        if not self._listed:
            self._listed.append(tuple(self._items()))
        return iter(self._listed[0])

    def _items(self) -> Iterator[Item]:
        for section in self.walk():
            yield from section.block.items
            yield from section.own.items
            yield from section.below.items
        yield from self.deadlines

    def figures(self) -> Iterator[tuple[Target, Figure]]:
        """Every figure with its target, in printing order."""
        if not self._figured:
            targets = (item for item in self.items() if isinstance(item, Target))
            self._figured.append(tuple((target, figure) for target in targets for figure in target.figures))
        return iter(self._figured[0])
