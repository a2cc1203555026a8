"""Two plans of one unit of which only one can be counted."""

from collections.abc import Iterator

from kehoach.findings import Fault, Profile, Related, Severity
from kehoach.rules.registry import Grain, rule, since
from kehoach.rules.targets.tree import accounts
from kehoach.rules.view import View


@rule("TGT224", Grain.TREE, since(Profile.SUBMIT, Severity.WARNING))
def plan_once(view: View) -> Iterator[Fault]:
    """A unit has one plan of a kind a year, or says which one it replaces.

    Of two the level above counts only one, that which is named after the unit if there is one. Of a kind without a
    usual subject a unit may have several.
    """
    known = view.whole(accounts)
    for (unit, kind, year), plans in known.by_unit.items():
        if not view.kinds[kind].subject or any(plan.replaces for plan in plans):
            continue
        for plan in plans[1:]:
            name = view.units.state(unit, plan.day).name
            arguments = {"unit": name, "kind": view.kinds[kind].name, "year": str(year), "plan": plans[0].id}
            yield Fault("TGT224", plan.top, "unit", arguments, (Related(plans[0].top, "other_plan_here"),))
