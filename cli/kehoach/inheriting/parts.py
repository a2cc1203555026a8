"""Sections, items and annexes as flat fields: the form in which plans are laid over one another."""

from collections.abc import Iterator, Mapping

from kehoach import written as w
from kehoach.places import Place
from kehoach.plan import Step, Value, Verb
from kehoach.records import dataclass, field

SORTS = {"sections": "section", "targets": "target", "activities": "activity", "deadlines": "deadline"}
BLOCKS = ("own", "below")
HOLDING = frozenset({*SORTS, *BLOCKS})
Spans = Mapping[str, tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Part:
    """A section, item or annex: its fields by path, and where it hangs.

    *under* is the id of the section, annex or deadline that holds it, empty at the top. *key* is
    where its id is written. *spans* are the stretches of a target's text that its figures occupy.
    """

    id: str
    sort: str
    under: str
    block: str
    fields: Mapping[str, Value]
    key: Place
    spans: Spans = field(default_factory=dict)

    def get(self, path: str) -> str:
        """The words of a field, empty where it is not written."""
        value = self.fields.get(path)
        return value.text if value else ""

    def __contains__(self, path: str) -> bool:
        return path in self.fields

    def below(self, prefix: str) -> dict[str, Value]:
        """The fields under *prefix*, by the rest of their paths."""
        return below(self.fields, prefix)

    @property
    def figures(self) -> tuple[str, ...]:
        """The ids of the figures that the fields speak of, in order."""
        return tuple(dict.fromkeys(p.split("/")[1] for p in self.fields if p.startswith("figures/")))


def below(fields: Mapping[str, Value], prefix: str) -> dict[str, Value]:
    """Those of *fields* under *prefix*, by the rest of their paths."""
    start = f"{prefix}/"
    at = len(start)
    return {path[at:]: value for path, value in fields.items() if path.startswith(start)}


def parts(written: w.Written, unit: str) -> Iterator[Part]:
    """Every part that stands in the file, containers before what they hold."""
    root = written.root
    yield from _held(root, "", "", (written.id, unit))
    annexes = root.get("annexes")
    if isinstance(annexes, w.Mapping):
        for id, node in annexes.entries.items():
            if isinstance(node, w.Mapping):
                yield Part(id, "annex", "", "", _fields(node, (written.id, unit)), annexes.keys[id])
                yield from _held(node, id, "", (written.id, unit))


def head_fields(file: w.Written, unit: str) -> dict[str, Value]:
    """The fields of the head as they stand in the file."""
    own = {key: node for key, node in file.root.entries.items() if key not in SORTS and key != "annexes"}
    return flat(own, (file.id, unit))


def _held(holder: w.Mapping, under: str, block: str, by: tuple[str, str]) -> Iterator[Part]:
    for container, sort in SORTS.items():
        held = holder.entries.get(container)
        if not isinstance(held, w.Mapping):
            continue
        for id, node in held.entries.items():
            if isinstance(node, w.Mapping):
                yield Part(id, sort, under, block, _fields(node, by), held.keys[id])
                if not HOLDING.isdisjoint(node.entries):
                    yield from _held(node, id, "", by)
                    yield from _blocks(node, id, by)


def _blocks(section: w.Mapping, id: str, by: tuple[str, str]) -> Iterator[Part]:
    for block in BLOCKS:
        node = section.get(block)
        if isinstance(node, w.Mapping):
            yield from _held(node, id, block, by)


def _fields(node: w.Mapping, by: tuple[str, str]) -> dict[str, Value]:
    """The fields of an item; ``value: 40`` on it is short for ``figures: {value: 40}``."""
    fields: dict[str, Value] = {}
    for key, value in node.entries.items():
        if key not in SORTS:
            short = key == "value" and isinstance(value, w.Scalar)
            _lay_out(value, by, "figures/value/phrase" if short else key, fields)
    return fields


def flat(entries: Mapping[str, w.Node], by: tuple[str, str]) -> dict[str, Value]:
    """The leaves of *entries* by path, list places counted from 1; *by* is the plan and unit that wrote them."""
    fields: dict[str, Value] = {}
    for key, node in entries.items():
        _lay_out(node, by, key, fields)
    return fields


def _lay_out(node: w.Node, by: tuple[str, str], path: str, fields: dict[str, Value]) -> None:
    """Enter the leaves of *node*, which stands under *path*; what a block holds are parts of their own."""
    if isinstance(node, w.Scalar):
        fields[path] = Value(node.text, by[1], (Step(by[0], Verb.WRITTEN, node.place),))
    elif isinstance(node, w.Sequence):
        for number, item in enumerate(node.items, 1):
            _lay_out(item, by, f"{path}/{number}", fields)
    else:
        for key, value in node.entries.items():
            if key not in SORTS or path not in BLOCKS:
                _lay_out(value, by, f"{path}/{key}", fields)
