"""``plan import``: make plans of finished documents."""

from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path

import click

from kehoach.commands.importing.document import Order, Outcome, Task, imported
from kehoach.commands.importing.finished import Wish, register_text
from kehoach.commands.importing.landing import Landing, landing, register_of
from kehoach.commands.shell.help import HelpedCommand
from kehoach.commands.shell.options import Count, OneOf, workers
from kehoach.commands.shell.progress import followed
from kehoach.commands.shell.session import Session
from kehoach.errors import KehoachError
from kehoach.importing.planning.register import Registered, merged
from kehoach.records import replace
from kehoach.reporting.imported import ImportReport, document, lines
from kehoach.writing.atomic import replace as put

ENDINGS = (".docx", ".doc", ".pdf", ".txt", ".md")
# The seconds that one document may take where it is worked on in a process of its own.
LONGEST = 120


@click.command("import", cls=HelpedCommand)
@click.argument("documents", nargs=-1, required=True)
@click.option("-o", "output")
@click.option("--unit", default="")
@click.option("--kind", default="")
@click.option("--year", type=Count(), default=None)
@click.option("--stub", is_flag=True)
@click.option("--report", type=OneOf(["text", "json"]), default="text")
@click.option("--force", is_flag=True)
@workers()
@click.pass_obj
def command(session: Session, /, documents: tuple[str, ...], **how: object) -> None:
    """Make a plan of each document; one that cannot be read stops no other."""
    tasks = [task for argument in documents for task in _tasks(session, argument)]
    land = landing(session.directory, _text(how["output"]) or None, len(tasks) > 1)
    wish = Wish(_text(how["unit"]), _text(how["kind"]), int(_text(how["year"]) or 0))
    order = Order(session.words, None if land.new else land.root, wish, bool(how["stub"]))
    run = _Run(session, land, bool(how["force"]), how["report"] == "json")
    status = max(run.told(tasks, _results(order, tasks, int(_text(how["jobs"])))), default=0)
    if run.json:
        click.echo(document(run.reports, session.words))
    click.get_current_context().exit(status)


def _text(value: object) -> str:
    return "" if value is None else str(value)


def _tasks(session: Session, argument: str) -> Iterator[Task]:
    """The document that *argument* names, or those in the folder, in the order of their names."""
    path = session.directory / argument
    if not path.is_dir():
        yield Task(path, argument)
        return
    found = [one for one in sorted(path.rglob("*")) if one.suffix.lower() in ENDINGS and not _hidden(one, path)]
    if not found:
        raise KehoachError("import_nothing", path=argument, known=", ".join(ENDINGS))
    yield from (Task(one, (Path(argument) / one.relative_to(path)).as_posix()) for one in found)


def _hidden(one: Path, folder: Path) -> bool:
    """Whether it is hidden, or what Word leaves beside a document that is open."""
    return any(part.startswith((".", "~$")) for part in one.relative_to(folder).parts)


def _results(order: Order, tasks: Sequence[Task], jobs: int) -> Iterator[Outcome | KehoachError]:
    """The outcomes in the order of *tasks*, from *jobs* processes."""
    work = partial(imported, order)
    if min(jobs, len(tasks)) == 1:
        yield from map(work, tasks)
        return
    from kehoach.commands.shell.crew import Crew

    yield from Crew(work, jobs, LONGEST).results(tasks)


class _Run:
    """What a run has written so far."""

    def __init__(self, session: Session, land: Landing, force: bool, json: bool) -> None:
        self.session, self.land, self.force, self.json = session, land, force, json
        self.reports: list[ImportReport] = []
        self.units: Registered | None = None

    def told(self, tasks: Sequence[Task], results: Iterable[Outcome | KehoachError]) -> Iterator[int]:
        """The status of every document, after writing its plan and saying what there is to say."""
        words = self.session.words
        for task, result in zip(tasks, followed(results, len(tasks), words.term("importing")), strict=True):
            try:
                report = self._written(task, result)
            except KehoachError as error:
                sentence = words.term("stopped").format(sentence=words.error(error))
                click.echo(f"{error.place or task.name}: {sentence}", err=True)
                yield error.status
                continue
            if self.json:
                self.reports.append(report)
            else:
                click.echo("\n".join(lines(report, words)))
            yield 0

    def _written(self, task: Task, result: Outcome | KehoachError) -> ImportReport:
        if isinstance(result, KehoachError):
            raise result
        path = self.land.place(result.unit, f"{result.year}-{result.kind}", task.name)
        shown = _near(path)
        if path.exists() and not self.force:
            raise KehoachError("file_exists", file=shown)
        if result.registered:
            self._register(result.registered)
        put(path, result.text.encode("utf-8"))
        return replace(result.report, file=shown)

    def _register(self, found: Registered) -> None:
        """Write the register of the new workspace, with the units of every document so far."""
        known = merged(self.units, found)
        if known != self.units:
            path = register_of(self.land.root)
            put(path, register_text(known).encode("utf-8"))
            if self.units is None and not self.json:
                click.echo(self.session.words.term("made").format(file=_near(path)))
        self.units = known


def _near(path: Path) -> str:
    here = Path.cwd()
    return (path.relative_to(here) if path.is_relative_to(here) else path).as_posix()
