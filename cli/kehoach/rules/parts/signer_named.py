"""The name under the signature."""

from collections.abc import Iterator

from kehoach.findings import Fault, Profile, Severity
from kehoach.plan import Plan
from kehoach.rules.registry import Grain, rule, since
from kehoach.rules.view import View


@rule("SEC103", Grain.RESOLVED, since(Profile.SIGN, Severity.ERROR))
def signer_named(plan: Plan, view: View) -> Iterator[Fault]:
    """A plan that goes to be signed says who signs it."""
    if not plan.complete or plan.id in view.finished:
        return
    for issued in plan.head.issued:
        name = issued.signed.name
        if name is None or not name.text.strip():
            place = name.place if name else plan.root.get("issued", plan.place)
            unit = view.units.state(issued.unit, plan.day).name
            yield Fault("SEC103", place, "issued/signed/name", {"unit": unit})
