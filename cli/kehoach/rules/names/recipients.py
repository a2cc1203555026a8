"""Who must act, among those who receive the plan."""

from collections.abc import Iterator

from kehoach.findings import Fault
from kehoach.phrases.choices import bare
from kehoach.plan import Activity, Plan
from kehoach.rules.names.left_over import left_over
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
    addressed = (f"{r.to.text} {' '.join(part.text for part in r.parts)}" for r in plan.head.recipients)
    bodies = (" ".join(names.values()) for names in own.bodies.values())
    known = bare(" ".join((own.name, own.short, *own.words.values(), *bodies, *addressed)))
    told = {passage.whole for passage, _ in left_over(plan, view) if passage.key == "lead"}
    for item in plan.items():
        for lead in item.lead if isinstance(item, Activity) and item.text.unit == plan.unit else ():
            own_words = lead.text.strip() and lead.plan == plan.id and lead.place not in told
            if own_words and bare(lead.text) not in known:
                yield Fault("ORG307", lead.place, f"{item.id}/lead", {"lead": lead.text})
