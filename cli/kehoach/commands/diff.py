"""``plan diff``: what changed between two plans, or between the plans of two folders."""

from collections.abc import Iterator, Mapping
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

import click

from kehoach.commands.comparing.contrasting import ENDINGS, FILES, FORMS, Order, Outcome, Task, told
from kehoach.commands.comparing.pairs import pairs
from kehoach.commands.rendering.pressing import USUAL_STANDARD
from kehoach.commands.shell.help import HelpedCommand
from kehoach.commands.shell.options import OneOf, workers
from kehoach.commands.shell.paint import paint
from kehoach.commands.shell.progress import followed
from kehoach.commands.shell.session import Session
from kehoach.comparing.filters import TOPICS
from kehoach.errors import KehoachError, WrongUsage
from kehoach.phrases import partial_date
from kehoach.reporting.text import plain
from kehoach.writing.atomic import replace

# The seconds that one pair may take where it is worked on in a process of its own.
LONGEST = 120


@click.command("diff", cls=HelpedCommand)
@click.argument("old")
@click.argument("new")
@click.option("--only", type=OneOf(list(TOPICS), many=True), default=None)
@click.option("--ignore", type=OneOf(list(TOPICS), many=True), default=None)
@click.option("--all", "unfolded", is_flag=True)
@click.option("--to", "form", type=OneOf(list(FORMS)), default="text")
@click.option("-o", "output")
@click.option("--standard", "layout", default=USUAL_STANDARD)
@click.option("--author", default="")
@click.option("--date", "day")
@click.option("--as", "at", default="")
@click.option("--exit-code", "exit_code", is_flag=True)
@click.option("--force", is_flag=True)
@workers()
@click.pass_obj
def command(session: Session, /, old: str, new: str, **how: Any) -> None:
    """Say what changed from OLD to NEW; with ``--exit-code`` the status is 1 where somebody changed anything."""
    folders = (session.directory / old).is_dir() and (session.directory / new).is_dir()
    files = _files(session, old, new, how) if folders else {Task(old, new): _target(session, how)}
    look = plain if how["output"] or how["jobs"] > 1 else paint()
    topics = how["only"] or (), how["ignore"] or ()
    order = Order(
        session.words,
        session.directory,
        how["form"],
        how["layout"],
        *topics,
        how["unfolded"],
        how["author"],
        _day(how["day"]),
        look,
        how["at"],
    )
    statuses = tuple(_told(session, order, files, how))
    click.get_current_context().exit(max(statuses, default=0))


def _told(session: Session, order: Order, files: Mapping[Task, Path | None], how: dict[str, Any]) -> Iterator[int]:
    """The status of every pair, after writing or showing what there is to say about it."""
    results = _results(order, tuple(files), how["jobs"])
    label = session.words.term("comparing")
    for (task, target), result in zip(files.items(), followed(results, len(files), label), strict=True):
        if isinstance(result, KehoachError):
            if len(files) == 1:
                raise result
            sentence = session.words.term("stopped").format(sentence=session.words.error(result))
            click.echo(f"{result.place or task.new}: {sentence}", err=True)
            yield result.status
            continue
        _give(session, result, target)
        yield int(how["exit_code"] and bool(result.decided))


def _give(session: Session, result: Outcome, target: Path | None) -> None:
    if target is None:
        click.echo(result.content.decode(), nl=False)
    else:
        replace(target, result.content)
        click.echo(session.words.term("made").format(file=target.as_posix()), err=True)


def _results(order: Order, tasks: tuple[Task, ...], jobs: int) -> Iterator[Outcome | KehoachError]:
    """The outcomes in the order of *tasks*, from *jobs* processes."""
    work = partial(told, order)
    if min(jobs, len(tasks)) <= 1:
        return map(work, tasks)
    from kehoach.commands.shell.crew import Crew

    return Crew(work, jobs, LONGEST).results(tasks)


def _files(session: Session, old: str, new: str, how: dict[str, Any]) -> dict[Task, Path | None]:
    """The file of every pair of two folders, None for standard output; what stands alone is said."""
    if how["output"] is None and how["form"] != "text":
        raise WrongUsage("output_needed", format=how["form"])
    found, alone = pairs(session.directory, old, new)
    for path in alone.values():
        click.echo(session.words.term("unpaired").format(file=path), err=True)
    if how["output"] is None:
        return dict.fromkeys(found.values())
    folder, ending = session.directory / how["output"], ENDINGS.get(how["form"], f".{how['form']}")
    return {task: _free(folder / f"{id}{ending}", how) for id, task in found.items()}


def _target(session: Session, how: dict[str, Any]) -> Path | None:
    """The file to write, None for standard output; what no terminal can show needs one."""
    if how["output"] is None:
        if how["form"] in FILES:
            raise WrongUsage("output_needed", format=how["form"])
        return None
    return _free(session.directory / str(how["output"]), how)


def _free(path: Path, how: dict[str, Any]) -> Path:
    if path.exists() and not how["force"]:
        raise KehoachError("file_exists", file=path.as_posix())
    return path


def _day(text: str | None) -> date | None:
    if text is None:
        return None
    read = partial_date.parse(text)
    if read is None or not read.complete:
        raise WrongUsage("day_wrong", day=text)
    return read.first()
