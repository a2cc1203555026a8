"""``plan init``: a new workspace."""

from pathlib import Path

import click

from kehoach.commands.shell.help import HelpedCommand
from kehoach.commands.shell.session import Session
from kehoach.errors import KehoachError
from kehoach.shipped import shipped
from kehoach.writing.atomic import replace


@click.command("init", cls=HelpedCommand)
@click.argument("folder", default=".")
@click.option("--force", is_flag=True)
@click.pass_obj
def command(session: Session, /, folder: str, force: bool) -> None:
    """Make a workspace in *folder* with one unit and one plan."""
    target = session.directory / folder
    model = shipped("templates") / "workspace"
    files = {path.relative_to(model): path.read_bytes() for path in sorted(model.rglob("*.yaml"))}
    for name in files:
        if (target / name).exists() and not force:
            raise KehoachError("file_exists", file=(target / name).as_posix())
    for name, content in files.items():
        replace(Path(target / name), content)
        click.echo(session.words.term("made").format(file=(target / name).as_posix()))
