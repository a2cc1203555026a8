"""The least that a new plan says, so that what comes down to it can be seen."""

from collections.abc import Iterator

from kehoach.drafting.draft import Branch, Order
from kehoach.kinds import UsualSection
from kehoach.plan import Plan


def skeleton(order: Order, parent: Plan) -> Branch:
    """A plan of *order* under *parent* with nothing but the sections that its kind wants and that do not come down."""
    sections: Branch = {usual.id: {"title": usual.titles[0]} for usual in _missing(order, parent)}
    root: Branch = {"kind": order.kind.id, "unit": order.unit, "year": str(order.year), "inherits": [parent.id]}
    root["issued"] = {"date": f"/{order.day.month:02}/{order.year}"}
    return root | ({"sections": sections} if sections else {})


def _missing(order: Order, parent: Plan) -> Iterator[UsualSection]:
    same = parent.kind == order.kind.id
    there = {section.id for section in parent.walk()} if same else set()
    into = {rule.into for rule in order.kind.takes.get(parent.kind, ())}
    for usual in order.kind.sections:
        if (usual.required and usual.id not in there) or (not same and usual.id in into):
            yield usual
