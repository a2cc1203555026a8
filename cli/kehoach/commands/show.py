"""``plan show``: a plan with all that it inherits."""

import click

from kehoach.commands.checking.resolving import resolved
from kehoach.commands.rendering.pressing import standard
from kehoach.commands.shell.help import HelpedCommand
from kehoach.commands.shell.session import Session
from kehoach.numbering import numbers
from kehoach.reading.arguments import plan_at
from kehoach.reporting.outline import left_out, origins, outline
from kehoach.texts import Context, fill, founded


@click.command("show", cls=HelpedCommand)
@click.argument("plan")
@click.option("--origins", "with_origins", is_flag=True)
@click.pass_obj
def command(session: Session, /, plan: str, with_origins: bool) -> None:
    """Show the plan as it will be printed, or each of its values with its place."""
    words = session.words
    space, id = plan_at(plan, session.directory)
    found = resolved(session, space, id)
    if with_origins:
        lines = origins(found, words)
    else:
        unit = space.units.state(found.unit, found.day)
        context = Context(unit, unit, found.year, founded(space.lexicon), {}, words.term("gap"))
        printed = numbers(found, [rung.number for rung in standard(space).ladder])
        lines = outline(found, printed, words, lambda text: fill(text, context, str))
    click.echo("\n".join([*lines, *left_out(found, words)]))
