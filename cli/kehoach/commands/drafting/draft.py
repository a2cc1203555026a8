"""A new plan drafted from one that is there: what is asked, what may be asked, where it goes."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

from kehoach.drafting.carrying.carry import carried
from kehoach.drafting.carrying.moving import Successor
from kehoach.drafting.descending import descended
from kehoach.drafting.draft import Draft, Known, Order, Tree
from kehoach.drafting.flattening import flattened, remarks
from kehoach.drafting.skeleton import skeleton
from kehoach.errors import KehoachError
from kehoach.notes import Note
from kehoach.notes import Path as KeyPath
from kehoach.places import Place
from kehoach.plan import Plan
from kehoach.reading.emitter import emit
from kehoach.reading.shelf import ENDING
from kehoach.reading.source import Changed
from kehoach.reading.workspace import Workspace
from kehoach.records import dataclass, replace
from kehoach.reporting.drafting import comments
from kehoach.reporting.words import Words
from kehoach.units import Unit
from kehoach.written import Mapping as Branch
from kehoach.written import Node, Scalar, Sequence, Written


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the command line asks for: unit, kind and year, empty where the plan drafted from says them."""

    unit: str
    kind: str = ""
    year: int = 0


@dataclass(frozen=True, slots=True)
class Made:
    """A draft as it would be written into *file*, and what a person must look at in it."""

    file: str
    text: str
    notes: tuple[Note, ...]

    def in_workspace(self, space: Workspace) -> Workspace:
        """*space* as it would be with the draft in it."""
        return Workspace(space.root, Changed(space.source, {self.file: self.text.encode("utf-8")}))

    @property
    def id(self) -> str:
        """The plan id of the draft."""
        return self.file.removeprefix("plans/").removesuffix(ENDING)


def known(space: Workspace) -> Known:
    """What drafting needs of the workspace."""
    return Known(space.units, space.kinds, space.lexicon)


def place_for(space: Workspace, path: Path | None, wanted: Wanted) -> str:
    """The file of the new plan, from the workspace's root; a folder of the unit unless *path* says another."""
    if path is None:
        return f"plans/{wanted.unit}/{wanted.year}-{wanted.kind}{ENDING}"
    whole = path.resolve()
    if not whole.is_relative_to(space.root / "plans") or whole.suffix != ENDING:
        raise KehoachError("draft_outside", path=str(path))
    return whole.relative_to(space.root).as_posix()


def ordered(space: Workspace, wanted: Wanted, parent: Plan) -> Order:
    """The order for a plan under *parent*.

    Raises ``KehoachError`` where its unit does not stand there, or its kind takes nothing from *parent*.
    """
    unit, kind = space.units[wanted.unit], space.kinds[wanted.kind]
    day = _day(kind.months[0], wanted.year, parent)
    below = {*space.units.under(parent.unit, parent.day), *space.units.under(parent.unit, day), parent.unit}
    if wanted.unit not in below:
        named = space.units.state(parent.unit, parent.day).name
        raise KehoachError("draft_unit_not_below", unit=unit.on(day).name, above=named, plan=parent.id)
    if wanted.year != parent.year:
        raise KehoachError("draft_year_differs", year=wanted.year, plan=parent.id, other=parent.year)
    if kind.id != parent.kind and not kind.takes.get(parent.kind):
        raise KehoachError("draft_takes_nothing", kind=kind.name, other=space.kinds[parent.kind].name)
    _in_force(unit, day, space)
    return Order(unit.id, unit.on(day), kind, wanted.year, day)


def _day(first: int, year: int, parent: Plan) -> date:
    """The first day of the month in which the new plan is likely signed: before its period, not before its parent."""
    before = date(year, first - 1 or 1, 1)
    behind = date(year, min(parent.day.month + 1, 12), 1) if parent.year == year else before
    return max(before, behind) if first == 1 or before < parent.day.replace(day=1) else before


