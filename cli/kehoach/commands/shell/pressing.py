"""Reading and composing joined: the data that a plan is printed with."""

from kehoach.document.press import Press
from kehoach.document.templates import environment
from kehoach.errors import KehoachError
from kehoach.plan import Plan
from kehoach.reading.workspace import Workspace
from kehoach.reporting.words import Words
from kehoach.standards.standard import Standard

USUAL_STANDARD = "doan"


def standard(workspace: Workspace, name: str = USUAL_STANDARD) -> Standard:
    """The standard of that name, the workspace's own before the shipped one."""
    shelf = dict(workspace.overlay.files("templates/standards", ".yaml"))
    if name not in shelf:
        raise KehoachError("standard_missing", standard=name, known=", ".join(shelf))
    figures = workspace.overlay.data(shelf[name])
    assert isinstance(figures, dict)
    return Standard.of(figures)


def press(workspace: Workspace, plan: Plan, layout: Standard, words: Words, draft: int | None) -> Press:
    """Everything that composing *plan* needs."""

    def template(name: str) -> str | None:
        try:
            return workspace.overlay.read(f"templates/{name}").decode("utf-8")
        except KehoachError:
            return None

    known = workspace.kinds[plan.kind], workspace.units, layout, workspace.lexicon
    return Press(*known, words.places(), environment(template), draft)
