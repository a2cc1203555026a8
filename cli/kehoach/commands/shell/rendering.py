"""One plan rendered, in this process or in another: everything that goes in and comes out can be sent."""

from collections.abc import Mapping
from contextlib import redirect_stderr
from dataclasses import dataclass
from functools import cache
from io import StringIO
from pathlib import Path

import click

from kehoach.commands.shell.checking import Checker, asked
from kehoach.commands.shell.pressing import press, standard
from kehoach.commands.shell.refusing import Refusal, judged
from kehoach.commands.shell.session import Session
from kehoach.document.compose import markdown
from kehoach.document.markdown import parse
from kehoach.errors import KehoachError
from kehoach.plan import Plan
from kehoach.reporting.words import Words
from kehoach.standards.standard import Standard
from kehoach.writing.formats import write


@dataclass(frozen=True, slots=True)
class Order:
    """What every plan of a run is rendered with, as the command line gives it."""

    words: Words
    directory: Path
    standard: str
    profile: str | None = None
    draft: int | None = None
    duplex: bool = False
    force: bool = False


@dataclass(frozen=True, slots=True)
class Task:
    """A plan, its file in the workspace, and a path for each format."""

    id: str
    file: str
    paths: Mapping[str, Path]


@dataclass(frozen=True, slots=True)
class Outcome:
    """How it went with a plan: the status, whether files were made, and what is wrong, in words."""

    status: int = 0
    made: bool = False
    complaints: str = ""


@dataclass(frozen=True, slots=True)
class _Shop:
    checker: Checker
    layout: Standard


def rendered(order: Order, task: Task) -> Outcome:
    """Write the plan of *task* unless it is unsound; the outcome, never an error of the plan."""
    with redirect_stderr(StringIO()) as said:
        try:
            made = _written(order, _shop(order), task)
        except Refusal as refusal:
            return Outcome(refusal.status, complaints=said.getvalue())
        except KehoachError as error:
            return Outcome(error.status, complaints=said.getvalue() + stopped(order.words, task, error))
    return Outcome(made=made, complaints=said.getvalue())


def stopped(words: Words, task: Task, error: KehoachError) -> str:
    """The line that says what stopped the work on a plan."""
    return f"{error.place or task.file}: {words.term('stopped').format(sentence=words.error(error))}\n"


@cache
def _shop(order: Order) -> _Shop:
    space = Session(order.words, order.directory).workspace
    return _Shop(Checker(space, order.words, asked(order.profile)), standard(space, order.standard))


def _written(order: Order, shop: _Shop, task: Task) -> bool:
    """Whether the plan was written; one that is known only on paper is not."""
    found = shop.checker.workspace.resolve(task.id)
    if found is not None and not found.complete:
        click.echo(order.words.term("stub_passed").format(plan=task.id), err=True)
        return False
    plan = judged(shop.checker, task.id, task.paths, order.force)
    write(parse(_source(order, shop, plan)), shop.layout.on(plan.day), task.paths, order.duplex)
    return True


def _source(order: Order, shop: _Shop, plan: Plan) -> str:
    workspace = shop.checker.workspace
    return plan.document or markdown(plan, press(workspace, plan, shop.layout, order.words, order.draft))
