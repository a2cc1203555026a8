"""Sentences that come down to the units below."""

from collections.abc import Iterator

from kehoach.findings import Fault, Profile, Severity
from kehoach.plan import Cascade, Plan, Target
from kehoach.rules.registry import Grain, rule, since
from kehoach.rules.targets.reach import reaches_below
from kehoach.rules.view import View

STAYS = {None, Cascade.NONE}


@rule("TGT303", Grain.RESOLVED, since(Profile.SUBMIT, Severity.WARNING))
def sentence_for_below(plan: Plan, view: View) -> Iterator[Fault]:
    """A target that comes down has a sentence for the unit that receives it.

    Without ``as_child`` each unit prints our own sentence, and "every district helps a village" reads wrongly there.
    """
    for item in plan.items():
        if not isinstance(item, Target) or item.text.unit != plan.unit or "as_child" in item.fields:
            continue
        comes_down = item.achieve or any(figure.cascade not in STAYS for figure in item.figures)
        if comes_down and reaches_below(item.carrier, plan, view):
            yield Fault("TGT303", item.text.place, item.id, {"id": item.id})
