"""Reading and composing joined: the data that a plan is printed with."""

from functools import cache
from typing import TYPE_CHECKING

from kehoach.errors import KehoachError
from kehoach.reading.data.overlay import SHIPPED, Overlay
from kehoach.reading.shelf import Shelf
from kehoach.reporting.words import Words

if TYPE_CHECKING:
    from kehoach.document.press import Press
    from kehoach.document.templates import Templates
    from kehoach.plan import Plan
    from kehoach.reading.workspace import Workspace
    from kehoach.standards.standard import Standard

USUAL_STANDARD = "doan"


def standard(workspace: Shelf, name: str = USUAL_STANDARD) -> "Standard":
    """The standard of that name, the workspace's own before the shipped one."""
    path = _path(workspace, name)
    return _read(workspace.overlay, path) if path in workspace.overlay.own else _shipped(path)


@cache
def _shipped(path: str) -> "Standard":
    return _read(SHIPPED, path)


def _read(overlay: Overlay, path: str) -> "Standard":
    from kehoach.standards.standard import Standard

    figures = overlay.data(path)
    assert isinstance(figures, dict)
    return Standard.of(figures)


def refuse_faulty(workspace: Shelf, name: str) -> None:
    """``KehoachError`` where there is no standard of that name, or the workspace's own cannot be used."""
    if _path(workspace, name) in workspace.overlay.own:
        standard(workspace, name)


def _path(workspace: Shelf, name: str) -> str:
    shelf = dict(workspace.overlay.files("templates/standards", ".yaml"))
    if name not in shelf:
        raise KehoachError("standard_missing", standard=name, known=", ".join(shelf))
    return shelf[name]


def press(workspace: "Workspace", plan: "Plan", layout: "Standard", words: Words, draft: int | None) -> "Press":
    """Everything that composing *plan* needs."""
    from kehoach.document.press import Press

    known = workspace.kinds[plan.kind], workspace.units, layout, workspace.lexicon
    return Press(*known, words.places(), templates(workspace), draft)


def templates(shelf: Shelf) -> "Templates":
    """The Jinja templates, the workspace's own before the shipped ones."""
    from kehoach.document.templates import environment

    def template(name: str) -> str | None:
        try:
            return shelf.overlay.read(f"templates/{name}").decode("utf-8")
        except KehoachError:
            return None

    return environment(template, ours=not any(path.endswith(".j2") for path in shelf.overlay.own))
