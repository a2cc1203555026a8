"""Shares that were to be added up."""

from collections.abc import Iterator

from kehoach.findings import Fault
from kehoach.plan import Cascade, Plan
from kehoach.rules.registry import ERROR, Grain, rule
from kehoach.rules.view import View


@rule("TGT304", Grain.RESOLVED, ERROR)
def percent_not_summed(plan: Plan, view: View) -> Iterator[Fault]:
    """A percentage is not the sum of the units' percentages.

    Eight districts at 80 % are not 640 %; what is meant is a rate that each unit keeps, or a number.
    """
    for target, figure in plan.figures():
        said = figure.fields.get("cascade") or target.fields.get("cascade")
        summed = figure.cascade is Cascade.SUM and figure.quantity is not None and figure.quantity.percent
        if said and summed and said.plan == plan.id:
            arguments = {"id": target.id, "phrase": figure.phrase.text}
            yield Fault("TGT304", said.place, f"{target.id}.{figure.id}/cascade", arguments)
