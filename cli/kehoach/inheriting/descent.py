"""What comes down from a plan to a unit below it."""

from collections.abc import Iterator, Mapping
from datetime import date

from kehoach.carriers import BELOW, descended
from kehoach.inheriting.parts import Part
from kehoach.inheriting.shares import as_child, for_unit
from kehoach.inheriting.world import World
from kehoach.plan import Annex, Carrier, Cascade, Figure, Item, Plan, Section, Target, Value
from kehoach.records import dataclass, replace

LAYOUT = ("title", "numbering", "heading", "run_in", "group", "ladder")


@dataclass(frozen=True, slots=True)
class Receiver:
    """The plan that something comes down to: its unit, its day, and what the workspace knows."""

    unit: str
    day: date
    world: World


@dataclass(frozen=True, slots=True)
class Offer:
    """What one parent gives: parts in its order, and the ids of what does not belong here."""

    parts: Mapping[str, Part]
    not_taken: tuple[str, ...] = ()


def offer(parent: Plan, to: Receiver) -> Offer:
    """The parts of *parent*, a plan of the same kind, as they come down to the receiver."""
    parts: dict[str, Part] = {}
    for part, item in standing(parent):
        if part.under in parts or not part.under:
            down = _down(part, item, parent, to)
            if down:
                parts[part.id] = down
    return Offer(parts)


def standing(plan: Plan) -> Iterator[tuple[Part, Item | None]]:
    """The parts of a resolved plan, containers before what they hold, each item with what its fields mean."""
    for section in plan.sections:
        yield from _section(section, "")
    for item in plan.deadlines:
        yield from _item(item, "")
    for annex in plan.annexes:
        yield _annex(annex), None
        for section in annex.sections:
            yield from _section(section, annex.id)


def _annex(annex: Annex) -> Part:
    return Part(annex.id, "annex", "", "", annex.fields, annex.title.place)


def _section(section: Section, under: str) -> Iterator[tuple[Part, Item | None]]:
    key = next(iter(section.fields.values())).place
    yield Part(section.id, "section", under, "", section.fields, key), None
    for _, block in section.blocks:
        for item in block.items:
            yield from _item(item, section.id)
    for sub in section.sections:
        yield from _section(sub, section.id)


def _item(item: Item, under: str) -> Iterator[tuple[Part, Item | None]]:
    figures = item.figures if isinstance(item, Target) else ()
    spans = {f.id: (f.start, f.end) for f in figures}
    yield Part(item.id, item.sort, under, item.block, item.fields, item.text.place, spans), item
    for child in getattr(item, "children", ()):
        yield from _item(child, item.id)


def _down(part: Part, item: Item | None, parent: Plan, to: Receiver) -> Part | None:
    if item is None:
        return _container(part)
    figures = tuple(_figure(f, parent, to) for f in item.figures) if isinstance(item, Target) else ()
    here = _anew(item.carrier, parent, to) or next((f.carrier for f in figures if f.carrier), None)
    if here is None:
        return None
    fields = {path: value for path, value in part.fields.items() if not _stays(path, part.sort, to)}
    told = {path: v for f in figures if f.carrier for path, v in _carried(f.carrier, part, f"figures/{f.id}/").items()}
    moved = replace(part, block="", fields={**fields, **_carried(here, part), **told})
    if parent.unit == to.unit:
        return moved
    if here == BELOW:
        return _passed_on(moved, figures, to)
    return _received(moved, figures, to)


def _received(moved: Part, figures: tuple[Figure, ...], to: Receiver) -> Part | None:
    """The item as the unit that carries it prints it."""
    if moved.sort != "target":
        return _said(moved)
    state = to.world.units.state(to.unit, to.day)
    return for_unit(moved, figures, (to.unit, state), to.world.lexicon)


def _passed_on(moved: Part, figures: tuple[Figure, ...], to: Receiver) -> Part | None:
    """The item as a unit prints it that only hands it down: the sentence for its units waits for them."""
    own = moved.fields.get("as_child")
    without = replace(moved, fields={path: value for path, value in moved.fields.items() if path != "as_child"})
    passed = _received(without, figures, to)
    return replace(passed, fields={**passed.fields, "as_child": own}) if passed and own else passed


def _anew(carrier: Carrier, parent: Plan, to: Receiver) -> Carrier | None:
    return descended(carrier, parent.unit, to.unit, to.world.units, to.day)


def _figure(figure: Figure, parent: Plan, to: Receiver) -> Figure:
    """*figure* with its own carrier, if it has one, read anew; one that asks nothing of the receiver stays above."""
    if figure.carrier is None:
        return figure
    here = _anew(figure.carrier, parent, to)
    return replace(figure, carrier=here, cascade=figure.cascade if here else Cascade.NONE)


def _stays(path: str, sort: str, to: Receiver) -> bool:
    """Whether a field is never inherited, by the table of keys; the carrier is read anew."""
    names = path.split("/")
    if names[0] == "figures" and len(names) > 2:
        return names[2] == "carrier" or to.world.language.merge("figure", names[2]) == "never"
    return names[0] == "carrier" or to.world.language.merge(sort, names[0]) == "never"


def _carried(carrier: Carrier, part: Part, prefix: str = "") -> dict[str, Value]:
    """The fields that write *carrier*, of the item itself or of the figure under *prefix*."""
    origin = part.fields.get(f"{prefix}carrier/1") or part.fields["text"]
    return {f"{prefix}carrier/{n}": Value(w, origin.unit, origin.chain) for n, w in enumerate(carrier.words, 1)}


def _said(part: Part) -> Part:
    """The item in the sentence that the parent wrote for its units, if it wrote one."""
    fields = dict(part.fields)
    own = fields.pop("as_child", None)
    if own is None:
        return part
    return replace(part, fields={**fields, "text": as_child(fields["text"], own)})


def _container(part: Part) -> Part | None:
    """A section or annex comes down as title and order; its live prose with it, the rest is only offered."""
    fields = {path: value for path, value in part.fields.items() if path.split("/")[0] in LAYOUT}
    if part.sort == "annex":
        return replace(part, fields=fields) if "title" in fields else None
    if "as_child" in part.fields and "title" in fields:
        fields["title"] = as_child(fields["title"], part.fields["as_child"])
    return replace(part, fields={**fields, **dict(_prose(part))})


def _prose(part: Part) -> Iterator[tuple[str, Value]]:
    """The prose that comes down: the section's own stays its own, what was asked of the units becomes theirs."""
    for path, lands in (("body", "body"), ("below/body", "own/body")):
        body = part.fields.get(path)
        if body and body.text:
            yield f"offered/{lands}", body
            if part.get(path.replace("body", "live")) == "true":
                yield lands, body
