"""Allocations as they are written: whom their keys mean, and where they stand."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from itertools import chain

from kehoach import written as w
from kehoach.carriers import descended
from kehoach.cascade.asking import keys_of
from kehoach.findings import Related
from kehoach.places import Place
from kehoach.plan import Carrier, Figure, Plan, Value
from kehoach.records import dataclass
from kehoach.rules.view import View

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


def written_keys(plan: Plan, view: View) -> Mapping[tuple[str, str], Keys]:
    """The keys of the allocations that *plan* writes, by target and figure, but for those of which one means nobody."""
    file = view.written(plan.id)
    return view.once(_written_keys, file) if file else {}


def _written_keys(file: w.Written, view: View) -> Mapping[tuple[str, str], Keys]:
    plan = view.resolve(file.id)
    told: dict[tuple[str, str], Keys] = {}
    for target, figure in plan.figures() if plan else ():
        own = any(share.plan == file.id for share in figure.allocate.values())
        if plan and own and not any(_unknown(key, view) for key in figure.allocate):
            told[target.id, figure.id] = _keys(plan, figure.carrier or target.carrier, figure.allocate, view)
    return told


def _keys(plan: Plan, carrier: Carrier, allocate: Collection[str], view: View) -> Keys:
    """The keys of *allocate* against the units that *carrier* asks something of."""
    units, day = view.units, plan.day
    asked = [u for u in units.below(plan.unit, day) if descended(carrier, plan.unit, u, units, day) is not None]
    meant = {unit: [key for key in keys_of(unit, units.state(unit, day)) if key in allocate] for unit in asked}
    hit = set(chain.from_iterable(meant.values()))
    idle = [_bare(key) for key in allocate if key not in hit]
    gone = [key for key in idle if _gone(key, plan, view)]
    return Keys(
        tuple(unit for unit, some in meant.items() if not some),
        tuple(gone),
        tuple(key for key in idle if key not in gone),
        tuple(unit for unit, some in meant.items() if len(some) > 1 and _in_two_groups(some)),
    )


def _in_two_groups(keys: Iterable[str]) -> bool:
    return sum(key.startswith(GROUP) for key in keys) > 1


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


def _around(node: w.Node, inner: Place) -> Iterator[Place]:
    """The places of the keys ``allocate`` whose value holds *inner*."""
    if isinstance(node, w.Sequence):
        for item in node.items:
            yield from _around(item, inner)
    if isinstance(node, w.Mapping):
        for key, value in node.entries.items():
            if key == "allocate" and isinstance(value, w.Mapping) and inner in _leaves(value):
                yield node.keys[key]
            yield from _around(value, inner)


def _leaves(node: w.Node) -> Iterator[Place]:
    if isinstance(node, w.Mapping):
        for value in node.entries.values():
            yield from _leaves(value)
    else:
        yield node.place


def headline_of(figure: Figure) -> tuple[Related, ...]:
    """The line that an allocation shares out, and where the level above asks for it."""
    above = (Related(figure.above.phrase.place, "asked_here"),) if figure.above else ()
    return (Related(figure.phrase.place, "headline_here"), *above)
