"""Whether the unit of a plan, and the units of its parents, may stand where they stand."""

from collections.abc import Iterator, Mapping, Sequence

from kehoach import written as w
from kehoach.findings import Fault, Related
from kehoach.inheriting.descent import Receiver
from kehoach.inheriting.merging import PARENT
from kehoach.inheriting.parts import Part
from kehoach.inheriting.shares import lacking
from kehoach.phrases.lexicon import Lexicon
from kehoach.places import Place
from kehoach.plan import Plan, Target


def unit_faults(file: w.Written, to: Receiver) -> Iterator[Fault]:
    """A unit that is not in force on the plan's day."""
    unit = to.world.units[to.unit]
    if not unit.in_force(to.day):
        merged = ", ".join(to.world.units.state(into, to.day).name for into in unit.on(to.day).into)
        arguments = {"unit": unit.on(to.day).name, "day": f"{to.day:%d/%m/%Y}", "into": merged}
        here = (Related(unit.where, "unit_here"),)
        yield Fault("ORG202", _place(file.root.get("unit"), file), "unit", arguments, here)


def _place(node: w.Node | None, file: w.Written) -> Place:
    return node.place if node else Place(file.file)


def parent_faults(file: w.Written, parents: Sequence[Plan], to: Receiver) -> Iterator[Fault]:
    """Parents of a unit that is not above, of another year, or of a kind that this one takes nothing from."""
    places = _places(file)
    above = {to.unit, *to.world.units.above(to.unit, to.day)}
    kind = to.world.kinds[file.word("kind")]
    for parent in parents:
        place = places[parent.id]
        arguments = {"parent": parent.id, "unit": to.world.units.state(parent.unit, to.day).name}
        if parent.unit not in above:
            yield Fault("INH104", place, "inherits", arguments, (_head_of(parent, "unit"),))
        if parent.kind == kind.id and str(parent.year) != file.word("year") and not _has(parent, "INH107"):
            years = {"parent": parent.id, "year": file.word("year"), "above": str(parent.year)}
            yield Fault("INH107", place, "inherits", years, (_head_of(parent, "year"),))
        if parent.kind != kind.id and not kind.takes.get(parent.kind) and not _has(parent, "INH105"):
            of_kind = {**arguments, "kind": to.world.kinds[parent.kind].name}
            yield Fault("INH105", place, "inherits", of_kind, (_head_of(parent, "kind"),))


def _has(plan: Plan, code: str) -> bool:
    """Whether a plan itself does not fit the one above it, where that is said."""
    return any(fault.code == code for fault in plan.faults)


def _head_of(plan: Plan, key: str) -> Related:
    return Related(plan.root.get(key, plan.place), "plan_above")


def sentence_faults(plan: Plan, parts: Mapping[str, Part], lexicon: Lexicon) -> Iterator[Fault]:
    """Sentences for the units below, written in *plan*, that lack a figure which the units carry."""
    for item in plan.items():
        own = item.fields.get("as_child")
        if isinstance(item, Target) and own and own.plan == plan.id:
            for figure in lacking(parts[item.id], item.figures, lexicon):
                arguments = {"id": item.id, "phrase": figure.phrase.text}
                yield Fault("INH305", own.place, f"{item.id}/as_child", arguments)


def prose_faults(plan: Plan) -> Iterator[Fault]:
    """Prose written in *plan* that asks for the parent's where none came down."""
    for section in plan.walk() if plan.parents else ():
        for path, text in section.fields.items():
            if path.endswith("body") and text.plan == plan.id and PARENT in text.text:
                yield Fault("INH211", text.place, f"{section.id}/{path}", {"id": section.id})


def head_faults(plan: Plan) -> Iterator[Fault]:
    """Bases that name a plan which is not there."""
    for number, basis in enumerate(plan.head.bases, 1):
        if basis.plan and basis.text.text == basis.plan:
            yield Fault("INH216", basis.text.place, f"bases/{number}", {"plan": basis.plan})


def stray_faults(file: w.Written, parts: Mapping[str, Part]) -> Iterator[Fault]:
    """Items that came down but hang on a section which this plan does not have."""
    strays: dict[str, list[str]] = {}
    for part in parts.values():
        if part.under and part.under not in parts:
            strays.setdefault(part.under, []).append(part.id)
    place = file.root.keys.get("inherits", Place(file.file))
    for section, ids in strays.items():
        yield Fault("INH215", place, "inherits", {"section": section, "ids": ", ".join(ids)})


def _places(file: w.Written) -> dict[str, Place]:
    inherits = file.root.get("inherits")
    items = inherits.items if isinstance(inherits, w.Sequence) else ()
    return {node.text: node.place for node in items if isinstance(node, w.Scalar)}
