"""The words of a plan, and how they came to be what they are."""

from collections.abc import Mapping
from enum import StrEnum

from kehoach.places import Place
from kehoach.records import dataclass


class Verb(StrEnum):
    """What a plan did to a value."""

    WRITTEN = "written"  # stands in this plan for the first time
    OVERRIDDEN = "overridden"  # written anew over the upper plan's
    AS_CHILD = "as_child"  # came down as the upper plan's sentence for its units
    ALLOCATED = "allocated"  # came down as this unit's share
    LEFT_OPEN = "left_open"  # came down as a blank to fill
    REPLACED = "replaced"  # taken whole by ``replace: true``
    TAKEN = "taken"  # chosen among several parents by ``take:``
    BY_KIND = "by_kind"  # supplied by the kind of document


@dataclass(frozen=True, slots=True)
class Step:
    """One step in the history of a value: which plan did what, where it is written, and why."""

    plan: str
    verb: Verb
    place: Place
    because: str = ""


@dataclass(frozen=True, slots=True)
class Value:
    """Words of a plan, the unit that wrote them, and their history, oldest step first."""

    text: str
    unit: str
    chain: tuple[Step, ...]

    @property
    def place(self) -> Place:
        """Where the words as they are now were written."""
        return self.chain[-1].place

    @property
    def plan(self) -> str:
        """The id of the plan that had the last word."""
        return self.chain[-1].plan


def listed(fields: Mapping[str, Value], path: str) -> tuple[Value, ...]:
    """The entries of the list under *path*, in order."""
    found: list[Value] = []
    while value := fields.get(f"{path}/{len(found) + 1}"):
        found.append(value)
    return tuple(found)
