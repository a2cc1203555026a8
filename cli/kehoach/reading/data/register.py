"""Whether the units of the register hang together: parents and levels known, no circles."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from kehoach.findings import Fault, Related
from kehoach.phrases import partial_date
from kehoach.reading.schema.leaves import nearest
from kehoach.records import replace
from kehoach.units import Unit, Units
from kehoach.written import Mapping, Node, Scalar, plain


def tree_faults(root: Mapping) -> Iterator[Fault]:
    """What is wrong with the tree that a register of sound shape describes."""
    held = root.entries["units"]
    assert isinstance(held, Mapping)
    data: dict[str, Any] = plain(root)  # type: ignore[assignment]
    levels = tuple(data.get("levels") or ())
    for id, unit in held.entries.items():
        assert isinstance(unit, Mapping)
        for entry in (unit, *_changes(unit)):
            yield from _unknown(entry, id, "parent", "ORG101", tuple(held.entries))
            yield from _unknown(entry, id, "level", "ORG102", levels)


def _changes(unit: Mapping) -> Iterator[Mapping]:
    changes = unit.get("changes")
    if isinstance(changes, Mapping):
        yield from (change for change in changes.entries.values() if isinstance(change, Mapping))


def _unknown(entry: Mapping, id: str, key: str, code: str, known: tuple[str, ...]) -> Iterator[Fault]:
    node = entry.get(key)
    name = plain(node) if node else None
    if node and isinstance(name, str) and name not in known:
        yield Fault(code, node.place, f"{id}/{key}", {"unit": id, key: name, "nearest": nearest(name, known)})


def span_faults(root: Mapping) -> Iterator[Fault]:
    """The units and levels whose first day lies behind their last one."""
    for held in (root.get("levels"), root.get("units")):
        for id, entry in held.entries.items() if isinstance(held, Mapping) else ():
            since, until = (_first(entry, key) for key in ("since", "until"))
            if since and until and until < since:
                assert isinstance(entry, Mapping)
                said = {"id": id, "since": f"{since:%d/%m/%Y}", "until": f"{until:%d/%m/%Y}"}
                yield Fault("ORG112", entry.entries["until"].place, f"{id}/until", said)


def _first(entry: Node, key: str) -> date | None:
    """The first possible day of a date in *entry*."""
    node = entry.get(key) if isinstance(entry, Mapping) else None
    parsed = partial_date.parse(node.text) if isinstance(node, Scalar) else None
    return parsed.first() if parsed else None


def circles(units: Units) -> tuple[tuple[str, ...], ...]:
    """The units that stand above themselves on some day; each circle once, from its first unit in the file."""
    days = {date.min, *(state.since for unit in units.units.values() for state in unit.states if state.since)}
    found: dict[frozenset[str], tuple[str, ...]] = {}
    for day in sorted(days):
        for id in units.units:
            chain = (id, *units.above(id, day))
            if units.state(chain[-1], day).parent == id:
                found.setdefault(frozenset(chain), chain)
    return tuple(found.values())


def circle_faults(units: Units) -> Iterator[Fault]:
    """Each circle of units, told at its first unit."""
    for first, *others in circles(units):
        related = tuple(Related(units[id].where, "unit_here") for id in others)
        chain = " → ".join((first, *others, first))
        yield Fault("ORG103", units[first].where, first, {"chain": chain}, related)


def uncircled(units: Units) -> Units:
    """*units* as a tree: what stands in a circle stands below nobody of that circle."""
    below = {id: frozenset(circle) for circle in circles(units) for id in circle}
    freed = {id: _freed(unit, below[id]) if id in below else unit for id, unit in units.units.items()}
    return Units(freed, units.levels, units.abbreviations)


def _freed(unit: Unit, circle: frozenset[str]) -> Unit:
    states = (replace(state, parent="") if state.parent in circle else state for state in unit.states)
    return replace(unit, states=tuple(states))
