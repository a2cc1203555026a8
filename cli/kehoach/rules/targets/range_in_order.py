"""Ranges whose ends have changed places."""

from collections.abc import Iterator

from kehoach.findings import Fault
from kehoach.plan import Plan
from kehoach.rules.registry import ERROR, Grain, rule
from kehoach.rules.view import View


@rule("TGT205", Grain.RESOLVED, ERROR)
def range_in_order(plan: Plan, view: View) -> Iterator[Fault]:
    """A range begins with its smaller number.

    *80 - 70 đoàn viên* is a slip of the pen, and nobody can tell which of the two numbers was meant as the least.
    """
    for target, figure in plan.figures():
        known = figure.quantity
        if known and known.reversed and figure.phrase.plan == plan.id:
            arguments = {"id": target.id, "phrase": figure.phrase.text}
            yield Fault("TGT205", figure.phrase.place, f"{target.id}.{figure.id}", arguments)
