"""Short forms written out, right after reading and before anything is checked or merged.

A string may stand for a mapping, and one value for a list; the schema says which. Places stay those
of what was written.
"""

import re
from collections.abc import Iterator
from typing import Any

from kehoach.findings import Fault
from kehoach.patterns import compiled
from kehoach.places import Place
from kehoach.reading.schema.table import NO_RULES, Part, Rules, Table
from kehoach.reading.yaml.rawtext import RawText
from kehoach.records import dataclass, field, replace
from kehoach.written import Mapping, Node, Scalar, Sequence

SHORT = frozenset({"one", "short"})
KEY = compiled(r"[a-z][a-z0-9_]*\Z")


@dataclass(slots=True)
class Expansion:
    """One pass over a file's values by its *table*, with the faults found on the way."""

    table: Table
    raw: RawText
    faults: list[Fault] = field(default_factory=list)
    short: frozenset[str] = field(init=False)

    def __post_init__(self) -> None:
        self.short = self.table.once(_short)

    def root(self, node: Mapping) -> Mapping:
        """The root of the file with every short form written out."""
        return self._part(node, self.table.root)

    def _node(self, node: Node, rules: Rules) -> Node:
        sort = rules.get("type", "string")
        if sort == "list":
            return self._list(node, rules)
        if sort == "string":
            return self._prose(node)
        part = self.table.part(rules)
        return self._dict(node, rules) if part is None else self._as_part(node, rules, part)

    def _list(self, node: Node, rules: Rules) -> Node:
        if not isinstance(node, Sequence):
            if "one" not in rules.get("meta", NO_RULES):
                return node
            node = Sequence((node,), node.place)
        return Sequence(tuple(self._node(item, rules["schema"]) for item in node.items), node.place)

    def _dict(self, node: Node, rules: Rules) -> Node:
        inner = rules.get("valuesrules")
        if inner is None or not isinstance(node, Mapping):
            return node
        entries = {key: self._node(value, inner) for key, value in node.entries.items()}
        return Mapping(entries, node.keys, node.place)

    def _as_part(self, node: Node, rules: Rules, part: Part) -> Node:
        meta = rules.get("meta", NO_RULES)
        if "short" in meta:
            node = self._prose(node, part)
            if isinstance(node, Scalar) and not node.blank:
                node = _long(node, meta)
        return self._part(node, part) if isinstance(node, Mapping) else node

    def _part(self, node: Mapping, part: Part) -> Mapping:
        long = {}
        for key, value in node.entries.items():
            if key in self.short or type(value) is not Scalar:
                made = self._node(value, part.get(key, NO_RULES))
                if made is not value:
                    long[key] = made
        return Mapping({**node.entries, **long}, node.keys, node.place) if long else node

    def _prose(self, node: Node, part: Part = NO_RULES) -> Node:
        """A mapping whose key is prose was meant as text: ``Lưu: VT``."""
        if not isinstance(node, Mapping) or not node.entries:
            return node
        key = next(iter(node.entries))
        if KEY.match(key) or key in part:
            return node
        span = self.raw.span(_told(node))
        text = self.raw.text[slice(*span)]
        place = node.keys[key]
        self.faults.append(Fault("DOC119", place, arguments={"text": text}, edits=self.raw.as_block(*span)))
        return Scalar(" ".join(text.split()), node.place)


def _short(table: Table) -> frozenset[str]:
    """The keys under which one value, or a string, may stand for more."""
    return frozenset(name for _, name, rules in table.rows() if not SHORT.isdisjoint(rules.get("meta", NO_RULES)))


def _told(node: Node) -> Place:
    """The place of a collection up to its last value; the parser's own reaches to whatever comes next."""
    inner = node
    while not isinstance(inner, Scalar):
        held = inner.items if isinstance(inner, Sequence) else tuple(inner.entries.values())
        if not held:
            break
        inner = held[-1]
    return replace(node.place, end_line=inner.place.end_line, end_column=inner.place.end_column)


def _long(node: Scalar, meta: Any) -> Mapping:
    """The mapping that a string stands for; a flag is set where the string begins with its word."""
    entries = dict(_flagged(node, meta)) or {meta["short"]: node}
    return Mapping(entries, dict.fromkeys(entries, node.place), node.place)


def _flagged(node: Scalar, meta: Any) -> Iterator[tuple[str, Node]]:
    flag = meta.get("flag")
    found = re.match(rf"{flag['word']}\b\s*:?\s*", node.text) if flag else None
    if found:
        rest = found.end()
        yield flag["key"], Scalar("true", node.place)
        yield meta["short"], replace(node, text=node.text[rest:], offsets=node.offsets[rest:])
