"""Targets that wait above: nobody said yet what they ask of the units."""

from collections.abc import Sequence

from kehoach.carriers import OWN
from kehoach.plan import Plan, Target


def waiting_above(id: str, parents: Sequence[Plan]) -> Target | None:
    """The target *id* of *parents*, or of the plans above them, if it has a figure for the units without a cascade."""
    plans = [plan for parent in parents for plan in (parent, *parent.ancestors)]
    found = (item for plan in plans for item in plan.items() if isinstance(item, Target) and item.id == id)
    return next((target for target in found if _waits(target)), None)


def _waits(target: Target) -> bool:
    return any(f.cascade is None and (f.carrier or target.carrier) != OWN for f in target.figures)