def _in_force(unit: Unit, day: date, space: Workspace) -> None:
    if unit.in_force(day):
        return
    into = ", ".join(space.units.state(id, day).name if id in space.units else id for id in unit.on(day).into)
    raise KehoachError("draft_unit_ended", unit=unit.on(day).name, day=f"{day:%d/%m/%Y}", into=into)


def below(space: Workspace, order: Order, parent: Plan, words: Words, file: str) -> Made:
    """The draft of *order* under *parent*."""
    bare = Made(file, emit(skeleton(order, parent)), ())
    plan = bare.in_workspace(space).resolve(bare.id)
    assert plan
    draft = descended(plan, order, known(space))
    return _emitted(space, draft, words, file)


def forward(space: Workspace, plan: Plan, wanted: Wanted, file: str) -> Made:
    """*plan* carried into the year that is wanted."""
    if wanted.year <= plan.year:
        raise KehoachError("draft_year_not_later", year=wanted.year, plan=plan.id, other=plan.year)
    others = (id for id in space.plans() if id != Made(file, "", ()).id)
    heads = {id: _head(space, id) for id in others}

    def successor(id: str) -> str | None:
        old = heads.get(id)
        wants = (*old[:2], str(wanted.year)) if old else None
        return next((other for other, head in heads.items() if wants and head == wants), None)

    source, missing = _standing(space, plan, successor)
    made = carried(source.written, source.plan, wanted.year, known(space), successor)
    line = source.written.root.keys["unit"].line
    said = ({"words": id, "year": str(wanted.year), "more": ""} for id in missing)
    told = tuple(Note("parent_missing", (), words, Place(file, line)) for words in said)
    notes = (replace(note, place=note.place and replace(note.place, file=file)) for note in made.notes)
    return Made(file, made.text, (*told, *notes))


@dataclass(frozen=True, slots=True)
class Standing:
    """A plan that needs no parent that is missing in the new year."""

    written: Written
    plan: Plan


def _standing(space: Workspace, plan: Plan, successor: Successor) -> tuple[Standing, tuple[str, ...]]:
    """*plan* as it stands, or with all that it inherits written out where its parents are not there in the new year."""
    written = space.written(plan.id)
    assert written
    full = [above.id for above in plan.ancestors[: len(plan.parents)] if above.complete]
    if not full or any(successor(id) for id in plan.parents):
        return Standing(written, plan), ()
    filing = space.lexicon.words("form", "filing")[0]
    file = Made(written.file, emit(flattened(plan, written, filing), remarks(written)), ())
    alone = file.in_workspace(space)
    flat, resolved = alone.written(plan.id), alone.resolve(plan.id)
    assert flat and resolved
    return Standing(flat, resolved), plan.parents


def _head(space: Workspace, id: str) -> tuple[str, str, str] | None:
    """Kind, unit and year of a plan file."""
    written = space.written(id)
    words = [written.root.get(key) for key in ("kind", "unit", "year")] if written else []
    texts = [word.text for word in words if isinstance(word, Scalar)]
    return (texts[0], texts[1], texts[2]) if len(texts) == len(("kind", "unit", "year")) else None


def _emitted(space: Workspace, draft: Draft, words: Words, file: str) -> Made:
    said: Mapping[KeyPath, str] = comments(draft.notes, words)
    made = Made(file, emit(_without_empty(draft.root), said), ())
    written = made.in_workspace(space).written(made.id)
    assert written
    return replace(made, notes=tuple(_placed(note, written.root, file) for note in draft.notes))


def _without_empty(root: Mapping[str, Tree]) -> dict[str, Tree]:
    return {key: value for key, value in root.items() if value != {} or key not in ("sections", "annexes")}


def _placed(note: Note, root: Branch, file: str) -> Note:
    """*note* with the place of the key that its path names, or of the last key on the way that is there."""
    place, node = Place(file), root
    for key in note.path:
        found: Node | None = node.get(key)
        if isinstance(found, Sequence):
            place = node.keys[key]
            break
        if found is None:
            break
        place = node.keys.get(key, place)
        if not isinstance(found, Branch):
            break
        node = found
    return replace(note, place=place)
