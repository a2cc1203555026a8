"""Work that so many of the units do."""

from collections.abc import Iterator
from fractions import Fraction
from math import ceil

from kehoach.cascade.account import Entry
from kehoach.cascade.asking import CEILINGS
from kehoach.cascade.below import Part, Reply
from kehoach.findings import Fault, Related
from kehoach.phrases.quantity import Op
from kehoach.plan import Cascade
from kehoach.rules.registry import ERROR, Grain, rule
from kehoach.rules.targets.tree import asked, named, related
from kehoach.rules.view import View


@rule("TGT203", Grain.TREE, ERROR)
def coverage_reached(view: View) -> Iterator[Fault]:
    """So many of the units do the work as the share says.

    Yes, no and not received are counted apart. Yes alone must reach the share; it is missed for certain only where
    not even every plan still to come could reach it.
    """
    for plan, entry, found in view.whole(asked):
        needed = wanted(entry, len(found)) if entry.cascade is Cascade.COVERAGE else 0
        yes, no, open_ = counted(entry, found)
        if needed and len(yes) + len(open_) < needed:
            places = [part.account.place for part in no if part.account]
            away = tuple(Related(place, "left_out_here") for place in places)
            numbers = {"yes": len(yes), "no": len(no), "unheard": len(open_), "needed": needed, "all": len(found)}
            arguments = {"id": entry.target, "phrase": entry.phrase, **{k: str(v) for k, v in numbers.items()}}
            arguments |= named(tuple(part.unit for part in no), plan, view)
            yield Fault("TGT203", entry.place, entry.pointer, arguments, (*related(entry, (), plan, view), *away))


def wanted(entry: Entry, units: int) -> int:
    """How many of *units* the share asks for; 0 where it asks for no least number."""
    known = entry.quantity
    if known is None or not known.percent or known.op in CEILINGS:
        return 0
    exact = Fraction(known.low) * units / 100
    return int(exact) + 1 if known.op is Op.MORE_THAN else ceil(exact)


def counted(entry: Entry, found: tuple[Part, ...]) -> tuple[list[Part], list[Part], list[Part]]:
    """The units that do the work, that left it out, and that have not been heard."""
    heard = [part for part in found if part.account]
    yes = [part for part in heard if part.account and entry.target in part.account.present]
    return yes, [p for p in heard if p not in yes], [p for p in found if p.reply is Reply.UNHEARD]
