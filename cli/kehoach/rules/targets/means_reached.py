"""A mean that is asked of the units against the mean of what they give."""

from collections.abc import Iterator
from fractions import Fraction

from kehoach.cascade import CEILINGS, FLOORS
from kehoach.cascade.means import mean_verdict, reached
from kehoach.cascade.sums import Verdict, gap
from kehoach.findings import Fault
from kehoach.rules.registry import ERROR, Grain, rule
from kehoach.rules.targets.rates_reached import rounded_down
from kehoach.rules.targets.sum_reached import AMBITION
from kehoach.rules.targets.tree import amount, asked, place_of, related
from kehoach.rules.view import View


@rule("TGT222", Grain.TREE, ERROR)
def means_reached(view: View) -> Iterator[Fault]:
    """What the units give comes to the mean that is asked of them.

    *Trung bình mỗi huyện đoàn 2.000 cây* lets one district plant less where another plants more: it is no floor of
    each. While a unit has not been heard the answer is not known; of shares nobody can tell without the sizes.
    """
    for plan, entry, found in view.whole(asked):
        known = entry.quantity
        if not entry.mean or entry.cascade not in FLOORS or known is None or known.op in CEILINGS:
            continue
        come = reached(entry, found, plan, view.units)
        if come is not None and mean_verdict(entry, found, plan, view.units) is Verdict.MISSED:
            shown = Fraction(rounded_down(come).replace(".", "").replace(",", "."))
            arguments = {"id": entry.target, "phrase": entry.phrase, "total": amount(shown, known)}
            code = AMBITION if known.ambition else "TGT222"
            arguments |= {"gap": amount(gap(known, shown), known)} if code == AMBITION else {}
            yield Fault(code, place_of(entry, plan), entry.pointer, arguments, related(entry, found, plan, view))
