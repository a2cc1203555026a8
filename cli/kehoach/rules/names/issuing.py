"""The body that issues a plan, and in which capacity it is signed."""

from collections.abc import Iterator
from difflib import get_close_matches

from kehoach.findings import Fault
from kehoach.plan import Plan, Value
from kehoach.rules.registry import ERROR, Grain, rule
from kehoach.rules.view import View


@rule("ORG308", Grain.RESOLVED, ERROR)
def body_known(plan: Plan, view: View) -> Iterator[Fault]:
    """The body that issues, or on whose behalf a plan is signed, is one of the unit's.

    Another word would print the unit's own name instead. Behalf may also be said in words (*Ban Chỉ đạo hè*).
    """
    for issued in plan.head.issued if plan.id not in view.finished else ():
        bodies = view.units.state(issued.unit, plan.day).bodies
        signed = issued.signed.on_behalf
        behalf = signed if signed and " " not in signed.text.strip() else None
        for value, pointer in ((issued.body, "issued/body"), (behalf, "issued/signed/for")):
            if value and value.text.strip() and value.text not in bodies:
                yield _fault("ORG308", value, pointer, tuple(bodies))


@rule("ORG309", Grain.RESOLVED, ERROR)
def capacity_known(plan: Plan, view: View) -> Iterator[Fault]:
    """The form of a signature is one that is used: TM, KT, TL, TUQ, Q.

    Any other is printed as if nothing had been said.
    """
    known = view.lexicon.words("names", "capacities")
    for issued in plan.head.issued if plan.id not in view.finished else ():
        form = issued.signed.form
        if form and form.text.strip() and form.text.rstrip(".") not in known:
            yield _fault("ORG309", form, "issued/signed/form", known)


def _fault(code: str, value: Value, pointer: str, known: tuple[str, ...]) -> Fault:
    nearest = next(iter(get_close_matches(value.text, known, 1, 0.4)), "")
    return Fault(code, value.place, pointer, {"word": value.text, "known": ", ".join(known), "nearest": nearest})
