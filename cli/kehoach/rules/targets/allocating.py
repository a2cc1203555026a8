"""Allocations as they are written: whom their keys mean, and where they stand."""

from collections.abc import Iterator

from kehoach.carriers import descended
from kehoach.cascade.asking import keys_of
from kehoach.findings import Related
from kehoach.places import Place
from kehoach.plan import Figure, Plan, Target, Value
from kehoach.records import dataclass
from kehoach.rules.view import View
from kehoach.written import Mapping, Node, Sequence

EXCEPT, GROUP = "except/", "group/"


@dataclass(frozen=True, slots=True)
class Keys:
    """What is wrong with the keys of an allocation: units (or levels, groups) by their ids.

    *missing* are asked but given nothing, *stale* are no longer or not yet there, *strangers* are not asked,
    *twice* belong to two groups that are both given something.
    """

    missing: tuple[str, ...]
    stale: tuple[str, ...]
    strangers: tuple[str, ...]
    twice: tuple[str, ...]

    @property
    def sound(self) -> bool:
        """Whether every unit is given its part once, and nobody else anything."""
        return not (self.missing or self.stale or self.strangers or self.twice)


def keys(plan: Plan, target: Target, figure: Figure, view: View) -> Keys | None:
    """The keys of the allocation of *figure* against the units that it asks something of; None if one means nobody."""
    day = plan.day
    below = view.units.below(plan.unit, day)
    carrier = figure.carrier or target.carrier
    asked = [u for u in below if descended(carrier, plan.unit, u, view.units, day) is not None]
    meant = {
        unit: [key for key in keys_of(unit, view.units.state(unit, day)) if key in figure.allocate] for unit in asked
    }
    if any(_unknown(key, view) for key in figure.allocate):
        return None
    hit = {key for some in meant.values() for key in some}
    idle = [key for key in figure.allocate if key not in hit]
    return Keys(
        tuple(unit for unit, some in meant.items() if not some),
        tuple(_bare(key) for key in idle if _gone(_bare(key), plan, view)),
        tuple(_bare(key) for key in idle if not _gone(_bare(key), plan, view)),
        tuple(unit for unit, some in meant.items() if len([key for key in some if key.startswith(GROUP)]) > 1),
    )


def _bare(key: str) -> str:
    return key.removeprefix(EXCEPT)


def _unknown(key: str, view: View) -> bool:
    """Whether the register knows nobody by *key*; that is said where it is written, and the rest waits."""
    bare = _bare(key)
    return bare not in view.units and bare not in view.units.levels and bare not in view.whole(_groups)


def _groups(view: View) -> frozenset[str]:
    """The keys of all groups of the register."""
    states = (state for unit in view.units.units.values() for state in unit.states)
    return frozenset(f"{GROUP}{group}" for state in states for group in state.groups)


def _gone(key: str, plan: Plan, view: View) -> bool:
    """Whether *key* means nobody who is there on the day of *plan*."""
    if key in view.units:
        return not view.units[key].in_force(plan.day)
    under = (view.units.state(unit, plan.day) for unit in view.units.under(plan.unit, plan.day))
    return not any(key == state.level or key in {f"{GROUP}{group}" for group in state.groups} for state in under)


def place_of(plan: Plan, share: Value, view: View) -> Place:
    """Where the allocation that holds *share* begins: at its key; at *share* itself where that is not found."""
    file = view.written(plan.id)
    found = list(_around(file.root, share.place)) if file else []
    return found[-1] if found else share.place


def _around(node: Node, inner: Place) -> Iterator[Place]:
    """The places of the keys ``allocate`` whose value holds *inner*."""
    if isinstance(node, Sequence):
        for item in node.items:
            yield from _around(item, inner)
    if isinstance(node, Mapping):
        for key, value in node.entries.items():
            if key == "allocate" and isinstance(value, Mapping) and inner in _leaves(value):
                yield node.keys[key]
            yield from _around(value, inner)


def _leaves(node: Node) -> Iterator[Place]:
    if isinstance(node, Mapping):
        for value in node.entries.values():
            yield from _leaves(value)
    else:
        yield node.place


def headline_of(figure: Figure) -> tuple[Related, ...]:
    """The line that an allocation shares out, and where the level above asks for it."""
    above = (Related(figure.above.phrase.place, "asked_here"),) if figure.above else ()
    return (Related(figure.phrase.place, "headline_here"), *above)
