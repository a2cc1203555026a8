"""One document made into the text of a plan file, in this process or in another."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from kehoach.commands.importing.finished import FinishedPlan, Wish, planned
from kehoach.errors import KehoachError
from kehoach.importing.parts.identity import type_of
from kehoach.importing.planning.laying import Tree, counts, places, tree
from kehoach.importing.planning.register import Registered
from kehoach.places import Place
from kehoach.reading.emitter import emit
from kehoach.reading.source import Folder
from kehoach.reading.workspace import Workspace
from kehoach.records import dataclass
from kehoach.reporting.imported import ImportReport, place, sentence
from kehoach.reporting.words import Words
from kehoach.written import Mapping as Branch
from kehoach.written import Scalar, Sequence

STUB = ("kind", "unit", "year", "subject", "issued")
SIGNED = "signed"


@dataclass(frozen=True, slots=True)
class Order:
    """What all documents of a run are imported with; *root* is that of the workspace, if there is one."""

    words: Words
    root: Path | None
    wish: Wish
    stub: bool = False


@dataclass(frozen=True, slots=True)
class Task:
    """A document: where it is, and what it is called."""

    path: Path
    name: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """The plan file of a document, its unit, kind and year, and the report; *registered* where units were made."""

    text: str
    unit: str
    kind: str
    year: int
    report: ImportReport
    registered: Registered | None = None


def imported(order: Order, task: Task) -> Outcome | KehoachError:
    """The outcome for one document; the error where it cannot be read or placed."""
    try:
        found = planned(task.path, task.name, _space(order.root), order.wish)
        _of_known_type(found, order)
    except KehoachError as error:
        return error
    root = found.written.root
    text = emit(_stub(root) if order.stub else _tree(root), _comments(found, order, task))
    finished = found.finished
    report = ImportReport(task.name, "", _head(found), counts(root), () if order.stub else found.imported.notes)
    return Outcome(text, finished.unit, finished.kind, finished.year, report, found.registered)


def _of_known_type(found: FinishedPlan, order: Order) -> None:
    """Raise ``KehoachError`` for a document of a type that no kind prints, unless a kind was asked for."""
    kinds = found.workspace.kinds.values()
    changed = type_of(found.finished, kinds)
    if changed and not order.wish.kind:
        known = ", ".join(f"{kind.id} ({kind.document})" for kind in kinds)
        place = Place(found.finished.manuscript.file)
        raise KehoachError("import_type_unknown", place, type=changed, known=known)


@cache
def _space(root: Path | None) -> Workspace | None:
    return Workspace(root, Folder(root)) if root else None


def _tree(root: Branch) -> Mapping[str, Tree]:
    whole = tree(root)
    assert isinstance(whole, Mapping)
    return whole


def _stub(root: Branch) -> Mapping[str, Tree]:
    """The head alone, as that of a plan known only on paper."""
    whole = _tree(root)
    kept = {key: value for key, value in whole.items() if key in STUB}
    issued = kept.get("issued")
    if isinstance(issued, Mapping):
        kept["issued"] = {key: value for key, value in issued.items() if key != SIGNED}
    return {"complete": "false", **kept}


def _comments(found: FinishedPlan, order: Order, task: Task) -> dict[tuple[str, ...], str]:
    """Where each section and item stands in the document, as comments of the file."""
    first = ("complete",) if order.stub else ("kind",)
    made: dict[tuple[str, ...], str] = {first: sentence("header", order.words, source=task.name)}
    if order.stub:
        return made
    root = found.written.root
    made |= {path: place(where, order.words) for path, where in places(root)}
    unplaced = root.get("unplaced")
    if isinstance(unplaced, Sequence):
        stands = ", ".join(place(item.place, order.words) for item in unplaced.items)
        made[("unplaced",)] = sentence("unplaced", order.words, places=stands)
    return made


def _head(found: FinishedPlan) -> dict[str, str]:
    """The fields of the head that a person would check first."""
    root, finished = found.written.root, found.finished
    fields = {"kind": finished.kind, "unit": finished.unit, "year": str(finished.year)}
    paths = {
        "subject": ("subject",),
        "number": ("issued", "number"),
        "date": ("issued", "date"),
        "theme": ("theme", "text"),
        "name": ("issued", "signed", "name"),
    }
    return fields | {name: text for name, path in paths.items() if (text := _text(root, path))}


def _text(node: Branch, path: tuple[str, ...]) -> str:
    held = node.get(path[0])
    if isinstance(held, Branch) and path[1:]:
        return _text(held, path[1:])
    return held.text if isinstance(held, Scalar) else ""
