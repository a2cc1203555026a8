"""``plan targets``: units by targets as a table, to Excel and back."""

from pathlib import Path
from shutil import get_terminal_size

import click

from kehoach.cascade.account import Account, Accounts, account
from kehoach.cascade.table import Table, table
from kehoach.commands.checking.resolving import resolved
from kehoach.commands.drafting.filling import fill_in
from kehoach.commands.shell.help import HelpedCommand
from kehoach.commands.shell.options import OneOf
from kehoach.commands.shell.session import Session
from kehoach.errors import KehoachError, WrongUsage
from kehoach.reading.arguments import plan_at
from kehoach.reading.workspace import Workspace
from kehoach.reporting import targets, targets_json
from kehoach.writing.atomic import replace

WIDEST = 400


@click.command("targets", cls=HelpedCommand)
@click.argument("plan")
@click.option("--to", "format", type=OneOf(["text", "json", "xlsx"]))
@click.option("-o", "output")
@click.option("--from", "filled")
@click.option("--write", is_flag=True)
@click.option("--force", is_flag=True)
@click.pass_obj
def command(session: Session, /, plan: str, *, write: bool, force: bool, **how: str | None) -> None:
    """Show, write or take in what the units below have for the targets of PLAN."""
    space, id = plan_at(plan, session.directory)
    found = resolved(session, space, id)
    shown = _table(space, account(found, space.lexicon))
    if how["filled"]:
        fill_in(session, space, shown, how["filled"], write=write)
        return
    if write:
        raise WrongUsage("option_needs", option="--write", needed="--from")
    content = _content(shown, _format(how["format"], how["output"]), session, space)
    if how["output"] is None:
        click.echo(content.decode("utf-8"), nl=False)
        return
    path = session.directory / how["output"]
    if path.exists() and not force and not path.resolve().is_relative_to(space.root / "build"):
        raise KehoachError("file_exists", file=path.as_posix())
    replace(path, content)
    click.echo(session.words.term("made").format(file=path.as_posix()), err=True)


def _table(space: Workspace, own: Account) -> Table:
    """The table of a plan, from all plans of the workspace that can be resolved."""
    plans = (found for id in space.plans() if id != own.id and (found := space.resolve(id)))
    return table(own, Accounts.of([own, *(account(found, space.lexicon) for found in plans)]), space.units)


def _format(asked: str | None, output: str | None) -> str:
    """The format asked for, else that of the file's ending, else text."""
    ending = Path(output).suffix.removeprefix(".") if output else ""
    format = asked or (ending if ending in ("json", "xlsx") else "text")
    if format == "xlsx" and output is None:
        raise WrongUsage("option_needs", option="--to xlsx", needed="-o")
    return format


def _content(shown: Table, format: str, session: Session, space: Workspace) -> bytes:
    if format == "xlsx":
        from kehoach.writing.excel.allocation import TERMS, Labels, workbook

        words = session.words
        return workbook(shown, space.units, Labels({part: words.term(key) for part, key in TERMS.items()}))
    if format == "json":
        return (targets_json.document(shown, space.units) + "\n").encode("utf-8")
    if not shown.columns:
        return (session.words.term("targets_none").format(plan=shown.plan.id) + "\n").encode("utf-8")
    sheet = targets.Sheet(space.units, session.words, min(get_terminal_size().columns, WIDEST))
    return "".join(f"{line}\n" for line in targets.lines(shown, sheet)).encode("utf-8")
