"""The number and the date of an issued plan."""

from collections.abc import Iterator

from kehoach.findings import Fault, Profile, Severity
from kehoach.plan import Issued, Plan
from kehoach.rules.registry import Grain, rule, since
from kehoach.rules.view import View


@rule("SEC104", Grain.RESOLVED, since(Profile.ISSUED, Severity.ERROR))
def number_and_date(plan: Plan, view: View) -> Iterator[Fault]:
    """An issued plan has its number and its whole date."""
    place = plan.root.get("issued", plan.place)
    for issued in plan.head.issued[:1] if plan.complete and plan.id not in view.finished else ():
        for blank in _blanks(issued):
            yield Fault("SEC104", place, f"issued/{blank}", {"blank": blank})


def _blanks(issued: Issued) -> Iterator[str]:
    if issued.number is None or issued.number.number is None:
        yield "number"
    if issued.date is None or not issued.date.complete:
        yield "date"
