"""Who leads an activity, and when it is."""

from collections.abc import Iterator

from kehoach.findings import Fault, Profile, Severity
from kehoach.plan import Activity, Plan
from kehoach.rules.registry import Grain, rule, since
from kehoach.rules.view import View


@rule("SEC108", Grain.RESOLVED, since(Profile.SIGN, Severity.ERROR))
def lead_and_time(plan: Plan, view: View) -> Iterator[Fault]:
    """When a plan goes to be signed, every activity has somebody who leads it and a time.

    What the units below hold by themselves, they lead.
    """
    for item in plan.items():
        if isinstance(item, Activity) and plan.complete and item.text.unit == plan.unit:
            timed = any(value.text.strip() for value, _ in item.when)
            led = any(value.text.strip() for value in item.lead) or item.carrier.words != ("own",)
            lacking = [name for name, there in (("lead", led), ("when", timed)) if not there]
            if lacking and plan.id not in view.finished:
                yield Fault("SEC108", item.text.place, item.id, {"id": item.id, "lacking": "_".join(lacking)})
