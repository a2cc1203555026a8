"""Which plans a command line names: files, folders, or ids."""

from collections.abc import Iterator, Sequence
from difflib import get_close_matches
from pathlib import Path

from kehoach.commands.shell.session import Session
from kehoach.errors import KehoachError
from kehoach.reading.shelf import FILE, Shelf
from kehoach.records import dataclass


@dataclass(frozen=True, slots=True)
class Named:
    """The ids of the plans that were named, and whether the register of units was among them."""

    ids: tuple[str, ...]
    register: bool


def named(session: Session, workspace: Shelf, arguments: Sequence[str]) -> Named:
    """What *arguments* name, in the order of the workspace; nothing names all.

    Raises ``KehoachError`` for what is neither a file, a folder nor a plan.
    """
    known = {**workspace.paths, "": FILE}
    wanted = {id for argument in arguments for id in _ids(argument, session, workspace, known)}
    chosen = [id for id in known if id in wanted or not arguments]
    return Named(tuple(id for id in chosen if id), "" in chosen)


def _ids(argument: str, session: Session, workspace: Shelf, known: dict[str, str]) -> Iterator[str]:
    path = (session.directory / argument).resolve()
    below = [id for id in workspace.paths if id == argument or id.startswith(f"{argument}/")]
    if below:
        yield from below
    elif path.is_dir():
        yield from (id for id, file in known.items() if (workspace.root / file).is_relative_to(path))
    elif path.is_file():
        yield _id_of(path, argument, workspace, known)
    else:
        raise _missing(argument, workspace)


def _id_of(path: Path, argument: str, workspace: Shelf, known: dict[str, str]) -> str:
    files = {workspace.root / file: id for id, file in known.items()}
    if path not in files:
        raise KehoachError("plan_outside", path=argument)
    return files[path]


def _missing(argument: str, workspace: Shelf) -> KehoachError:
    near = get_close_matches(argument, workspace.paths, n=1, cutoff=0) or [""]
    return KehoachError("plan_missing", plan=argument, nearest=near[0])
