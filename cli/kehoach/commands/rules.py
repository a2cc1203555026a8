"""``plan rules``: what is checked, and why."""

from difflib import get_close_matches

import click

from kehoach.commands.checking.rulebook import entries
from kehoach.commands.shell.help import HelpedCommand
from kehoach.commands.shell.session import Session
from kehoach.errors import WrongUsage
from kehoach.reporting.rulebook import FAMILY, index, page


@click.command("rules", cls=HelpedCommand)
@click.argument("code", required=False)
@click.pass_obj
def command(session: Session, /, code: str | None) -> None:
    """List the rules, or those of the family *code*, or say all about the one with *code*."""
    known = entries()
    wanted = (code or "").upper()
    family = [entry for name, entry in known.items() if name[:FAMILY] == wanted or code is None]
    if family:
        click.echo("\n".join(index(family, session.words)))
        return
    if wanted not in known:
        near = get_close_matches(wanted, known, n=1)
        raise WrongUsage("rule_unknown", rule=code, nearest=near[0] if near else "")
    click.echo("\n".join(page(known[wanted], session.words)))
