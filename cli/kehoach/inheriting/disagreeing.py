"""What an issued plan's file, or the plans above it, say today and did not say on the day it was issued."""

from collections.abc import Iterator

from kehoach.findings import Fault
from kehoach.plan import Plan, Value
from kehoach.pointers import values
from kehoach.records import dataclass


@dataclass(frozen=True, slots=True)
class Difference:
    """A value then and now; None where it was not, or is no longer, there."""

    pointer: str
    then: Value | None
    now: Value | None

    @property
    def latest(self) -> Value:
        """The value as it is now, else as it was."""
        value = self.now or self.then
        assert value
        return value


def disagreements(fresh: Plan, issued: Plan) -> Iterator[Fault]:
    """A fault for each value that the plan's own file changed since, and one for all that changed above."""
    found = list(_differences(fresh, issued))
    yield from (_own(difference, fresh) for difference in found if difference.latest.plan == fresh.id)
    above = [difference.pointer for difference in found if difference.latest.plan != fresh.id]
    if above:
        place = fresh.root.get("inherits", fresh.place)
        yield Fault("INH402", place, "inherits", {"count": str(len(above)), "pointers": ", ".join(above)})


def _differences(fresh: Plan, issued: Plan) -> Iterator[Difference]:
    then, now = dict(values(issued)), dict(values(fresh))
    for pointer in dict.fromkeys((*now, *then)):
        old, new = then.get(pointer), now.get(pointer)
        if (old.text if old else None) != (new.text if new else None):
            yield Difference(pointer, old, new)


def _own(difference: Difference, fresh: Plan) -> Fault:
    then, now = (value.text if value else "" for value in (difference.then, difference.now))
    place = difference.now.place if difference.now else fresh.place
    return Fault("INH401", place, difference.pointer, {"pointer": difference.pointer, "then": then, "now": now})
