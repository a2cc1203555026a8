"""``plan diff``: what changed between two plans."""

from typing import Any

import click

from kehoach.commands.shell.help import HelpedCommand
from kehoach.commands.shell.options import OneOf
from kehoach.commands.shell.paint import paint
from kehoach.commands.shell.session import Session
from kehoach.commands.shell.sides import contrasted, side
from kehoach.comparing.filters import TOPICS, filtered
from kehoach.reporting import contrast_json, contrast_text


@click.command("diff", cls=HelpedCommand)
@click.argument("old")
@click.argument("new")
@click.option("--only", type=OneOf(list(TOPICS), many=True), default=None)
@click.option("--ignore", type=OneOf(list(TOPICS), many=True), default=None)
@click.option("--all", "unfolded", is_flag=True)
@click.option("--to", "format", type=OneOf(["text", "json"]), default="text")
@click.option("--exit-code", "exit_code", is_flag=True)
@click.pass_obj
def command(session: Session, /, old: str, new: str, *, exit_code: bool, **how: Any) -> None:
    """Say what changed from OLD to NEW; with ``--exit-code`` the status is 1 where somebody changed anything."""
    found = contrasted(session, side(session, old), side(session, new))
    found = filtered(found, how["only"] or (), how["ignore"] or ())
    if how["format"] == "json":
        click.echo(contrast_json.document(found))
    else:
        click.echo("\n".join(contrast_text.lines(found, session.words, paint(), unfolded=how["unfolded"])))
    click.get_current_context().exit(int(exit_code and bool(found.decided)))
