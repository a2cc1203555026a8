"""``plan validate``: find everything wrong in plans."""

from collections.abc import Iterable
from dataclasses import replace as replaced
from difflib import unified_diff

import click

from kehoach.commands.shell.checking import Checker, asked
from kehoach.commands.shell.documents import misformed, parted
from kehoach.commands.shell.help import HelpedCommand
from kehoach.commands.shell.options import OneOf
from kehoach.commands.shell.paint import paint
from kehoach.commands.shell.plans import Named, named
from kehoach.commands.shell.pressing import USUAL_STANDARD
from kehoach.commands.shell.session import Session
from kehoach.findings import Profile, Severity
from kehoach.reading.workspace import Workspace
from kehoach.reporting import json, text
from kehoach.reporting.report import Report
from kehoach.rules.engine import in_order
from kehoach.rules.fixing import fixed
from kehoach.writing.atomic import replace

ROUNDS = 8


@click.command("validate", cls=HelpedCommand)
@click.argument("paths", nargs=-1)
@click.option("--profile", type=OneOf(list(Profile)))
@click.option("--format", "format", type=OneOf(["text", "json"]), default="text")
@click.option("--fail-on", "fail_on", type=OneOf(list(Severity)), default=Severity.ERROR.value)
@click.option("--standard", default=USUAL_STANDARD)
@click.option("--fix", "mode", flag_value="fix")
@click.option("--diff", "mode", flag_value="diff")
@click.pass_obj
def command(session: Session, /, paths: tuple[str, ...], *, mode: str | None, fail_on: str, **how: str | None) -> None:
    """Say everything wrong with the plans that *paths* name; status 1 where it reaches *fail_on*."""
    checker = Checker(session.workspace, session.words, asked(how["profile"]))
    names, documents = parted(paths)
    plans = named(session, checker.workspace, names) if names or not documents else Named((), False)
    if mode == "diff":
        click.echo("".join(_preview(checker, plans)), nl=False)
        return
    if mode == "fix":
        checker = _fixed(session, checker, plans)
    report = checker.report(plans)
    found, status = misformed(session, checker, documents, how["standard"] or USUAL_STANDARD)
    report = replaced(report, findings=in_order((*report.findings, *found)), files=report.files + len(documents))
    _say(report, session, how["format"] or "text")
    click.get_current_context().exit(max(status, int(report.reaches(Severity(fail_on)))))


def _say(report: Report, session: Session, format: str) -> None:
    if format == "json":
        click.echo(json.document(report, session.words))
    else:
        click.echo("\n".join(text.lines(report, session.words, paint())))


def _cured(checker: Checker, plans: Named) -> Iterable[tuple[str, str, str]]:
    """File, text and cured text of every file that a safe fix would change."""
    report = checker.report(plans)
    for file, old in report.texts.items():
        new = fixed(old, (f.fault for f in report.findings if f.fault.place.file == file))
        if new != old:
            yield file, old, new


def _preview(checker: Checker, plans: Named) -> Iterable[str]:
    for file, old, new in _cured(checker, plans):
        yield from unified_diff(old.splitlines(keepends=True), new.splitlines(keepends=True), file, file)


def _fixed(session: Session, checker: Checker, plans: Named) -> Checker:
    """The plans as they are once nothing safe is left to fix; one cure may bring another fault to light."""
    for _ in range(ROUNDS):
        cured = list(_cured(checker, plans))
        for file, _, new in cured:
            replace(checker.workspace.root / file, new.encode("utf-8"))
            click.echo(session.words.term("fixed").format(file=file), err=True)
        if not cured:
            break
        checker = Checker(Workspace.around(checker.workspace.root), session.words, checker.profile)
    return checker
