"""``plan render``: write the signable documents."""

from collections.abc import Iterator, Sequence
from functools import partial
from typing import Any

import click

from kehoach.commands.rendering.making import LONGEST, ready
from kehoach.commands.rendering.orders import Order, Outcome, Task, rendered, shop, stopped
from kehoach.commands.rendering.places import targets
from kehoach.commands.rendering.pressing import USUAL_STANDARD, standard
from kehoach.commands.shell.help import HelpedCommand
from kehoach.commands.shell.options import Count, OneOf, workers
from kehoach.commands.shell.plans import named
from kehoach.commands.shell.progress import followed
from kehoach.commands.shell.session import Session
from kehoach.errors import KehoachError
from kehoach.findings import Profile
from kehoach.writing.formats import FORMATS

HOW = ("standard", "profile", "draft", "duplex", "force")


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
    """Write each plan that *paths* name in each format; one that cannot be written stops no other.

    What would stop every plan stops the run before any.
    """
    order = Order(session.words, session.directory, **{name: how[name] for name in HOW})
    shelf = shop(order).shelf
    files = targets(session, shelf.root, named(session, shelf, paths).ids, formats, output)
    new = not shop(order).memory.recall(list(files)).keys() >= files.keys()
    if min(how["jobs"], len(files)) == 1:
        ready(order.form, composing=new)
    standard(shelf, order.standard)
    if new:
        space = shop(order).space
        _ = space.units, space.kinds, space.lexicon
    tasks = [Task(id, shelf.paths[id], paths) for id, paths in files.items()]
    statuses = [0, *_told(tasks, order, _results(order, tasks, how["jobs"]))]
    click.get_current_context().exit(max(statuses))


def _results(order: Order, tasks: Sequence[Task], jobs: int) -> Iterator[Outcome | KehoachError]:
    """The outcomes in the order of *tasks*, from *jobs* processes."""
    work = partial(rendered, order)
    if min(jobs, len(tasks)) > 1:
        from kehoach.commands.shell.crew import Crew

        return Crew(work, jobs, LONGEST).results(tasks)
    return map(work, tasks)


def _told(tasks: Sequence[Task], order: Order, results: Iterator[Outcome | KehoachError]) -> Iterator[int]:
    """The status of every plan, after saying what there is to say about it."""
    for task, result in zip(tasks, followed(results, len(tasks), order.words.term("rendering")), strict=True):
        if isinstance(result, KehoachError):
            result = Outcome(result.status, complaints=stopped(order.words, task, result))
        click.echo(result.complaints, err=True, nl=False)
        for path in task.paths.values() if result.made else ():
            click.echo(order.words.term("made").format(file=path.as_posix()))
        yield result.status
