"""What the units give on the average, where that is asked of them and not so much of each."""

from collections.abc import Sequence
from fractions import Fraction

from kehoach.cascade.account import Account, Entry
from kehoach.cascade.averages import ANY
from kehoach.cascade.below import Part
from kehoach.cascade.sums import Total, Verdict, verdict
from kehoach.phrases.quantity import Number
from kehoach.units import Units


def reached(entry: Entry, found: Sequence[Part], plan: Account, units: Units) -> Number | None:
    """The mean of what the units give, exact; None while one is not known.

    Shares have no plain mean, nor has what lies below the units, as nobody knows how much of it each unit has.
    """
    meant = _meant(entry.mean, tuple(part.unit for part in found), plan, units)
    given = [part.quantity for part in found if part.unit in meant]
    known = [Fraction(one.low) for one in given if one and not one.percent]
    return sum(known, Fraction(0)) / len(known) if known and len(known) == len(found) else None


def _meant(words: str, found: tuple[str, ...], plan: Account, units: Units) -> tuple[str, ...]:
    """Which units *words* mean: by their names, as Huyện đoàn An Biên is one of *mỗi huyện*.

    Where none does, all of them, if the unit above calls those below it so (*các cơ sở Đoàn trực thuộc*).
    """
    if words == ANY:
        return found
    names = {unit: f"{units.state(unit, plan.day).name.casefold()} " for unit in found}
    so_named = tuple(unit for unit in found if any(f"{word} " in names[unit] for word in words.split(", ")))
    below = units.state(plan.unit, plan.day).words.get("below", "").casefold()
    return so_named or (found if f" {words} " in f" {below} " else ())


def mean_verdict(entry: Entry, found: Sequence[Part], plan: Account, units: Units) -> Verdict:
    """Whether the units reach the mean that is asked."""
    come = reached(entry, found, plan, units)
    if come is None or entry.quantity is None:
        return Verdict.UNKNOWN
    return verdict(entry.quantity, Total(come, come), complete=True)
