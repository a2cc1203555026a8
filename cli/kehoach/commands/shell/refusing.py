"""Whether a plan may be rendered, and saying why not."""

from collections.abc import Mapping
from pathlib import Path

import click

from kehoach.commands.shell.checking import Checker
from kehoach.commands.shell.plans import Named
from kehoach.errors import KehoachError, Refusal
from kehoach.findings import Finding, Profile, Severity
from kehoach.plan import Plan
from kehoach.reporting.report import Report
from kehoach.reporting.text import lines
from kehoach.rules.engine import Scope
from kehoach.rules.registry import RULES

FINAL = {Profile.SIGN, Profile.ISSUED}
GRAVE = ("DOC", "INH")


def judged(checker: Checker, id: str, paths: Mapping[str, Path], force: bool) -> Plan:
    """The plan *id*, sound and with free *paths*; else ``Refusal``, after saying everything at once."""
    plan = sound(checker, id)
    _free(checker, paths, force)
    return plan


def sound(checker: Checker, id: str) -> Plan:
    """The plan *id*, free of what would make its document wrong; else ``Refusal``, after saying everything at once.

    What makes it wrong: faults of the file, its shape or its inheritance; from ``sign`` on, any error, also of what
    only the whole workspace shows.
    """
    profile = checker.profile_of(id)
    scope = Scope(Severity.ERROR, whole=profile in FINAL)
    errors = checker.findings(id, scope=scope)
    grave = [f for f in errors if profile in FINAL or _grave(f)]
    plan = checker.workspace.resolve(id)
    if grave or plan is None:
        _tell(checker, id, tuple(grave))
        raise Refusal("plan_broken")
    if errors:
        told = checker.words.term("other_errors").format(plan=id, count=len(errors), profile=profile)
        click.echo(told, err=True)
    return plan


def _grave(finding: Finding) -> bool:
    """Whether a finding is of the file, its shape or its inheritance."""
    return finding.fault.code.startswith(GRAVE) or RULES[finding.fault.code].check is None


def _tell(checker: Checker, id: str, grave: tuple[Finding, ...]) -> None:
    texts = checker.report(Named((id,), False)).texts
    *said, _ = lines(Report(grave, 1, texts), checker.words)
    broken = KehoachError("plan_broken", plan=id, count=len(grave))
    click.echo("\n".join([*said, checker.words.term("stopped").format(sentence=checker.words.error(broken))]), err=True)


def _free(checker: Checker, paths: Mapping[str, Path], force: bool) -> None:
    """Refuse to overwrite anything outside ``build/``."""
    build = checker.workspace.root / "build"
    for path in paths.values():
        if path.exists() and not force and not path.resolve().is_relative_to(build):
            taken = KehoachError("file_exists", file=path.as_posix())
            click.echo(checker.words.term("stopped").format(sentence=checker.words.error(taken)), err=True)
            raise Refusal("file_exists")
