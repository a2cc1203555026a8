"""A finished document as a plan: read, recognised, planned, and known to a workspace."""

from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path

from kehoach.errors import KehoachError
from kehoach.findings import Fault
from kehoach.finished import Finished
from kehoach.importing.parts.identity import type_of
from kehoach.importing.planning import Imported, Planning, plan
from kehoach.importing.planning.register import Registered, registered
from kehoach.importing.planning.work import KIND_TAKEN, TYPE_CHANGED, UNIT_UNNAMED
from kehoach.importing.recognise import Recognising, recognise
from kehoach.phrases import partial_date
from kehoach.places import Place
from kehoach.reading.emitter import emit
from kehoach.reading.finished import read
from kehoach.reading.shelf import FILE
from kehoach.reading.source import Made
from kehoach.reading.workspace import Workspace
from kehoach.records import dataclass, replace
from kehoach.units import Units
from kehoach.written import Written

LANGUAGE = "1"
USUAL_KIND = "plan"
STANDARD = "templates/standards/doan.yaml"
DATA = ("overlay", "lexicon", "kinds")


@dataclass(frozen=True, slots=True)
class Wish:
    """What is said about a document from outside, where it does not say it itself."""

    unit: str = ""
    kind: str = ""
    year: int = 0


@dataclass(frozen=True, slots=True)
class FinishedPlan:
    """A finished document, the plan that it is, and a workspace in which that plan is resolved by its id.

    *registered* are the units that were made for it, where no workspace has any.
    """

    finished: Finished
    imported: Imported
    workspace: Workspace
    registered: Registered | None = None

    @property
    def written(self) -> Written:
        """The plan, its values pointing at the document."""
        return self.imported.written


def finished_plan(path: Path, name: str, space: Workspace | None, wish: Wish | None = None) -> FinishedPlan:
    """The document at *path*, which its places call *name*, as the plan of that id in *space* or in a space of its own.

    Raises ``KehoachError`` where it cannot be read, or where its unit, kind or year is not known.
    """
    found = planned(path, name, space, wish)
    found.workspace.take_in(found.finished, found.written)
    return found


def planned(path: Path, name: str, space: Workspace | None, wish: Wish | None = None) -> FinishedPlan:
    """The same, without the workspace keeping the plan."""
    known = space or bare_workspace()
    finished = recognise(read(path, name), Recognising(known.lexicon, known.units, known.kinds))
    found = None if space else _named(registered(finished, known.lexicon), wish)
    told = finished
    finished = _identified(finished, wish or Wish(), known, found)
    within = _holding(known, found) if found else known
    imported = plan(finished, _planning(finished, within), name)
    notes = (*_taken(told, wish, within), *_unnamed(finished, found, within), *imported.notes)
    imported = replace(imported, notes=notes)
    return FinishedPlan(finished, imported, within, found)


def register_text(found: Registered) -> str:
    """The units *found* as the text of ``plans/units.yaml``."""
    return emit({"language": LANGUAGE, "levels": found.levels, "units": found.units})


@cache
def bare_workspace() -> Workspace:
    """The data that come with the program, and no unit."""
    space = Workspace(Path(), Made({}))
    space.__dict__["_register"] = (Units({}), ())
    return space


def _holding(data: Workspace, found: Registered) -> Workspace:
    """A workspace of the units *found*."""
    space = Workspace(Path(), Made({FILE: register_text(found).encode()}))
    space.__dict__ |= {name: getattr(data, name) for name in DATA}
    return space


def _named(found: Registered, wish: Wish | None) -> Registered:
    """*found* with its unit under the id that is wanted for it."""
    if wish is None or wish.unit in {found.unit, ""}:
        return found
    units = {wish.unit if id == found.unit else id: entry for id, entry in found.units.items()}
    return replace(found, unit=wish.unit, units=units)


def _identified(finished: Finished, wish: Wish, space: Workspace, found: Registered | None) -> Finished:
    """*finished* with a unit, a kind and a year that are known."""
    file, place = finished.manuscript.file, Place(finished.manuscript.file)
    unit = found.unit if found else wish.unit or finished.unit
    kind, year = wish.kind or finished.kind or USUAL_KIND, wish.year or finished.year
    if kind not in space.kinds:
        raise KehoachError("import_kind_unknown", place, kind=kind, known=", ".join(space.kinds))
    if not found and unit not in space.units:
        raise KehoachError("import_unit_unknown", place, file=file, unit=unit)
    if not year:
        raise KehoachError("import_year_unknown", place, file=file)
    return replace(finished, unit=unit, kind=kind, year=year)


def _taken(told: Finished, wish: Wish | None, space: Workspace) -> Iterator[Fault]:
    """A note where the kind is neither told nor asked for, or prints another type than the document has."""
    place, kind = Place(told.manuscript.file), space.kinds[(wish and wish.kind) or told.kind or USUAL_KIND]
    changed = type_of(told, [kind])
    if changed:
        yield Fault(TYPE_CHANGED, place, arguments={"type": changed, "printed": kind.document})
    elif not told.kind and not (wish and wish.kind):
        yield Fault(KIND_TAKEN, place, arguments={"kind": kind.name})


def _unnamed(finished: Finished, found: Registered | None, space: Workspace) -> Iterator[Fault]:
    """A note where the unit had to be given a name."""
    name = str(space.lexicon.at("planning", "unknown_unit"))
    if found and space.units.state(finished.unit, date.max).name == name:
        yield Fault(UNIT_UNNAMED, Place(finished.manuscript.file), arguments={"unit": name})


def _planning(finished: Finished, space: Workspace) -> Planning:
    first = partial_date.parse(f"//{finished.year}")
    assert first
    state = space.units.state(finished.unit, first.first())
    known = finished.unit, state, space.kinds[finished.kind], finished.year
    return Planning(*known, space.lexicon, _ladder(space), space.language.reserved)


def _ladder(space: Workspace) -> tuple[str, ...]:
    """The forms of section numbers of the usual standard, read without all else that a standard says."""
    figures = space.overlay.data(STANDARD)
    rows = figures.get("ladder") if isinstance(figures, dict) else None
    return tuple(str(row["number"]) for row in rows if isinstance(row, dict)) if isinstance(rows, list) else ()
