"""Whom an allocation gives something."""

from collections.abc import Iterator

from kehoach.findings import Fault, Related
from kehoach.plan import Figure, Plan, Target
from kehoach.rules.registry import ERROR, Grain, rule
from kehoach.rules.targets.allocating import Keys, headline_of, place_of, written_keys
from kehoach.rules.view import View


@rule("TGT211", Grain.RESOLVED, ERROR)
def allocation_of_units(plan: Plan, view: View) -> Iterator[Fault]:
    """An allocation gives every unit that is asked its part once, and nobody else.

    Units are those in force on the plan's day: one that was merged into another gives its place to that other. Where
    the carrier is narrowed against the level above, that is said alone.
    """
    said = set()
    narrowed = {fault.arguments["id"] for fault in plan.faults if fault.code == "INH303"}
    listed = written_keys(plan, view)
    for target, figure in plan.figures():
        wrong = listed.get((target.id, figure.id))
        if wrong and not wrong.sound and target.id not in narrowed:
            fault = _fault(wrong, target, figure, plan, view)
            if fault.place not in said:
                said.add(fault.place)
                yield fault


def _fault(wrong: Keys, target: Target, figure: Figure, plan: Plan, view: View) -> Fault:
    idle = next(
        (share for key, share in figure.allocate.items() if key.endswith(tuple(wrong.stale + wrong.strangers))), None
    )
    place = idle.place if idle else place_of(plan, next(iter(figure.allocate.values())), view)
    arguments = {
        "id": target.id,
        "day": f"{plan.day:%d/%m/%Y}",
        "missing": _named(wrong.missing, plan, view),
        "stale": "; ".join(_ended(id, plan, view) for id in wrong.stale),
        "strangers": _named(wrong.strangers, plan, view),
        "twice": _named(wrong.twice, plan, view),
    }
    known = [view.units[id].where for id in (*wrong.stale, *wrong.missing) if id in view.units]
    here = tuple(Related(where, "unit_here") for where in dict.fromkeys(known))
    pointer = f"{target.id}.{figure.id}/allocate"
    return Fault("TGT211", place, pointer, arguments, (*headline_of(figure), *here))


def _named(ids: tuple[str, ...], plan: Plan, view: View) -> str:
    return ", ".join(_name(id, plan, view) for id in ids)


def _name(id: str, plan: Plan, view: View) -> str:
    if id in view.units:
        return view.units.state(id, plan.day).name
    return view.units.levels[id].name if id in view.units.levels else id


def _ended(id: str, plan: Plan, view: View) -> str:
    """The name of what is no longer there, and what it became, if that is known."""
    states = view.units[id].states if id in view.units else ()
    into = [name for state in states for name in state.into]
    became = _named(tuple(dict.fromkeys(into)), plan, view)
    return f"{_name(id, plan, view)} (→ {became})" if became else _name(id, plan, view)
