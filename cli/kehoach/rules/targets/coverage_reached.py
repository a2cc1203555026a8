"""Work that so many of the units do."""

from collections.abc import Iterator

from kehoach.cascade.coverage import counted, covered, wanted
from kehoach.cascade.sums import Verdict
from kehoach.findings import Fault
from kehoach.plan import Cascade
from kehoach.rules.registry import ERROR, Grain, rule
from kehoach.rules.targets.share_within_all import ALL
from kehoach.rules.targets.tree import asked, left_out, named, place_of, related
from kehoach.rules.view import View


@rule("TGT203", Grain.TREE, ERROR)
def coverage_reached(view: View) -> Iterator[Fault]:
    """So many of the units do the work as the share says.

    Yes, no and not received are counted apart. Yes alone must reach the share; it is missed for certain only where
    not even every plan still to come could reach it.
    """
    for plan, entry, found in view.whole(asked):
        possible = entry.quantity and entry.quantity.low <= ALL
        if possible and entry.cascade is Cascade.COVERAGE and covered(entry, found) is Verdict.MISSED:
            yes, no, open_ = counted(entry, found)
            needed = wanted(entry, len(found))
            away = tuple(left_out(entry, part.account) for part in no if part.account)
            numbers = {"yes": len(yes), "no": len(no), "unheard": len(open_), "needed": needed, "all": len(found)}
            arguments = {"id": entry.target, "phrase": entry.phrase, **{k: str(v) for k, v in numbers.items()}}
            arguments |= named(tuple(part.unit for part in no), plan, view)
            places = (*related(entry, (), plan, view), *away)
            yield Fault("TGT203", place_of(entry, plan), entry.pointer, arguments, places)
