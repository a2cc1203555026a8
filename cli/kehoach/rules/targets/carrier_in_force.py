"""Who is asked is there to be asked."""

from collections.abc import Iterator

from kehoach.findings import Fault, Related
from kehoach.plan import Item, Plan, Target, Value
from kehoach.plan.history import listed
from kehoach.rules.registry import WARNING, Grain, rule
from kehoach.rules.view import View


@rule("ORG113", Grain.RESOLVED, WARNING)
def carrier_in_force(plan: Plan, view: View) -> Iterator[Fault]:
    """A level or unit that is named as carrier exists on the plan's day.

    What is asked of the districts after the district level has ended is asked of nobody, and nobody is told.
    """
    for item in plan.items():
        for value in _carriers(item):
            if value.plan == plan.id and _gone(value.text, plan, view):
                name, into = _named(value.text, plan, view)
                arguments = {"id": item.id, "carrier": name, "day": f"{plan.day:%d/%m/%Y}", "into": into}
                where = (Related(view.units[value.text].where, "unit_here"),) if value.text in view.units else ()
                yield Fault("ORG113", value.place, f"{item.id}/carrier", arguments, where)


def _carriers(item: Item) -> Iterator[Value]:
    """The words of the carriers that are written for *item* and its figures."""
    figures = item.figures if isinstance(item, Target) else ()
    for fields in (item.fields, *(figure.fields for figure in figures)):
        yield from listed(fields, "carrier")


def _gone(word: str, plan: Plan, view: View) -> bool:
    """Whether *word* is a level or unit that has ended, or has not begun, on the day of *plan*."""
    if word in view.units:
        return not view.units[word].in_force(plan.day)
    level = view.units.levels.get(word)
    return level is not None and bool(
        (level.until and level.until < plan.day) or (level.since and plan.day < level.since)
    )


def _named(word: str, plan: Plan, view: View) -> tuple[str, str]:
    """What *word* is called, and the units that a unit was merged into."""
    if word not in view.units:
        return view.units.levels[word].name, ""
    state = view.units.state(word, plan.day)
    return state.name, ", ".join(view.units.state(unit, plan.day).name for unit in state.into)
