"""``plan diff``: what changed between two plans."""

from datetime import date
from pathlib import Path
from typing import Any

import click

from kehoach.commands.shell.contrasting import FILES, FORMS, Told
from kehoach.commands.shell.help import HelpedCommand
from kehoach.commands.shell.options import OneOf
from kehoach.commands.shell.paint import paint
from kehoach.commands.shell.pressing import USUAL_STANDARD
from kehoach.commands.shell.session import Session
from kehoach.commands.shell.sides import contrasted, side
from kehoach.comparing.filters import TOPICS, filtered
from kehoach.errors import KehoachError, WrongUsage
from kehoach.phrases import partial_date
from kehoach.reporting.text import plain
from kehoach.writing.atomic import replace


@click.command("diff", cls=HelpedCommand)
@click.argument("old")
@click.argument("new")
@click.option("--only", type=OneOf(list(TOPICS), many=True), default=None)
@click.option("--ignore", type=OneOf(list(TOPICS), many=True), default=None)
@click.option("--all", "unfolded", is_flag=True)
@click.option("--to", "format", type=OneOf(list(FORMS)), default="text")
@click.option("-o", "output")
@click.option("--standard", "layout", default=USUAL_STANDARD)
@click.option("--author", default="")
@click.option("--date", "day")
@click.option("--exit-code", "exit_code", is_flag=True)
@click.option("--force", is_flag=True)
@click.pass_obj
def command(session: Session, /, old: str, new: str, **how: Any) -> None:
    """Say what changed from OLD to NEW; with ``--exit-code`` the status is 1 where somebody changed anything."""
    target = _target(session, how)
    sides = side(session, old), side(session, new)
    found = filtered(contrasted(session, *sides), how["only"] or (), how["ignore"] or ())
    look = paint() if target is None else plain
    told = Told(session, *sides, found, how["unfolded"], how["layout"], how["author"], _day(how["day"]), look)
    content = FORMS[how["format"]](told)
    if target is None:
        click.echo(content.decode(), nl=False)
    else:
        replace(target, content)
        click.echo(session.words.term("made").format(file=target.as_posix()), err=True)
    click.get_current_context().exit(int(how["exit_code"] and bool(found.decided)))


def _target(session: Session, how: dict[str, Any]) -> Path | None:
    """The file to write, None for standard output; what no terminal can show needs one."""
    if how["output"] is None:
        if how["format"] in FILES:
            raise WrongUsage("output_needed", format=how["format"])
        return None
    path = session.directory / str(how["output"])
    if path.exists() and not how["force"]:
        raise KehoachError("file_exists", file=path.as_posix())
    return path


def _day(text: str | None) -> date | None:
    if text is None:
        return None
    read = partial_date.parse(text)
    if read is None or not read.complete:
        raise WrongUsage("day_wrong", day=text)
    return read.first()
