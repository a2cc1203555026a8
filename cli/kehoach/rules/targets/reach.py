"""Whether a carrier asks something of units below."""

from kehoach.plan import Carrier, Plan
from kehoach.rules.view import View
from kehoach.units import State

BELOW = {("below",), ("whole",)}


def reaches_below(carrier: Carrier, plan: Plan, view: View) -> bool:
    """Whether *carrier*, in *plan*, names or covers a unit below that is in force on the plan's day."""
    day = plan.day
    if carrier.words in BELOW:
        return bool(view.units.below(plan.unit, day))
    under = view.units.under(plan.unit, day)
    return any(_named(carrier, unit, view.units.state(unit, day)) for unit in under)


def _named(carrier: Carrier, unit: str, state: State) -> bool:
    names = {unit, state.level, *(f"group/{group}" for group in state.groups)}
    return not names.isdisjoint(carrier.words)
