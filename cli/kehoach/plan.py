"""The resolved plan: what a document holds once nothing is left to inherit.

Every text of a plan is a ``Value``: words with the whole history of how they came here. Placeholders
(``{{ unit.name }}``) still stand in them and are filled when the document is composed.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from kehoach.findings import Fault
from kehoach.phrases.citation import Citation
from kehoach.phrases.document_number import DocumentNumber
from kehoach.phrases.partial_date import PartialDate
from kehoach.phrases.period import Period
from kehoach.phrases.quantity import Quantity
from kehoach.places import Place


class Verb(StrEnum):
    """What a plan did to a value."""

    WRITTEN = "written"  # stands in this plan for the first time
    OVERRIDDEN = "overridden"  # written anew over the upper plan's
    AS_CHILD = "as_child"  # came down as the upper plan's sentence for its units
    ALLOCATED = "allocated"  # came down as this unit's share
    LEFT_OPEN = "left_open"  # came down as a blank to fill
    REPLACED = "replaced"  # taken whole by ``replace: true``
    TAKEN = "taken"  # chosen among several parents by ``take:``
    BY_KIND = "by_kind"  # supplied by the kind of document


@dataclass(frozen=True, slots=True)
class Step:
    """One step in the history of a value: which plan did what, where it is written, and why."""

    plan: str
    verb: Verb
    place: Place
    because: str = ""


@dataclass(frozen=True, slots=True)
class Value:
    """Words of a plan, the unit that wrote them, and their history, oldest step first."""

    text: str
    unit: str
    chain: tuple[Step, ...]

    @property
    def place(self) -> Place:
        """Where the words as they are now were written."""
        return self.chain[-1].place

    @property
    def plan(self) -> str:
        """The id of the plan that had the last word."""
        return self.chain[-1].plan


class Policy(StrEnum):
    """What the plans below may do with a value."""

    FREE = "free"
    LOCKED = "locked"
    FILL = "fill"


class Cascade(StrEnum):
    """How a figure of this level and the figures of the level below hang together (DESIGN: per figure)."""

    SUM = "sum"
    EACH = "each"
    RATE = "rate"
    COVERAGE = "coverage"
    SAME = "same"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Carrier:
    """Who carries an item: ``own``, ``below``, ``whole``, or levels, groups (``group/…``) and units."""

    words: tuple[str, ...]

    @property
    def is_list(self) -> bool:
        """Whether the carrier names levels, groups or units instead of one of the three words."""
        return self.words not in {("own",), ("below",), ("whole",)}


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure quoted out of a target's sentence.

    *phrase* holds the words as they stand in the sentence from *start* to *end* (code points of the
    target's text). *quantity* is None where the figure is a blank still to be filled. *above* is the
    figure of the parent plan that this one answers. *fields* holds every key by its path below the
    figure (``phrase``, ``subset_of``, ``own_share``, ``allocate/huyen``, …).
    """

    id: str
    phrase: Value
    quantity: Quantity | None
    start: int
    end: int
    cascade: Cascade | None = None
    policy: Policy = Policy.FREE
    carrier: Carrier | None = None
    allocate: Mapping[str, Value] = field(default_factory=dict)
    fields: Mapping[str, Value] = field(default_factory=dict)
    above: "Figure | None" = None


@dataclass(frozen=True, slots=True)
class Item:
    """What the three sorts of normative items share; *section* is empty for the plan's own deadlines.

    *block* is ``own``, ``below`` or empty: the part of the section that prints the item. *fields*
    holds every field of the item by its path below the item (``text``, ``figures/value/phrase``,
    ``when/1``); the typed attributes are what those fields mean.
    """

    id: str
    section: str
    block: str
    text: Value
    carrier: Carrier
    policy: Policy
    fields: Mapping[str, Value]

    @property
    def sort(self) -> str:
        """The word of its class in the plan language: ``target``, ``activity``, ``deadline``."""
        return type(self).__name__.lower()


@dataclass(frozen=True, slots=True)
class Target(Item):
    """A sentence with its figures; *achieve* marks one without a figure."""

    figures: tuple[Figure, ...] = ()
    achieve: bool = False


@dataclass(frozen=True, slots=True)
class Activity(Item):
    """Something to be done at some time; *when* keeps each phrase with what it means (None: not read)."""

    when: tuple[tuple[Value, Period | None], ...] = ()
    lead: tuple[Value, ...] = ()
    partners: tuple[Value, ...] = ()


@dataclass(frozen=True, slots=True)
class Deadline(Item):
    """Something to be handed in; *children* are its own parts, each with its own time."""

    due: Value | None = None
    period: Period | None = None
    children: "tuple[Deadline, ...]" = ()


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
class Signed:
    """The foot: for whom (``for:``, a body), in which office, by what name; blanks are empty texts."""

    on_behalf: Value | None = None
    form: Value | None = None
    office: Value | None = None
    name: Value | None = None


@dataclass(frozen=True, slots=True)
class Issued:
    """Who issues the plan, under which number, on which day."""

    unit: str
    body: Value | None = None
    number: DocumentNumber | None = None
    department: Value | None = None
    date: PartialDate | None = None
    signed: Signed = Signed()


@dataclass(frozen=True, slots=True)
class Basis:
    """A line of the căn cứ: words as written, or the plan that it cites (*plan*, words made from its head)."""

    text: Value
    plan: str = ""
    citation: Citation | None = None


@dataclass(frozen=True, slots=True)
class Recipient:
    """A line of the nơi nhận; *parts* are the sub-addressees, *archive* marks the ``Lưu`` line."""

    to: Value
    parts: tuple[Value, ...] = ()
    purpose: Value | None = None
    copies: Value | None = None
    archive: bool = False


@dataclass(frozen=True, slots=True)
class Theme:
    """The theme of the year and where it is printed (``title``, ``first_line``, ``opening``, …)."""

    text: Value
    place: str = "title"


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
class Head:
    """The keys of a plan that are never inherited (save *theme*); *fields* holds the remaining ones."""

    subject: Value
    issued: tuple[Issued, ...]
    bases: tuple[Basis, ...] = ()
    opening: tuple[Value, ...] = ()
    theme: Theme | None = None
    closing: Value | None = None
    recipients: tuple[Recipient, ...] = ()
    labels: Mapping[str, Value] = field(default_factory=dict)
    marks: Mapping[str, Value] = field(default_factory=dict)
    style: Mapping[str, str] = field(default_factory=dict)
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

    *document* is the text that was signed, where the plan has been issued; *complete* is false for a stub: a parent known only on paper. *ancestors* are its parents and
    theirs, the nearest first. *not_taken* are the ids of a parent of another kind that do not belong
    here; *moved* maps old ids to those that they have now; *faults* are what the resolution found.
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

    @property
    def depth(self) -> int:
        """How many plans the longest line of inheritance has, this one counted."""
        return 1 + max((plan.depth for plan in self.ancestors[: len(self.parents)]), default=0)

    @property
    def place(self) -> Place:
        """The plan's file as a place."""
        return Place(self.file)

    def walk(self) -> Iterator[Section]:
        """Every section, annexes included, in printing order."""
        for section in self.sections:
            yield from section.walk()
        for annex in self.annexes:
            for section in annex.sections:
                yield from section.walk()

    def items(self) -> Iterator[Item]:
        """Every normative item, in printing order; the plan's own deadlines last."""
        for section in self.walk():
            for _, block in section.blocks:
                yield from block.items
        yield from self.deadlines
