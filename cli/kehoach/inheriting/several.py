"""Several parents: field by field against the nearest common ancestor."""

from collections.abc import Iterator, Mapping, Sequence

from kehoach.inheriting.parts import Part
from kehoach.plan import Policy, Value
from kehoach.records import dataclass, replace

Parts = Mapping[str, Part]
FIRST_WINS = frozenset({"title", "numbering", "heading", "run_in", "group"})
STRICTNESS = [Policy.FREE, Policy.FILL, Policy.LOCKED]


@dataclass(frozen=True, slots=True)
class Conflict:
    """Two parents that say different things of one field, neither of them what the ancestor says."""

    id: str
    path: str
    values: tuple[Value, ...]


def combined(
    offers: Sequence[Parts], ancestor: Parts | None, take: Mapping[str, int]
) -> tuple[dict[str, Part], list[Conflict]]:
    """One set of parts from all *offers*; *take* chooses a parent, by its place in the list, for an item."""
    parts: dict[str, Part] = {}
    conflicts: list[Conflict] = []
    for id in dict.fromkeys(id for offer in offers for id in offer):
        held = [offer[id] for offer in offers if id in offer]
        base = ancestor.get(id) if ancestor else None
        if id in take:
            chosen = offers[take[id]].get(id)
            if chosen:
                parts[id] = chosen
        elif not (base and len(held) < len(offers)):
            fields = dict(_fields(id, held, base, conflicts))
            parts[id] = replace(held[0], fields=fields, spans=_spans(held, fields))
    return parts, conflicts


def _fields(id: str, held: list[Part], base: Part | None, conflicts: list[Conflict]) -> Iterator[tuple[str, Value]]:
    for path in dict.fromkeys(path for part in held for path in part.fields):
        values = [part.fields[path] for part in held if path in part.fields]
        if path.endswith("policy"):
            yield path, max(values, key=lambda v: STRICTNESS.index(Policy(v.text)))
            continue
        old = base.fields.get(path) if base else None
        new = [v for v in values if old is None or v.text != old.text]
        if len({v.text for v in new}) > 1 and path not in FIRST_WINS:
            conflicts.append(Conflict(id, path, tuple(new)))
        yield path, (new or values)[0]


def _spans(held: list[Part], fields: Mapping[str, Value]) -> Mapping[str, tuple[int, int]]:
    """The stretches of the parent whose sentence was chosen."""
    return next((p.spans for p in held if p.fields.get("text") == fields.get("text")), held[0].spans)
