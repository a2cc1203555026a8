"""What the units give on the average, where that is asked of them and not so much of each."""

from collections.abc import Sequence
from datetime import date
from fractions import Fraction

from kehoach.cascade.account import Account, Entry
from kehoach.cascade.below import Part
from kehoach.cascade.sums import Total, Verdict, verdict
from kehoach.phrases.quantity import Number
from kehoach.units import Units


def reached(entry: Entry, found: Sequence[Part], plan: Account, units: Units) -> Number | None:
    """The mean of what the units give, exact; None while one is not known.

    Shares have no plain mean, nor has what lies below the units, as nobody knows how much of it each unit has.
    """
    given = [part.quantity for part in found if _is_one(entry.mean, part.unit, plan.day, units)]
    known = [Fraction(one.low) for one in given if one and not one.percent]
    return sum(known, Fraction(0)) / len(known) if known and len(known) == len(found) else None


def _is_one(words: str, unit: str, day: date, units: Units) -> bool:
    """Whether a unit is one of what *words* mean, by its name: Huyện đoàn An Biên is one of *mỗi huyện*."""
    return f"{words} " in f"{units.state(unit, day).name.casefold()} "


def mean_verdict(entry: Entry, found: Sequence[Part], plan: Account, units: Units) -> Verdict:
    """Whether the units reach the mean that is asked."""
    come = reached(entry, found, plan, units)
    if come is None or entry.quantity is None:
        return Verdict.UNKNOWN
    return verdict(entry.quantity, Total(come, come), complete=True)
