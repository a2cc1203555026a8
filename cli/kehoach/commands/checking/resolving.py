"""A plan that must be resolved for the command to go on."""

import click

from kehoach.commands.checking.checker import Checker
from kehoach.commands.shell.plans import Named
from kehoach.commands.shell.session import Session
from kehoach.errors import KehoachError
from kehoach.plan import Plan
from kehoach.reading.workspace import Workspace
from kehoach.reporting.text import lines


def resolved(session: Session, workspace: Workspace, id: str) -> Plan:
    """The resolved plan *id*; ``KehoachError`` where its file cannot be used, after saying why."""
    plan = workspace.resolve(id)
    if plan:
        return plan
    report = Checker(workspace, session.words).report(Named((id,), False))
    *said, _ = lines(report, session.words)
    click.echo("\n".join(said), err=True)
    raise KehoachError("plan_broken", plan=id, count=len(report.findings))
