"""Who must act, among those who receive the plan."""

import re
from collections.abc import Iterator

from kehoach.findings import Fault
from kehoach.plan import Activity, Plan
from kehoach.rules.registry import INFO, Grain, rule
from kehoach.rules.view import View


@rule("ORG307", Grain.RESOLVED, INFO)
def actors_receive(plan: Plan, view: View) -> Iterator[Fault]:
    """Whoever is to lead an activity receives the plan.

    The unit itself and its own boards are told by the line *Lưu*; others have to be written to.
    """
    if not plan.complete or not plan.head.recipients or plan.id in view.finished:
        return
    own = view.units.state(plan.unit, plan.day)
    addressed = " ".join(_words(f"{r.to.text} {' '.join(part.text for part in r.parts)}") for r in plan.head.recipients)
    for item in plan.items():
        for lead in item.lead if isinstance(item, Activity) and item.text.unit == plan.unit else ():
            known = f"{own.name} {own.short} {' '.join(own.words.values())} {addressed}"
            if lead.text.strip() and lead.plan == plan.id and _words(lead.text) not in _words(known):
                yield Fault("ORG307", lead.place, f"{item.id}/lead", {"lead": lead.text})


def _words(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.lower()))
