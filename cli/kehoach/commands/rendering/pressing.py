"""Reading and composing joined: the data that a plan is printed with."""

from typing import TYPE_CHECKING

from kehoach.errors import KehoachError
from kehoach.reading.shelf import Shelf
from kehoach.reporting.words import Words
from kehoach.standards.standard import Standard

if TYPE_CHECKING:
    from kehoach.document.press import Press
    from kehoach.document.templates import Templates
    from kehoach.plan import Plan
    from kehoach.reading.workspace import Workspace

USUAL_STANDARD = "doan"


def standard(workspace: Shelf, name: str = USUAL_STANDARD) -> Standard:
    """The standard of that name, the workspace's own before the shipped one."""
    shelf = dict(workspace.overlay.files("templates/standards", ".yaml"))
    if name not in shelf:
        raise KehoachError("standard_missing", standard=name, known=", ".join(shelf))
    figures = workspace.overlay.data(shelf[name])
    assert isinstance(figures, dict)
    return Standard.of(figures)


def press(workspace: "Workspace", plan: "Plan", layout: Standard, words: Words, draft: int | None) -> "Press":
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

    return environment(template)
