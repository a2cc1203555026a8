"""Whether a plan may be rendered, and saying why not."""

import click

from kehoach.commands.checking.checker import Checker
from kehoach.commands.shell.plans import Named
from kehoach.errors import KehoachError, Refusal
from kehoach.findings import Finding, Profile, Severity
from kehoach.reporting.report import Report
from kehoach.reporting.text import lines
from kehoach.rules.engine import Scope
from kehoach.rules.registry import RULES

FINAL = {Profile.SIGN, Profile.ISSUED}
GRAVE = ("DOC", "INH")


def judged(checker: Checker, id: str) -> tuple[str, ...]:
    """The plans on which it rests that there is nothing to say about the plan *id*; none where there is something.

    ``Refusal`` where it is not sound, after saying everything at once. What the whole tree shows rests on every plan,
    and is not to be counted on.
    """
    clean = sound(checker, id)
    return tuple(sorted(checker.rests_on(id))) if clean and checker.profile_of(id) not in FINAL else ()


def sound(checker: Checker, id: str) -> bool:
    """Whether the plan *id* has no error; where one makes its document wrong, ``Refusal``, after saying all at once.

    What makes it wrong: faults of the file, its shape or its inheritance; from ``sign`` on, any error, also of what
    only the whole workspace shows.
    """
    profile = checker.profile_of(id)
    scope = Scope(Severity.ERROR, whole=profile in FINAL)
    errors = checker.findings(id, scope=scope)
    grave = [f for f in errors if profile in FINAL or _grave(f)]
    if grave or checker.workspace.resolve(id) is None:
        _tell(checker, id, tuple(grave))
        raise Refusal("plan_broken")
    if errors:
        told = checker.words.term("other_errors").format(plan=id, count=len(errors), profile=profile)
        click.echo(told, err=True)
    return not errors


def _grave(finding: Finding) -> bool:
    """Whether a finding is of the file, its shape or its inheritance."""
    return finding.fault.code.startswith(GRAVE) or RULES[finding.fault.code].check is None


def _tell(checker: Checker, id: str, grave: tuple[Finding, ...]) -> None:
    texts = checker.report(Named((id,), False)).texts
    *said, _ = lines(Report(grave, 1, texts), checker.words)
    broken = KehoachError("plan_broken", plan=id, count=len(grave))
    click.echo("\n".join([*said, checker.words.term("stopped").format(sentence=checker.words.error(broken))]), err=True)
