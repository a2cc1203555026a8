"""Plans of units that do not follow the plan above them."""

from collections.abc import Iterator

from kehoach.cascade.below import stray_of
from kehoach.findings import Fault, Profile, Related, Severity
from kehoach.rules.registry import Grain, rule, since
from kehoach.rules.targets.tree import accounts
from kehoach.rules.view import View


@rule("TGT215", Grain.TREE, since(Profile.SUBMIT, Severity.WARNING))
def plan_joined(view: View) -> Iterator[Fault]:
    """A unit's plan inherits the plan of the unit above, of the same kind and year.

    Otherwise nothing of it is counted above, and nothing that was asked reaches it. What is wrong under ``inherits`` is
    said there. Of a kind without a usual subject a
    unit may have several plans a year, each about something else; of those nothing is expected.
    """
    known = view.whole(accounts)
    said: set[str] = set()
    for plan in known.by_id.values():
        if not view.kinds[plan.kind].subject:
            continue
        for unit in view.units.below(plan.unit, plan.day):
            stray = stray_of(unit, plan, known)
            if stray and not stray.severed and stray.id not in said:
                said.add(stray.id)
                arguments = {"plan": plan.id, "unit": view.units.state(plan.unit, plan.day).name}
                yield Fault("TGT215", stray.place, "inherits", arguments, (Related(plan.top, "plan_above"),))
