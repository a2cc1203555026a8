"""The child's verbs: what a plan writes, laid over what came down to it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from difflib import get_close_matches

from kehoach.carriers import known_carrier
from kehoach.findings import Fault, Related
from kehoach.inheriting.figures import located
from kehoach.inheriting.guards import guarded, kept
from kehoach.inheriting.merging import merged
from kehoach.inheriting.parts import Part
from kehoach.inheriting.waiting import dropped_above, explained, kept_above, kept_where, waiting_above
from kehoach.inheriting.world import World
from kehoach.plan import Omission, Plan
from kehoach.records import dataclass, field, replace

CONTENT = frozenset({"text", "title", "body", "own/body", "below/body", "columns/1"})
SAYS_SOMETHING = frozenset({"form", "allocation", "calendar", "reasons"})
PLACING = ("after", "before", "under")


@dataclass
class Laying:
    """The state of one fold: the plans *above*, the parts so far, what was dropped, and what is wrong."""

    plan: str
    world: World
    parts: dict[str, Part]
    moved: Mapping[str, str] = field(default_factory=dict)
    not_taken: tuple[str, ...] = ()
    above: Sequence[Plan] = ()
    written: dict[str, Part] = field(default_factory=dict)
    omitted: list[Omission] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)


def laid(laying: Laying, parts: Iterable[Part]) -> None:
    """Lay *parts*, as they stand in one file, over what came down."""
    for part in parts:
        if part.id in laying.written:
            first = Related(laying.written[part.id].key, "first_written")
            laying.faults.append(Fault("INH207", part.key, part.id, {"id": part.id}, (first,)))
            continue
        laying.written[part.id] = part
        if part.block and "carrier/1" in part:
            place = part.fields["carrier/1"].place
            laying.faults.append(Fault("INH206", place, f"{part.id}/carrier", {"id": part.id, "block": part.block}))
        _lay(laying, _renamed(laying, part))


def _renamed(laying: Laying, part: Part) -> Part:
    """*part* under the id that its item has now, where a plan above gave it a new one."""
    new = laying.moved.get(part.id)
    if new is None or part.id in laying.parts:
        return part
    laying.faults.append(Fault("INH208", part.key, part.id, {"id": part.id, "now": new}))
    return replace(part, id=new)


def _lay(laying: Laying, part: Part) -> None:
    base = laying.parts.get(part.id)
    if "omit" in part:
        _omit(laying, part, base)
    elif base is None or part.get("new") == "true":
        if base is None or kept(part, "new", [base], laying.faults):
            _add(laying, part)
    elif base.sort != part.sort:
        arguments = {"id": part.id, "sort": base.sort}
        laying.faults.append(Fault("INH209", part.key, part.id, arguments, (Related(base.key, "inherited"),)))
    else:
        guarded(base, part, laying.faults)
        found: list[Fault] = []
        laying.parts[part.id] = merged(base, part, laying.world.lexicon, found)
        laying.faults += explained(found, part.id, laying.above)
        _drop_figures(laying, base, part)
        _place(laying, part)


def _drop_figures(laying: Laying, base: Part, part: Part) -> None:
    """Note the figures that *part* drops, each with its reason."""
    for figure in part.figures:
        reason = part.fields.get(f"figures/{figure}/omit")
        if reason:
            words = base.get(f"figures/{figure}/phrase")
            laying.omitted.append(Omission(f"{part.id}.{figure}", words, reason.text, reason.place))


def _omit(laying: Laying, part: Part, base: Part | None) -> None:
    value = part.fields["omit"]
    if base is None:
        laying.faults.append(_unknown(laying, "INH201", part))
        return
    if not value.text.strip():
        laying.faults.append(Fault("INH202", value.place, f"{part.id}/omit", {"id": part.id}))
    gone = _below(laying.parts, part.id)
    if not kept(part, "omit", [laying.parts[id] for id in gone], laying.faults):
        return
    words = base.get("text") or base.get("title")
    laying.omitted.append(Omission(part.id, words, value.text, value.place))
    for id in gone:
        del laying.parts[id]


def _below(parts: Mapping[str, Part], id: str) -> list[str]:
    """*id* and everything that hangs on it."""
    gone = [id]
    gone += [p.id for p in parts.values() if p.under == id and p.id != id]
    return [*gone[:1], *(below for child in gone[1:] for below in _below(parts, child))]


def _add(laying: Laying, part: Part) -> None:
    if not _says_something(part):
        laying.faults += _without_content(laying, part)
        return
    if part.sort == "target":
        part = located(part, laying.world.lexicon, laying.faults)
    laying.parts.pop(part.id, None)
    laying.parts[part.id] = part
    _place(laying, part)


def _without_content(laying: Laying, part: Part) -> Iterator[Fault]:
    """Why *part*, which only adds to what came down, has nothing to add to.

    What a plan above dropped without a reason, or hands to nobody who is known, is said there alone.
    """
    waits, gone = waiting_above(part.id, laying.above), dropped_above(part.id, laying.above)
    held = kept_above(part.id, laying.above)
    if waits:
        yield Fault("INH217", part.key, part.id, {"id": part.id}, (Related(waits.text.place, "asked_here"),))
    elif gone:
        arguments = {"id": part.id, "reason": gone.reason.strip()}
        if arguments["reason"]:
            yield Fault("INH219", part.key, part.id, arguments, (Related(gone.place, "dropped_here"),))
    elif held is None:
        yield _unknown(laying, "INH203", part)
    elif all(known_carrier(word, laying.world.units) for word in held.carrier.words):
        yield Fault("INH220", part.key, part.id, {"id": part.id}, (Related(kept_where(held), "inherited"),))


def _says_something(part: Part) -> bool:
    return not CONTENT.isdisjoint(part.fields) or any(p.split("/")[0] in SAYS_SOMETHING for p in part.fields)


def _unknown(laying: Laying, code: str, part: Part) -> Fault:
    near = get_close_matches(part.id, laying.parts, n=1)
    return Fault(code, part.key, part.id, {"id": part.id, "nearest": near[0] if near else ""})


def _place(laying: Laying, part: Part) -> None:
    """Move *part* where ``under``, ``after`` or ``before`` say."""
    for verb in filter(part.fields.__contains__, PLACING):
        goal = part.get(verb)
        if not goal:
            continue
        if goal not in laying.parts or goal == part.id:
            near = get_close_matches(goal, laying.parts, n=1)
            arguments = {"id": part.id, "goal": goal, "nearest": near[0] if near else ""}
            laying.faults.append(Fault("INH204", part.fields[verb].place, f"{part.id}/{verb}", arguments))
        elif verb == "under" and not _may_hold(laying, goal, part):
            laying.faults.append(
                Fault("INH213", part.fields[verb].place, f"{part.id}/{verb}", {"id": part.id, "goal": goal})
            )
        elif verb == "under":
            laying.parts[part.id] = replace(laying.parts[part.id], under=goal, block="")
        else:
            laying.parts = _reordered(laying.parts, part.id, goal, after=verb == "after")


def _may_hold(laying: Laying, goal: str, part: Part) -> bool:
    """Whether *part* may hang on *goal*: a section or annex, or a deadline for a deadline, that does not hang on it."""
    sorts = {"section", "annex", "deadline"} if part.sort == "deadline" else {"section", "annex"}
    return laying.parts[goal].sort in sorts and goal not in _below(laying.parts, part.id)


def _reordered(parts: dict[str, Part], id: str, goal: str, *, after: bool) -> dict[str, Part]:
    order = [other for other in parts if other != id]
    order.insert(order.index(goal) + after, id)
    return {other: parts[other] for other in order}
