"""What a figure asks of the units below."""

from collections.abc import Iterator

from kehoach.carriers import known_carrier
from kehoach.findings import Fault, Profile, Severity
from kehoach.plan import Plan, Target
from kehoach.rules.registry import Grain, rule, since
from kehoach.rules.targets.reach import reaches_below
from kehoach.rules.view import View


@rule("TGT301", Grain.RESOLVED, since(Profile.SUBMIT, Severity.ERROR))
def cascade_said(plan: Plan, view: View) -> Iterator[Fault]:
    """A figure that reaches the units below says how theirs and ours hang together.

    Two projects of a province must not become two in every district, and nobody can guess it from the sentence.
    A finished document has no place to say it, and is not asked; a word that means nothing is said by itself.
    """
    if plan.id in view.finished:
        return
    for target, figure in plan.figures():
        carrier = figure.carrier or target.carrier
        said = figure.fields.get("cascade") or target.fields.get("cascade")
        own = plan.id in {figure.phrase.plan, target.text.plan} and not (said and said.text)
        if own and figure.cascade is None and reaches_below(carrier, plan, view) and not _lost(target, plan, view):
            pointer = f"{target.id}.{figure.id}"
            yield Fault("TGT301", figure.phrase.place, pointer, {"id": target.id, "phrase": figure.phrase.text})


def _lost(target: Target, plan: Plan, view: View) -> bool:
    """Whether a target of the level above did not come down, which is said there.

    Its carrier means nobody, or its own cascade is not said or not understood.
    """
    items = [item for above in plan.ancestors for item in above.items() if item.id == target.id]
    waiting = (figure.cascade is None for item in items if isinstance(item, Target) for figure in item.figures)
    return any(waiting) or any(not known_carrier(word, view.units) for item in items for word in item.carrier.words)
