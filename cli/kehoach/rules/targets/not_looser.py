"""A unit's own figure against what the level above asks of each unit."""

from collections.abc import Iterator

from kehoach.cascade import FLOORS, allocation, looser
from kehoach.findings import Fault, Related
from kehoach.phrases import quantity
from kehoach.phrases.quantity import Quantity
from kehoach.plan import Figure, Plan, Policy, Target
from kehoach.rules.registry import ERROR, Grain, rule
from kehoach.rules.targets.figures import figures
from kehoach.rules.view import View


@rule("TGT201", Grain.RESOLVED, ERROR)
def not_looser(plan: Plan, view: View) -> Iterator[Fault]:
    """A unit asks of itself at least what the level above asks of each unit.

    What is asked of every unit (``each``, ``rate``, ``same``) is a floor: an own figure may be higher, never lower.
    """
    for target, figure in figures(plan):
        if figure.above and figure.phrase.plan == plan.id:
            yield from _compared(plan, target, figure, view)


def _compared(plan: Plan, target: Target, figure: Figure, view: View) -> Iterator[Fault]:
    above = figure.above
    floor = above and above.cascade in FLOORS and above.policy is not Policy.LOCKED
    asked = _asked(above, plan, view) if above and floor else None
    if above and asked and figure.quantity and looser(figure.quantity, asked):
        arguments = {"id": target.id, "own": figure.phrase.text, "asked": asked.written, "plan": above.phrase.plan}
        related = (Related(above.phrase.place, "asked_here"),)
        yield Fault("TGT201", figure.phrase.place, f"{target.id}.{figure.id}", arguments, related)


def _asked(above: Figure, plan: Plan, view: View) -> Quantity | None:
    """The unit's allocation put into the phrase of the level above, else that phrase."""
    share = allocation(above, plan.unit, view.units.state(plan.unit, plan.day))
    if share is None or above.quantity is None:
        return above.quantity
    bare = quantity.parse(share.text, view.lexicon)
    if bare is None or not bare.number_alone:
        return bare
    return quantity.parse(quantity.with_number(above.quantity, share.text), view.lexicon)
