"""From the bytes of a plan file to what stands in it, with everything that is wrong with it so far."""

from collections.abc import Iterable, Iterator

from kehoach.findings import Fault
from kehoach.places import Place
from kehoach.reading.decode import decode
from kehoach.reading.expand import Expansion
from kehoach.reading.schema.leaves import CHECKS, Knowledge
from kehoach.reading.schema.soundness import misfits
from kehoach.reading.schema.table import Table
from kehoach.reading.yaml.nodes import compose
from kehoach.reading.yaml.rawtext import RawText
from kehoach.reading.yaml.traps import explained
from kehoach.records import replace
from kehoach.written import Mapping, Scalar, Written

UNREADABLE = frozenset({"DOC101", "DOC103", "DOC104", "DOC107"})
UNSOUND = frozenset({"DOC105", "DOC109", "DOC111", "DOC125", "DOC202", "DOC204", "DOC212", "DOC214", "ORG110"})


def unread(id: str, file: str, *faults: Fault, text: str = "") -> Written:
    """A plan of which nothing can be used, with the reasons."""
    return Written(id, file, text, Mapping({}, {}, Place(file)), faults, True)


def written(data: bytes, id: str, file: str, table: Table, about: Knowledge) -> Written:
    """The plan *id* as it stands in *file*; never raises for what is in the file."""
    text, fault = decode(data, file)
    if fault:
        return unread(id, file, fault, text=text)
    raw = RawText(text, file)
    composed = compose(raw)
    if composed.error:
        return unread(id, file, *explained(raw, composed, _names(table)), text=text)
    root, faults = composed.root, list(composed.faults)
    if not isinstance(root, Mapping) or any(fault.code in UNREADABLE for fault in faults):
        faults += [] if faults else [Fault("DOC106", root.place if root else Place(file))]
        return unread(id, file, *faults, text=text)
    expansion = Expansion(table, raw)
    root = expansion.root(root)
    faults += expansion.faults
    unfit = tuple(misfits(root, table, replace(about, year=_year(root, about))))
    broken = any(fault.code in UNSOUND for fault in (*faults, *unfit))
    faults += _news(faults, unfit)
    return Written(id, file, text, root, tuple(sorted(faults, key=lambda fault: (fault.place, fault.code))), broken)


def _names(table: Table) -> frozenset[str]:
    return frozenset(name for _, name, _ in table.rows())


def _year(root: Mapping, about: Knowledge) -> int:
    """The plan's year, or 0 where none can be read."""
    node = root.get("year")
    return int(node.text) if isinstance(node, Scalar) and CHECKS["year"](node.text, about) is None else 0


def _news(known: list[Fault], found: Iterable[Fault]) -> Iterator[Fault]:
    """The faults *found* where nothing is wrong yet: one mistake is told once."""
    lines = {(fault.place.line, fault.place.column) for fault in known}
    return (fault for fault in found if (fault.place.line, fault.place.column) not in lines)
