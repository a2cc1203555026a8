"""``allow:`` in a plan: faults set aside on an item, with a reason and a last day."""

from collections.abc import Iterator
from datetime import date

from kehoach.findings import Fault
from kehoach.phrases import partial_date
from kehoach.places import Place
from kehoach.records import dataclass
from kehoach.written import Mapping, Node, Scalar, Sequence, Written

KEY = "allow"


@dataclass(frozen=True, slots=True)
class Allowance:
    """One code set aside for what stands between *first* and *last*; *place* is where that is written."""

    code: str
    because: str
    until: date | None
    place: Place
    first: Place
    last: Place
    pointer: str

    def covers(self, fault: Fault) -> bool:
        """Whether *fault* has this code and stands on the item."""
        if fault.code != self.code or fault.place.file != self.place.file:
            return False
        at = fault.place.line, fault.place.column
        return (self.first.line, self.first.column) <= at <= (self.last.end_line, self.last.end_column)


def allowances(file: Written) -> Iterator[Allowance]:
    """Every allowance of *file*, in the order of the file; one at the top holds for the whole plan."""
    if KEY in file.text:
        yield from _of(file.root, Place(file.file), "")


def _of(node: Node, first: Place, id: str) -> Iterator[Allowance]:
    if isinstance(node, Sequence):
        for entry in node.items:
            yield from _of(entry, entry.place, id)
    if not isinstance(node, Mapping):
        return
    for key, value in node.entries.items():
        if key == KEY and isinstance(value, Mapping):
            yield from _written(value, (first, node.place), id)
        else:
            yield from _of(value, node.keys[key], key)


def _written(allow: Mapping, span: tuple[Place, Place], id: str) -> Iterator[Allowance]:
    for code, node in allow.entries.items():
        reason = node.get("because") if isinstance(node, Mapping) else node
        if not isinstance(reason, Scalar) or not reason.text:  # a key that is missing or empty is said by itself
            continue
        last_day = partial_date.parse(_field(node, "until"))
        until = last_day.last() if last_day else None
        pointer = "/".join(filter(None, (id, "allow", code)))
        yield Allowance(code, reason.text.strip(), until, allow.keys[code], *span, pointer)


def _field(node: Node, key: str) -> str:
    return _text(node.get(key)) if isinstance(node, Mapping) else ""


def _text(node: Node | None) -> str:
    return node.text.strip() if isinstance(node, Scalar) else ""
