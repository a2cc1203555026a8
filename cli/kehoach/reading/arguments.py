"""What a command line means by PLAN: a file, a plan id, or either of them in a git revision."""

from collections.abc import Callable
from difflib import get_close_matches
from pathlib import Path, PurePosixPath

from kehoach.errors import KehoachError
from kehoach.patterns import compiled
from kehoach.reading.source import Revision
from kehoach.reading.workspace import Workspace

IN_REVISION = compiled(r"([^:]{2,}):(.+)")


def plan_at(
    argument: str, start: Path, around: Callable[[Path], Workspace] = Workspace.around
) -> tuple[Workspace, str]:
    """The workspace and the plan id that *argument* names, seen from the folder *start*; *around* finds workspaces.

    A prefix of one letter is a Windows drive, never a revision. Raises ``KehoachError`` where
    there is no such plan.
    """
    file = start / argument
    if file.is_file():
        workspace = around(file.parent)
        return workspace, _known(workspace, _id(file.resolve(), workspace.root), argument)
    workspace = around(start)
    found = IN_REVISION.fullmatch(argument)
    if argument not in workspace.paths and found:
        then = Workspace(workspace.root, Revision(workspace.root, found[1]))
        inside = start.resolve() / found[2]
        id = _id(inside, workspace.root) if found[2].endswith(".yaml") else found[2]
        return then, _known(then, id, argument)
    return workspace, _known(workspace, argument, argument)


def _id(file: Path, root: Path) -> str:
    plans = root / "plans"
    if not file.is_relative_to(plans):
        raise KehoachError("plan_outside", path=str(file))
    return PurePosixPath(*file.relative_to(plans).parts).as_posix().removesuffix(".yaml")


def _known(workspace: Workspace, id: str, argument: str) -> str:
    if id in workspace.paths:
        return id
    near = get_close_matches(id, workspace.paths, n=1) or list(workspace.paths)[:1]
    raise KehoachError("plan_missing", plan=argument, nearest=near[0] if near else "")
