"""``plan validate``: find everything wrong in plans."""

from collections.abc import Iterator
from difflib import unified_diff
from typing import Any

import click

from kehoach.commands.checking.arguments import Parted, parted, without_workspace
from kehoach.commands.checking.checker import Checker, asked
from kehoach.commands.checking.curing import Cured, cured
from kehoach.commands.checking.inquiry import Inquiry
from kehoach.commands.checking.saying import FORMATS, TEXT, say
from kehoach.commands.rendering.pressing import USUAL_STANDARD
from kehoach.commands.shell.help import HelpedCommand
from kehoach.commands.shell.options import OneOf, workers
from kehoach.commands.shell.plans import Named, named
from kehoach.commands.shell.session import Session
from kehoach.errors import KehoachError
from kehoach.findings import Profile, Severity
from kehoach.reading.workspace import Workspace
from kehoach.reporting.report import Report
from kehoach.writing.atomic import replace


@click.command("validate", cls=HelpedCommand)
@click.argument("paths", nargs=-1)
@click.option("--profile", type=OneOf(list(Profile)))
@click.option("--format", "format", type=OneOf(list(FORMATS)), default=TEXT)
@click.option("--fail-on", "fail_on", type=OneOf(list(Severity)), default=Severity.ERROR.value)
@click.option("--standard", default=USUAL_STANDARD)
@click.option("--fix", "mode", flag_value="fix")
@click.option("--diff", "mode", flag_value="diff")
@workers()
@click.pass_obj
def command(session: Session, /, paths: tuple[str, ...], *, mode: str | None, fail_on: str, **how: Any) -> None:
    """Say everything wrong with the plans that *paths* name; status 1 where it reaches *fail_on*."""
    space, wanted = _wanted(session, paths)
    checker = Checker(space or _bare(), session.words, asked(how["profile"]))
    plans = named(session, checker.workspace, wanted.plans) if wanted.has_plans else Named((), False)
    if mode and (wanted.documents or wanted.found):
        click.echo(session.words.term("documents_kept"), err=True)
    if mode == "diff":
        click.echo("".join(_preview(cured(checker, plans))), nl=False)
        return
    if mode == "fix":
        made = cured(checker, plans)
        _write(session, made)
        checker = made.checker
    named_any = plans.ids or plans.register
    report, status = Inquiry(checker, how["jobs"]).report(plans) if named_any else Report((), 0), 0
    if wanted.documents or wanted.found:
        from kehoach.commands.checking.documents import Looking

        look = Looking(session, checker, how["standard"] or USUAL_STANDARD, alone=space is None).look(wanted)
        report, status = look.added_to(report), look.status
    say(report, session, how["format"] or TEXT)
    click.get_current_context().exit(max(status, int(report.reaches(Severity(fail_on)))))


def _wanted(session: Session, paths: tuple[str, ...]) -> tuple[Workspace | None, Parted]:
    """What *paths* name, and the workspace around the folder; None where there is none and documents are all."""
    wanted = parted(session.directory, paths)
    try:
        return session.workspace, wanted
    except KehoachError:
        alone = without_workspace(session.directory, paths)
        if alone is None:
            raise
        return None, alone


def _bare() -> Workspace:
    from kehoach.commands.importing.finished import bare_workspace

    return bare_workspace()


def _preview(made: Cured) -> Iterator[str]:
    for file, new in sorted(made.after.items()):
        yield from unified_diff(made.before[file].splitlines(keepends=True), new.splitlines(keepends=True), file, file)


def _write(session: Session, made: Cured) -> None:
    for file, content in sorted(made.contents.items()):
        replace(made.checker.workspace.root / file, content)
        click.echo(session.words.term("fixed").format(file=file), err=True)
