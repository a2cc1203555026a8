"""A total against what the units add up to."""

from collections.abc import Iterable, Sequence
from enum import StrEnum
from fractions import Fraction

from kehoach.cascade.account import Entry
from kehoach.cascade.asking import CEILINGS, alike, first_for
from kehoach.cascade.below import Part, Reply
from kehoach.phrases.quantity import Number, Op, Quantity
from kehoach.plan import Cascade
from kehoach.records import dataclass, replace
from kehoach.units import State


class Verdict(StrEnum):
    """Whether a figure is reached; *tops*: only if every range is filled to its top."""

    REACHED = "reached"
    TOPS = "tops"
    MISSED = "missed"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Total:
    """What several quantities add up to at least and at most; *strict*: less than that is meant.

    A unit that puts its number into *trên 1.200* does not give more than its number by that.
    """

    low: Number = 0
    high: Number = 0
    strict: bool = False

    def __add__(self, other: "Total") -> "Total":
        return Total(_sum(self.low, other.low), _sum(self.high, other.high), self.strict or other.strict)


def total(quantities: Iterable[Quantity | None]) -> Total:
    """The sum of *quantities*; what is not known adds nothing."""
    known = (Total(q.low, q.low if q.high is None else q.high, q.op is Op.LESS_THAN) for q in quantities if q)
    return sum(known, Total())


def meant(asked: Quantity | None, *, inherited: bool) -> Quantity | None:
    """What a total asks: *trên* counts where it was first said, not once more for those to whom it comes down."""
    return replace(asked, op=Op.AT_LEAST) if asked and inherited and asked.op is Op.MORE_THAN else asked


def verdict(asked: Quantity, come: Total, *, complete: bool) -> Verdict:
    """Whether what came reaches *asked*; *complete*: nothing is still to come.

    What is to come can only add: enough is enough, and a ceiling that is passed stays passed.
    """
    if asked.op in CEILINGS:
        over = come.high > asked.low or (come.high == asked.low and asked.op is Op.LESS_THAN and not come.strict)
        return Verdict.MISSED if over else Verdict.REACHED if complete else Verdict.UNKNOWN
    if _reaches(come.low, asked):
        return Verdict.REACHED
    if not complete:
        return Verdict.UNKNOWN
    return Verdict.TOPS if _reaches(come.high, asked) else Verdict.MISSED


def _reaches(number: Number, asked: Quantity) -> bool:
    return number > asked.low or (number == asked.low and asked.op is not Op.MORE_THAN)


def gap(asked: Quantity, number: Number) -> Number:
    """How much *number* lacks of *asked*, 0 where it lacks nothing; of *trên 1.200* things 1.200 lack one."""
    if asked.op in CEILINGS or _reaches(number, asked):
        return 0
    short = Fraction(asked.low) - Fraction(number)
    things = asked.op is Op.MORE_THAN and not asked.percent and short.denominator == 1
    return _sum(short, int(things))


@dataclass(frozen=True, slots=True)
class Summed:
    """The reckoning of one figure: what came, from whom, and whether it is enough."""

    parts: tuple[Part, ...]
    come: Total
    verdict: Verdict

    def without(self, *replies: Reply) -> tuple[str, ...]:
        """The units whose reply is one of *replies*."""
        return tuple(part.unit for part in self.parts if part.reply in replies)


def summed(entry: Entry, parts: Sequence[Part]) -> Summed:
    """What the units' parts and our own share add up to; a dropped part is nothing, and known to be."""
    own = entry.own.quantity if entry.own else None
    own = own if own and fits(own, entry.quantity, entry.cascade) else None
    come = total([own, *(part.quantity for part in parts)])
    complete = all(part.reply in (Reply.KNOWN, Reply.DROPPED) for part in parts) and not (entry.own and own is None)
    known = meant(entry.quantity, inherited=entry.above is not None)
    return Summed(tuple(parts), come, verdict(known, come, complete=complete) if known else Verdict.UNKNOWN)


def allocated(entry: Entry, units: Sequence[tuple[str, State]]) -> Total | None:
    """What is given to *units* in all, with our own share.

    None where one of them is given nothing that is read, or what measures something else.
    """
    given = [first_for(entry.shares, unit, state) for unit, state in units]
    quantities = [one.quantity if one else None for one in given]
    mine = [entry.own.quantity] if entry.own else []
    known = [one for one in (*quantities, *mine) if one and fits(one, entry.quantity, entry.cascade)]
    return total(known) if given and len(known) == len(quantities) + len(mine) else None


def fits(part: Quantity, whole: Quantity | None, cascade: Cascade | None) -> bool:
    """Whether *part* can be part of *whole*: it measures the same."""
    return whole is None or alike(part, whole, cascade)


def _sum(one: Number, other: Number) -> Number:
    both = one + other
    return both.numerator if both.denominator == 1 else both
