"""The part of one unit against the total of all."""

from collections.abc import Iterator

from kehoach.cascade import CEILINGS, allocation, asked_of
from kehoach.cascade.asking import alike
from kehoach.findings import Fault, Related
from kehoach.phrases.quantity import Quantity
from kehoach.plan import Cascade, Figure, Plan, Target, Value
from kehoach.rules.registry import WARNING, Grain, rule
from kehoach.rules.targets.shares import written_shares
from kehoach.rules.view import View

FEW_UNITS, SMALL = 3, 10


@rule("TGT226", Grain.RESOLVED, WARNING)
def unit_within_total(plan: Plan, view: View) -> Iterator[Fault]:
    """One unit of several does not do more than what is asked of all of them together.

    Where it seems to, a dot is too many, a number was written in đồng below a figure in tỷ, or the total of the level
    above was copied. Of small totals (02 dự án) a unit may do more.
    """
    for target, figure in plan.figures():
        above, known = figure.above, figure.quantity
        answers = above and known and figure.phrase.plan == plan.id
        if above and known and answers and _more_than_all(known, above, plan, view):
            yield _fault(target, figure, figure.phrase, above)
        if figure.quantity and _shared(figure, plan.unit, plan, view):
            for value, part in written_shares(target, figure, plan, view):
                if part.quantity and _exceeds(part.quantity, figure.quantity):
                    yield _fault(target, figure, value, figure)


def _more_than_all(known: Quantity, above: Figure, plan: Plan, view: View) -> bool:
    """Whether *known* exceeds the total of *above*, and what the unit that gives it was asked."""
    if not _exceeds(known, above.quantity):
        return False
    giver = _giver(plan, above)
    return bool(giver) and _shared(above, giver, plan, view) and _exceeds(known, _given(above, giver, plan, view))


def _giver(plan: Plan, above: Figure) -> str:
    """The unit whose figure is answered; empty where nobody is found."""
    parents = (one for one in plan.ancestors if one.id in plan.parents)
    return next((one.unit for one in parents for _, figure in one.figures() if figure is above), "")


def _given(above: Figure, giver: str, plan: Plan, view: View) -> Quantity | None:
    """What *giver* itself was asked, so that one number of its own that is too small is not told to all below it."""
    first = above.above
    if first is None or first.quantity is None:
        return above.quantity
    share = allocation(first, giver, view.units.state(giver, plan.day))
    return asked_of(first.quantity, share.text, view.lexicon) if share and share.text else first.quantity


def _shared(figure: Figure, unit: str, plan: Plan, view: View) -> bool:
    """Whether *figure* of *unit* is the sum of what several units do, and no small number."""
    known = figure.quantity
    if known is None or known.percent or known.growth or known.op in CEILINGS or known.reversed:
        return False
    several = len(view.units.below(unit, plan.day)) >= FEW_UNITS
    return several and figure.cascade is Cascade.SUM and known.low >= SMALL


def _exceeds(part: Quantity, whole: Quantity | None) -> bool:
    """Whether even the least of *part* is more than the most of *whole*; what is not known is not exceeded."""
    if whole is None or not alike(part, whole, Cascade.SUM):
        return False
    return part.low > (whole.low if whole.high is None else whole.high)


def _fault(target: Target, figure: Figure, part: Value, whole: Figure) -> Fault:
    arguments = {"id": target.id, "part": part.text, "whole": whole.phrase.text}
    here = (Related(whole.phrase.place, "headline_here"),)
    return Fault("TGT226", part.place, f"{target.id}.{figure.id}", arguments, here)
