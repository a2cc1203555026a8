"""``plan render``: write the signable documents."""

from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click

from kehoach.commands.shell.checking import Checker, asked
from kehoach.commands.shell.help import HelpedCommand
from kehoach.commands.shell.options import Count, OneOf, workers
from kehoach.commands.shell.plans import named
from kehoach.commands.shell.pressing import USUAL_STANDARD, press, standard
from kehoach.commands.shell.progress import followed
from kehoach.commands.shell.refusing import Refusal, judged
from kehoach.commands.shell.session import Session
from kehoach.commands.shell.targets import targets
from kehoach.document.compose import markdown
from kehoach.document.markdown import parse
from kehoach.errors import KehoachError
from kehoach.findings import Profile
from kehoach.plan import Plan
from kehoach.reporting.words import Words
from kehoach.standards.standard import Standard
from kehoach.writing.formats import FORMATS, write


@dataclass(frozen=True, slots=True)
class Job:
    """What every plan of a run is rendered with."""

    checker: Checker
    layout: Standard
    words: Words
    draft: int | None
    duplex: bool

    def make(self, plan: Plan, files: dict[str, Path]) -> None:
        """Write *plan* to *files*, a path for each format."""
        needed = press(self.checker.workspace, plan, self.layout, self.words, self.draft)
        write(parse(plan.document or markdown(plan, needed)), self.layout.on(plan.day), files, self.duplex)


@click.command("render", cls=HelpedCommand)
@click.argument("paths", nargs=-1)
@click.option("--to", "formats", type=OneOf(list(FORMATS), many=True), default="docx,pdf")
@click.option("-o", "output")
@click.option("--profile", type=OneOf(list(Profile)))
@click.option("--standard", default=USUAL_STANDARD)
@click.option("--draft", type=Count())
@click.option("--duplex", is_flag=True)
@click.option("--force", is_flag=True)
@workers()
@click.pass_obj
def command(
    session: Session, /, paths: tuple[str, ...], formats: Sequence[str], output: str | None, **how: Any
) -> None:
    """Write each plan that *paths* name in each format; one that cannot be written stops no other."""
    space = session.workspace
    layout = standard(space, how["standard"])
    checker = Checker(space, session.words, asked(how["profile"]))
    job = Job(checker, layout, session.words, how["draft"], how["duplex"])
    ids = [id for id in named(session, space, paths).ids if not _stub(session, checker, id)]
    files = targets(session, space.root, ids, formats, output)
    ready = list(_ready(checker, files, how["force"]))
    statuses = [0, *(status for status, _ in ready)]
    plans = [plan for _, plan in ready if plan]
    statuses += _run(job, plans, files, how["jobs"])
    click.get_current_context().exit(max(statuses))


def _stub(session: Session, checker: Checker, id: str) -> bool:
    """Whether there is nothing to print because the plan is known only on paper; says so."""
    plan = checker.workspace.resolve(id)
    stub = plan is not None and not plan.complete
    if stub:
        click.echo(session.words.term("stub_passed").format(plan=id), err=True)
    return stub


def _ready(checker: Checker, files: dict[str, dict[str, Path]], force: bool) -> Iterator[tuple[int, Plan | None]]:
    """Each plan that may be written, or the status of its refusal; what is wrong is said at once."""
    for id, paths in files.items():
        try:
            yield 0, judged(checker, id, paths, force)
        except Refusal as refusal:
            yield refusal.status, None


def _run(job: Job, plans: Sequence[Plan], files: dict[str, dict[str, Path]], jobs: int) -> Iterator[int]:
    with ThreadPoolExecutor(jobs) as pool:
        running = [(plan, pool.submit(job.make, plan, files[plan.id])) for plan in plans]
        for plan, future in followed(running, job.words.term("rendering")):
            try:
                future.result()
            except KehoachError as error:
                sentence = job.words.term("stopped").format(sentence=job.words.error(error))
                click.echo(f"{plan.file}: {sentence}", err=True)
                yield error.status
                continue
            for path in files[plan.id].values():
                click.echo(job.words.term("made").format(file=path.as_posix()))
