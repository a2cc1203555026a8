"""What comes down to a plan from all its parents together."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from kehoach import written as w
from kehoach.findings import Fault, Related
from kehoach.inheriting.across import taken
from kehoach.inheriting.descent import Receiver, offer
from kehoach.inheriting.parts import Part
from kehoach.inheriting.several import Conflict, combined
from kehoach.kinds import Kind
from kehoach.plan import Plan, Step, Value, Verb
from kehoach.records import dataclass, replace


@dataclass(frozen=True, slots=True)
class Joined:
    """The parts that came down, the ids that a parent of another kind kept, and what is wrong."""

    parts: Mapping[str, Part]
    not_taken: tuple[str, ...] = ()
    faults: tuple[Fault, ...] = ()


def joined(parents: Sequence[Plan], to: Receiver, kind: Kind, span: tuple[date, date], root: w.Mapping) -> Joined:
    """The offers of *parents* as one; ``take:`` in *root* settles what they disagree about."""
    offers = [offer(p, to) if p.kind == kind.id else taken(p, to, kind, span) for p in parents]
    kept = tuple(id for one in offers for id in one.not_taken)
    if len(offers) < 2:
        return Joined(offers[0].parts if offers else {}, kept)
    takes = dict(_takes(root))
    ids = [parent.id for parent in parents]
    chosen = {id: ids.index(take.source) for id, take in takes.items() if take.source in ids}
    base = _ancestor_offer(parents, to)
    parts, conflicts = combined([one.parts for one in offers], base, chosen)
    faults = (*_unknown_takes(takes, parts, parents), *_conflicts(conflicts, root))
    return Joined({id: _told(part, takes.get(id)) for id, part in parts.items()}, kept, faults)


@dataclass(frozen=True, slots=True)
class Take:
    """A choice among parents: which plan, why, and where it is written."""

    source: str
    because: str
    node: w.Mapping


def _takes(root: w.Mapping) -> Iterator[tuple[str, Take]]:
    node = root.get("take")
    for id, choice in node.entries.items() if isinstance(node, w.Mapping) else ():
        if isinstance(choice, w.Mapping):
            source, because = choice.get("from"), choice.get("because")
            words = [n.text if isinstance(n, w.Scalar) else "" for n in (source, because)]
            yield id, Take(words[0], words[1], choice)


def _ancestor_offer(parents: Sequence[Plan], to: Receiver) -> Mapping[str, Part] | None:
    """What the nearest plan that all *parents* descend from, or are, would give."""
    lines = [{p.id: p for p in (parent, *parent.ancestors)} for parent in parents]
    common = [plan for id, plan in lines[0].items() if all(id in line for line in lines[1:])]
    return offer(common[0], to).parts if common else None


def _unknown_takes(takes: Mapping[str, Take], parts: Mapping[str, Part], parents: Sequence[Plan]) -> Iterator[Fault]:
    ids = [p.id for p in parents]
    for id, take in takes.items():
        if take.source not in ids or id not in parts:
            arguments = {"id": id, "source": take.source, "parents": ", ".join(ids)}
            yield Fault("INH210", take.node.place, f"take/{id}", arguments)


def _conflicts(conflicts: Sequence[Conflict], root: w.Mapping) -> Iterator[Fault]:
    """One fault an item, at the line that inherits: the figure that differs, else the first field."""
    place = root.keys["inherits"]
    for id in dict.fromkeys(c.id for c in conflicts):
        own = [c for c in conflicts if c.id == id]
        conflict = next((c for c in own if c.path.endswith("/phrase")), own[0])
        related = tuple(Related(v.place, "one_parent_says", {"words": v.text, "plan": v.plan}) for v in conflict.values)
        values = "; ".join(f"“{v.text}” ({v.plan})" for v in conflict.values)
        yield Fault("INH304", place, id, {"id": id, "field": conflict.path.split("/")[-1], "values": values}, related)


def _told(part: Part, take: Take | None) -> Part:
    """*part* with the reason why it was taken at the end of each history."""
    if take is None:
        return part
    fields = {path: _with_reason(value, take) for path, value in part.fields.items()}
    return replace(part, fields=fields)


def _with_reason(value: Value, take: Take) -> Value:
    return replace(value, chain=(*value.chain, Step(value.plan, Verb.TAKEN, take.node.place, take.because)))
