"""Figures that this plan has to supply."""

from collections.abc import Iterator

from kehoach.findings import Fault, Profile, Related, Severity
from kehoach.plan import Figure, Plan, Target
from kehoach.plan.items import GAP, is_blank
from kehoach.rules.registry import Grain, rule, since
from kehoach.rules.targets.figures import figures
from kehoach.rules.view import View


@rule("TGT302", Grain.RESOLVED, since(Profile.SUBMIT, Severity.ERROR))
def figure_filled(plan: Plan, view: View) -> Iterator[Fault]:
    """No figure is left blank when the plan is handed in.

    A total of the level above is never copied down: what this unit does towards it only this unit can say. What
    stands there but cannot be read is said by itself, and so is a plan that does not inherit what it ought to, or an id
    that was mistyped.
    """
    meant = {fault.arguments.get("nearest") for fault in plan.faults if fault.code == "INH203"}
    for target, figure in figures(plan):
        known = figure.phrase.plan == plan.id or (plan.whole and target.id not in meant)
        if known and figure.quantity is None and is_blank(figure.phrase.text):
            yield _blank(plan, target, figure)


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
