"""``plan rules``: what is checked, and why."""

from difflib import get_close_matches

import click

from kehoach.commands.checking.rulebook import entries
from kehoach.commands.shell.help import HelpedCommand
from kehoach.commands.shell.session import Session
from kehoach.errors import WrongUsage
from kehoach.reporting.rulebook import index, page


@click.command("rules", cls=HelpedCommand)
@click.argument("code", required=False)
@click.pass_obj
def command(session: Session, /, code: str | None) -> None:
    """List the rules, or say all about the one with *code*."""
    known = entries()
    if code is None:
        click.echo("\n".join(index(known.values(), session.words)))
        return
    wanted = code.upper()
    if wanted not in known:
        near = get_close_matches(wanted, known, n=1)
        raise WrongUsage("rule_unknown", rule=code, nearest=near[0] if near else "")
    click.echo("\n".join(page(known[wanted], session.words)))
