"""Work that so many of the units do: who does it, who left it out, who has not been heard."""

from collections.abc import Sequence
from fractions import Fraction
from math import ceil

from kehoach.cascade.account import Entry
from kehoach.cascade.asking import CEILINGS
from kehoach.cascade.below import Part, Reply
from kehoach.cascade.sums import Verdict
from kehoach.phrases.quantity import Op, Quantity

UNITS = frozenset({"organisations", "places"})


def wanted(entry: Entry, units: int) -> int:
    """How many of *units* the share or the number of units asks for; 0 where it asks for no least number."""
    known = entry.quantity
    if known is None or known.op in CEILINGS or not (known.percent or _counts_units(known, units)):
        return 0
    exact = Fraction(known.low) * (Fraction(units, 100) if known.percent else 1)
    return int(exact) + 1 if known.op is Op.MORE_THAN else ceil(exact)


def _counts_units(known: Quantity, units: int) -> bool:
    """Whether so many of the *units* are meant (*ít nhất 06 huyện*), not of what lies below them."""
    return known.sort in UNITS and not known.growth and known.low <= units


def counted(entry: Entry, found: Sequence[Part]) -> tuple[list[Part], list[Part], list[Part]]:
    """The units that do the work, that left it out, and that have not been heard."""
    yes = [part for part in found if part.account and part.account.does(entry.target)]
    no = [part for part in found if part.account and part not in yes]
    return yes, no, [part for part in found if part.reply is Reply.UNHEARD]


def covered(entry: Entry, found: Sequence[Part]) -> Verdict:
    """Whether enough units do the work; *yes* alone counts."""
    yes, _, open_ = counted(entry, found)
    needed = wanted(entry, len(found))
    if not needed or len(yes) < needed <= len(yes) + len(open_):
        return Verdict.UNKNOWN
    return Verdict.REACHED if len(yes) >= needed else Verdict.MISSED
