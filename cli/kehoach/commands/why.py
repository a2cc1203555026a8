"""``plan why``: where a value comes from."""

from difflib import get_close_matches

import click

from kehoach.commands.checking.resolving import resolved
from kehoach.commands.shell.help import HelpedCommand
from kehoach.commands.shell.session import Session
from kehoach.errors import KehoachError
from kehoach.pointers import value, values
from kehoach.reading.arguments import plan_at
from kehoach.reporting.outline import dropped, history


@click.command("why", cls=HelpedCommand)
@click.argument("plan")
@click.argument("pointer")
@click.pass_obj
def command(session: Session, /, plan: str, pointer: str) -> None:
    """Tell every step by which the value at *pointer* came to be what it is."""
    found = resolved(session, *plan_at(plan, session.directory))
    asked = value(found, pointer)
    omission = next((omission for omission in found.omitted if omission.pointer == pointer), None)
    if omission:
        click.echo(f"{dropped(omission, session.words)}, {omission.place}")
        return
    if asked is None:
        near = get_close_matches(pointer, [name for name, _ in values(found)], n=1, cutoff=0) or [""]
        raise KehoachError("pointer_missing", plan=found.id, pointer=pointer, nearest=near[0])
    click.echo("\n".join(history(pointer, asked, session.words)))
