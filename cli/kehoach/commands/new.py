"""``plan new``: a draft from the plan of the unit above, from last year's, or from another kind."""

import click

from kehoach.commands.checking.checker import Checker
from kehoach.commands.checking.resolving import resolved
from kehoach.commands.drafting.draft import Made, Wanted, below, forward, ordered, place_for
from kehoach.commands.shell.help import HelpedCommand
from kehoach.commands.shell.options import Count
from kehoach.commands.shell.session import Session
from kehoach.errors import KehoachError
from kehoach.findings import Profile, Severity
from kehoach.plan import Plan
from kehoach.reading.arguments import plan_at
from kehoach.reading.schema.leaves import nearest
from kehoach.reading.source import Folder
from kehoach.reading.workspace import Workspace
from kehoach.reporting.drafting import heading, listed
from kehoach.writing.atomic import replace


@click.command("new", cls=HelpedCommand)
@click.option("--from", "source", required=True)
@click.option("--unit", required=True)
@click.option("--kind", default="")
@click.option("--year", type=Count(), default=None)
@click.option("-o", "output", default=None)
@click.option("--force", is_flag=True)
@click.pass_obj
def command(session: Session, /, **asked: str | int | bool | None) -> None:
    """Draft a plan and list what a person must decide in it."""
    space, id = plan_at(str(asked["source"]), session.directory)
    if not isinstance(space.source, Folder):
        raise KehoachError("revision_is_past", plan=asked["source"])
    parent = resolved(session, space, id)
    wanted = _wanted(space, parent, asked)
    output = session.directory / str(asked["output"]) if asked["output"] else None
    file = place_for(space, output, wanted)
    made = _made(session, space, parent, wanted, file)
    if (space.root / file).exists() and not asked["force"]:
        raise KehoachError("file_exists", file=file)
    replace(space.root / file, made.text.encode("utf-8"))
    _tell(session, space, made, id)


def _wanted(space: Workspace, parent: Plan, asked: dict[str, str | int | bool | None]) -> Wanted:
    unit, kind, year = str(asked["unit"]), str(asked["kind"]) or parent.kind, asked["year"]
    if unit not in space.units:
        raise KehoachError("draft_unit_unknown", unit=unit, nearest=nearest(unit, tuple(space.units.units)))
    if kind not in space.kinds:
        raise KehoachError("draft_kind_unknown", kind=kind, known=", ".join(space.kinds))
    return Wanted(unit, kind, int(year) if year else parent.year)


def _made(session: Session, space: Workspace, parent: Plan, wanted: Wanted, file: str) -> Made:
    if wanted.unit == parent.unit and wanted.kind == parent.kind:
        return forward(space, parent, wanted, file)
    return below(space, ordered(space, wanted, parent), parent, session.words, file)


def _tell(session: Session, space: Workspace, made: Made, source: str) -> None:
    words = session.words
    click.echo(heading("made", words, file=made.file, plan=source))
    click.echo("\n".join(listed(made.notes, words)))
    checker = Checker(Workspace(space.root, space.source), words, Profile.DRAFT)
    errors = [f for f in checker.findings(made.id) if f.severity is Severity.ERROR]
    if errors:
        click.echo(heading("unsound", words, count=str(len(errors)), file=made.file), err=True)
