"""``plan doctor``: what this machine has and lacks."""

import platform
from collections.abc import Callable, Iterator
from importlib.metadata import version
from importlib.util import find_spec
from shutil import which

import click

from kehoach.commands.shell.help import HelpedCommand
from kehoach.commands.shell.session import Session
from kehoach.errors import KehoachError, MissingProgram
from kehoach.records import dataclass
from kehoach.writing.programs import pandoc


@dataclass(frozen=True, slots=True)
class Part:
    """Something that the program works with: its term, what was found (empty: nothing), and whether it must be."""

    term: str
    found: str
    needed: bool = True


@click.command("doctor", cls=HelpedCommand)
@click.pass_obj
def command(session: Session, /) -> None:
    """Say what is there; status 4 where something needed is missing."""
    parts = list(_parts(session))
    for part in parts:
        state = session.words.term("doctor_ok" if part.found else "doctor_missing")
        click.echo(f"{state}: {session.words.term(part.term)} {part.found}".rstrip())
    if not all(part.found for part in parts if part.needed):
        click.get_current_context().exit(MissingProgram.status)


def _parts(session: Session) -> Iterator[Part]:
    yield Part("doctor_program", version("kehoach"))
    yield Part("doctor_python", platform.python_version())
    yield Part("doctor_docx", _unless_missing(lambda: str(pandoc())))
    yield Part("doctor_pdf", version("typst") if find_spec("typst") else "")
    yield Part("doctor_yaml", version("ruamel.yaml.clib") if find_spec("_ruamel_yaml") else "", needed=False)
    yield Part("doctor_git", which("git") or "", needed=False)
    yield Part("doctor_workspace", _unless_missing(lambda: str(session.workspace.root)), needed=False)


def _unless_missing(find: Callable[[], str]) -> str:
    try:
        return find()
    except KehoachError:
        return ""
