"""What is asked in one measure, said in the measure in which a unit answers; never without the data that it takes."""

from fractions import Fraction
from math import ceil

from kehoach.cascade.asking import CEILINGS, comparable
from kehoach.phrases.quantity import Number, Op, Quantity
from kehoach.records import dataclass, replace

POINTS, RELATIVE = "points", "relative"


@dataclass(frozen=True, slots=True)
class Ground:
    """What a unit's figure rests on: the whole that it is part of, the level that it grows from, and how.

    *growth* is ``points`` (percentage points), ``relative`` or empty where nobody says.
    """

    whole: Quantity | None = None
    baseline: Quantity | None = None
    growth: str = ""


NOTHING = Ground()


def in_terms_of(own: Quantity, asked: Quantity, ground: Ground) -> Quantity | None:
    """*asked* in the measure of *own*, or None where they cannot be compared.

    A share of a known whole is so many of it, rounded up; growth from a known baseline is a level to reach.
    """
    if comparable(own, asked):
        return asked
    if asked.growth and not own.growth:
        level = _level(asked, ground)
        known = ground.baseline
        return replace(_bound(asked, level), percent=own.percent, counting=own.counting) if known and level else None
    if asked.percent and not own.percent and ground.whole and comparable(own, ground.whole):
        number = ceil(Fraction(asked.low) * Fraction(ground.whole.low) / 100)
        return replace(asked, low=number, high=None, percent=False, counting=own.counting, unit=own.unit)
    return None


def _level(asked: Quantity, ground: Ground) -> Number | None:
    """The level that the growth leads to, exact; None where nobody knows from where or in which terms."""
    known, growth = ground.baseline, asked.growth
    if known is None or growth is None:
        return None
    sign = 1 if growth.up else -1
    step = Fraction(asked.low) * sign
    if asked.percent and not known.percent:
        return Fraction(known.low) * (1 + step / 100)
    if not asked.percent:
        return None if known.percent else Fraction(known.low) + step
    terms = POINTS if growth.points else ground.growth
    if terms == POINTS:
        return Fraction(known.low) + step
    return Fraction(known.low) * (1 + step / 100) if terms == RELATIVE else None


def _bound(asked: Quantity, level: Number | None) -> Quantity:
    falling = asked.growth is not None and not asked.growth.up
    op = Op.AT_MOST if falling and asked.op not in CEILINGS else asked.op
    return replace(asked, low=level or 0, high=None, op=op, growth=None)
