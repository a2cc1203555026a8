"""The tree of units, as it stood on a given day."""

from collections.abc import Iterator, Mapping
from datetime import date

from kehoach.places import Place
from kehoach.records import dataclass, field

REGISTER = Place("plans/units.yaml")


@dataclass(frozen=True, slots=True)
class Level:
    """A level of the organisation in the workspace's own words, with its days of force."""

    id: str
    name: str
    since: date | None = None
    until: date | None = None


@dataclass(frozen=True, slots=True)
class State:
    """What a unit is from *since* on: everything that a change may alter.

    *bodies* maps a body's id (``BCH``) to its names: ``name`` in sentences (*Ban Chấp hành Tỉnh
    đoàn*), ``letterhead`` and ``signing``. *words* are ``area`` (toàn tỉnh), ``self``, ``below``.
    *roster* maps an office to the name that holds it. *into* names what it was merged into.
    """

    since: date | None
    name: str
    short: str
    level: str
    parent: str
    code: str = ""
    place: str = ""
    bodies: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    words: Mapping[str, str] = field(default_factory=dict)
    head_office: str = ""
    groups: tuple[str, ...] = ()
    roster: Mapping[str, str] = field(default_factory=dict)
    into: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit with its states, oldest first; its id is never used again."""

    id: str
    states: tuple[State, ...]
    since: date | None = None
    until: date | None = None
    where: Place = REGISTER

    def on(self, day: date) -> State:
        """The state in force on *day* (the first one for days before any change)."""
        for state in reversed(self.states):
            if state.since is None or state.since <= day:
                return state
        return self.states[0]

    def in_force(self, day: date) -> bool:
        """Whether the unit exists on *day*."""
        return (self.since is None or self.since <= day) and (self.until is None or day <= self.until)


@dataclass(frozen=True, slots=True)
class Units:
    """All units of a workspace; *abbreviations* are the short words printed in recipients."""

    units: Mapping[str, Unit]
    levels: Mapping[str, Level] = field(default_factory=dict)
    abbreviations: Mapping[str, str] = field(default_factory=dict)
    _children: dict[str, list[Unit]] = field(default_factory=dict, repr=False, compare=False)
    _below: dict[tuple[str, date], tuple[str, ...]] = field(default_factory=dict, repr=False, compare=False)
    _under: dict[tuple[str, date], tuple[str, ...]] = field(default_factory=dict, repr=False, compare=False)
    _groups: list[frozenset[str]] = field(default_factory=list, repr=False, compare=False)

    def __contains__(self, unit: str) -> bool:
        return unit in self.units

    def __getitem__(self, unit: str) -> Unit:
        return self.units[unit]

    @property
    def groups(self) -> frozenset[str]:
        """What carries that is a group of units (``group/…``), on whatever day."""
        if not self._groups:
            states = (state for unit in self.units.values() for state in unit.states)
            self._groups.append(frozenset(f"group/{name}" for state in states for name in state.groups))
        return self._groups[0]

    def state(self, unit: str, day: date) -> State:
        """What *unit* is on *day*."""
        return self.units[unit].on(day)

    def below(self, unit: str, day: date) -> tuple[str, ...]:
        """The units directly below *unit* on *day*, in the order of the file."""
        if (unit, day) not in self._below:
            self._below[unit, day] = tuple(self._found_below(unit, day))
        return self._below[unit, day]

    def _found_below(self, unit: str, day: date) -> Iterator[str]:
        if not self._children:
            for known in self.units.values():
                for parent in {state.parent for state in known.states}:
                    self._children.setdefault(parent, []).append(known)
        yield from (u.id for u in self._children.get(unit, ()) if u.in_force(day) and u.on(day).parent == unit)

    def above(self, unit: str, day: date) -> Iterator[str]:
        """The units above *unit* on *day*, the nearest first."""
        seen = {unit}
        parent = self.state(unit, day).parent
        while parent and parent in self.units and parent not in seen:
            yield parent
            seen.add(parent)
            parent = self.state(parent, day).parent

    def under(self, unit: str, day: date) -> tuple[str, ...]:
        """Every unit below *unit* on *day*, at any depth, each before those below it."""
        if (unit, day) not in self._under:
            below = self.below(unit, day)
            self._under[unit, day] = tuple(one for child in below for one in (child, *self.under(child, day)))
        return self._under[unit, day]
