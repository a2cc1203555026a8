"""Deadlines against those of the level above."""

from collections.abc import Iterator

from kehoach.findings import Fault, Related
from kehoach.phrases.period import Grain as Fineness
from kehoach.plan import Deadline, Plan
from kehoach.rules.registry import WARNING, Grain, rule
from kehoach.rules.view import View


@rule("CAL118", Grain.RESOLVED, WARNING)
def due_before_above(plan: Plan, view: View) -> Iterator[Fault]:
    """What we ask of our units is due no later than what the level above asks of us.

    Otherwise our own report has to be written before theirs have come.
    """
    asked = {item.id: item for parent in plan.ancestors for item in _deadlines(parent)}
    for item in _deadlines(plan):
        above = asked.get(item.id)
        if above and item.due and above.due and item.due.plan == plan.id and _later(item, above):
            arguments = {"due": item.due.text, "above": above.due.text, "plan": above.due.plan}
            related = (Related(above.due.place, "asked_here"),)
            yield Fault("CAL118", item.due.place, f"{item.id}/due", arguments, related)


def _later(item: Deadline, above: Deadline) -> bool:
    ours, theirs = item.period, above.period
    days = ours and theirs and ours.grain is theirs.grain is Fineness.DAY
    return bool(ours and theirs and days and not ours.recurrence and ours.last > theirs.last)


def _deadlines(plan: Plan) -> Iterator[Deadline]:
    for item in plan.items():
        if isinstance(item, Deadline):
            yield from _with_children(item)


def _with_children(item: Deadline) -> Iterator[Deadline]:
    yield item
    for child in item.children:
        yield from _with_children(child)
