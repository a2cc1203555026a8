"""``plan render``: write the signable documents."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click

from kehoach.commands.rendering.making import Form, ready
from kehoach.commands.rendering.pressing import USUAL_STANDARD
from kehoach.commands.shell.help import HelpedCommand
from kehoach.commands.shell.options import Count, OneOf, workers
from kehoach.commands.shell.session import Session
from kehoach.findings import Profile
from kehoach.writing.formats import FORMATS


@click.command("render", cls=HelpedCommand)
@click.argument("paths", nargs=-1)
@click.option("--to", "formats", type=OneOf(list(FORMATS), many=True), default="docx,pdf")
@click.option("-o", "output")
@click.option("--profile", type=OneOf(list(Profile)))
@click.option("--standard", default=USUAL_STANDARD)
@click.option("--draft", type=Count())
@click.option("--duplex", is_flag=True)
@click.option("--force", is_flag=True)
@workers()
@click.pass_obj
def command(session: Session, /, paths: tuple[str, ...], formats: Sequence[str], **how: Any) -> None:
    """Write each plan that *paths* name in each format; one that cannot be written stops no other.

    What would stop every plan stops the run before any.
    """
    form = Form(session.words, session.directory, how["standard"], how["draft"], how["duplex"])
    if len(paths) == 1 and not Path(session.directory, paths[0]).is_dir():
        ready(form, composing=False)
    from kehoach.commands.rendering.batch import render

    click.get_current_context().exit(render(session, paths, formats, how))
