"""A filled-in workbook taken into a plan: shown, and written where that is asked for."""

from pathlib import Path

import click

from kehoach.cascade.table import Table
from kehoach.commands.checking.checker import Checker
from kehoach.commands.shell.paint import paint
from kehoach.commands.shell.session import Session
from kehoach.drafting.share_edits import edits
from kehoach.drafting.sharing import Change, Known, changes
from kehoach.errors import KehoachError
from kehoach.findings import Fault
from kehoach.places import edited
from kehoach.reading.decode import encode
from kehoach.reading.excel.workbook import sheets
from kehoach.reading.source import Changed, Folder
from kehoach.reading.workspace import Workspace
from kehoach.reporting.report import Report
from kehoach.reporting.text import lines
from kehoach.rules.engine import in_order
from kehoach.writing.atomic import replace

LARGEST = 64 * 2**20


def fill_in(session: Session, space: Workspace, shown: Table, filled: str, *, write: bool) -> None:
    """Say what the workbook *filled* changes, and with *write* change it; nothing is written while a cell is wrong."""
    found, faults = changes(
        sheets(_read(session.directory / filled, filled), filled), Known(shown, space.units, space.lexicon)
    )
    file = space.written(shown.plan.id)
    assert file
    made, homeless = edits(found, file, space.units)
    if faults or homeless:
        _refuse(session, space, [*faults, *homeless])
        return
    for change in found:
        click.echo(_line(change, shown, space, session))
    term = session.words.term
    if not found:
        click.echo(term("change_none"))
    elif not write:
        click.echo(term("change_shown").format(count=len(found), file=file.file))
    elif not isinstance(space.source, Folder):
        raise KehoachError("revision_is_past", plan=shown.plan.id)
    else:
        content = encode(edited(file.text, made), space.source.read(file.file))
        _readable(Workspace(space.root, Changed(space.source, {file.file: content})), shown.plan.id)
        replace(space.root / file.file, content)
        click.echo(term("change_written").format(count=len(found), file=file.file))


def _read(path: Path, name: str) -> bytes:
    """The bytes of the workbook, no more of them than any Office file may have."""
    try:
        with path.open("rb") as stream:
            return stream.read(LARGEST + 1)
    except FileNotFoundError as error:
        raise KehoachError("file_missing", file=name) from error
    except OSError as error:
        raise KehoachError("file_unreadable", file=name, reason=error.strerror) from error


def _refuse(session: Session, space: Workspace, faults: list[Fault]) -> None:
    found = in_order(Checker(space, session.words).weighed(faults))
    click.echo("\n".join(lines(Report(found, 1, {}), session.words, paint())))
    click.get_current_context().exit(1)


def _readable(after: Workspace, id: str) -> None:
    """Refuse an edit after which the file could not be used; the file as it stands is kept."""
    if after.resolve(id) is None:
        raise KehoachError("edit_spoils", plan=id)


def _line(change: Change, shown: Table, space: Workspace, session: Session) -> str:
    term = session.words.term
    unit = space.units.state(change.unit, shown.plan.day).name if change.unit else term("targets_own")
    old = change.old.text if change.old else term("blank")
    arguments = {"cell": change.cell.cell, "pointer": change.column.entry.pointer, "unit": unit, "old": old}
    return term("change_share").format(**arguments, new=change.new)
