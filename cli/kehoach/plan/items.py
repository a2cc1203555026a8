"""Normative items: targets with their figures, activities, deadlines, and who carries them."""

from collections.abc import Mapping
from enum import StrEnum

from kehoach.phrases.quantities.model import Quantity
from kehoach.phrases.times.when import Period
from kehoach.plan.history import Value
from kehoach.records import dataclass, field


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


GAP = "{{ gap }}"


def is_blank(phrase: str) -> bool:
    """Whether the number of a phrase is still to be filled; one that nobody can read is no blank."""
    return not phrase.strip() or GAP in phrase


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
