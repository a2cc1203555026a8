"""Figures that this plan has to supply."""

from collections.abc import Iterator

from kehoach.cascade import allocation
from kehoach.findings import Fault, Profile, Related, Severity
from kehoach.phrases import quantity
from kehoach.plan import Cascade, Figure, Plan, Target
from kehoach.plan.items import GAP, is_blank
from kehoach.rules.registry import Grain, rule, since
from kehoach.rules.view import View


@rule("TGT302", Grain.RESOLVED, since(Profile.SUBMIT, Severity.ERROR))
def figure_filled(plan: Plan, view: View) -> Iterator[Fault]:
    """No figure is left blank when the plan is handed in.

    A total of the level above is never copied down: what this unit does towards it only this unit can say. What
    stands there but cannot be read is said by itself, and so is a plan that does not inherit what it ought to, an id
    that was mistyped, a share that the level above wants to add up, or an allocation that forgets the unit.
    """
    if any(fault.code == "ORG202" for fault in plan.faults):  # nobody is there to fill it
        return
    meant = {fault.arguments.get("nearest") for fault in plan.faults if fault.code == "INH203"}
    for target, figure in plan.figures():
        known = figure.phrase.plan == plan.id or (plan.whole and target.id not in meant)
        blank = known and figure.quantity is None and is_blank(figure.phrase.text)
        if blank and not _summed_share(figure, view) and not _forgotten(plan, figure, view):
            yield _blank(plan, target, figure)


def _forgotten(plan: Plan, figure: Figure, view: View) -> bool:
    """Whether the level right above gives its units their parts and forgot this one, which is said there."""
    above = figure.above
    parts = above.allocate if above and above.cascade is Cascade.SUM and figure.phrase.plan != plan.id else {}
    givers = {value.plan for value in parts.values()}
    state = view.units.state(plan.unit, plan.day)
    right_above = any(one.unit == state.parent and one.id in givers for one in plan.ancestors)
    return right_above and above is not None and allocation(above, plan.unit, state) is None


def _summed_share(figure: Figure, view: View) -> bool:
    """Whether a share is left open only because it was to be added up."""
    read = quantity.parse(figure.phrase.text.replace(GAP, "1"), view.lexicon)
    return figure.cascade is Cascade.SUM and read is not None and read.percent


def _blank(plan: Plan, target: Target, figure: Figure) -> Fault:
    """The fault, placed in this plan: where the phrase is written, else at ``inherits``."""
    written = figure.phrase.place
    arguments = {"id": target.id, "figure": figure.id, "text": target.text.text.replace(GAP, "…")}
    pointer = f"{target.id}.{figure.id}"
    if figure.phrase.plan == plan.id:
        above = (Related(figure.above.phrase.place, "asked_here"),) if figure.above else ()
        return Fault("TGT302", written, pointer, arguments, above)
    place = plan.root.get("inherits", plan.place)
    return Fault("TGT302", place, pointer, arguments, (Related(written, "left_open_here"),))
