"""``plan schema``: the plan language for editors."""

import json

import click

from kehoach.commands.shell.help import HelpedCommand
from kehoach.commands.shell.session import Session
from kehoach.reading.schema.editors import json_schema


@click.command("schema", cls=HelpedCommand)
@click.pass_obj
def command(session: Session, /) -> None:
    """Write the JSON Schema of plans, described in the language of the session."""
    click.echo(json.dumps(json_schema(session.words.language), ensure_ascii=False, indent=2))
