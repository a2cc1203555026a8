"""Many plans rendered, or one: which, where to, and what is said of each."""

from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from typing import Any

import click

from kehoach.commands.rendering.making import LONGEST, ready
from kehoach.commands.rendering.orders import Order, Outcome, Task, rendered, shop, stopped
from kehoach.commands.rendering.places import targets
from kehoach.commands.rendering.pressing import refuse_faulty
from kehoach.commands.shell.plans import named
from kehoach.commands.shell.progress import followed
from kehoach.commands.shell.session import Session
from kehoach.errors import KehoachError

HOW = ("standard", "profile", "draft", "duplex", "force")


def render(session: Session, paths: Sequence[str], formats: Sequence[str], how: Mapping[str, Any]) -> int:
    """The status after writing each plan that *paths* name in each of *formats*, *how* the command line says."""
    order = Order(session.words, session.directory, **{name: how[name] for name in HOW})
    shelf = shop(order).shelf
    files = targets(session, shelf.root, named(session, shelf, paths).ids, formats, how["output"])
    refuse_faulty(shelf, order.standard)
    new = not shop(order).memory.recall(list(files)).keys() >= files.keys()
    if min(how["jobs"], len(files)) == 1:
        ready(order.form, composing=new)
    if new:
        space = shop(order).space
        _ = space.units, space.kinds, space.lexicon
    tasks = [Task(id, shelf.paths[id], paths) for id, paths in files.items()]
    return max([0, *_told(tasks, order, _results(order, tasks, how["jobs"]))])


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
