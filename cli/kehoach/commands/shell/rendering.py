"""One plan rendered, in this process or in another: everything that goes in and comes out can be sent."""

from collections.abc import Mapping
from contextlib import redirect_stderr
from functools import cache, cached_property
from io import StringIO
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kehoach.commands.shell.pressing import press, standard
from kehoach.commands.shell.session import Session
from kehoach.document.compose import markdown
from kehoach.document.markdown import parse
from kehoach.errors import KehoachError, Refusal
from kehoach.plan import Plan
from kehoach.reading.workspace import Workspace
from kehoach.records import dataclass
from kehoach.reporting.words import Words
from kehoach.standards.standard import Standard
from kehoach.writing.formats import Making, begun, ready, store

if TYPE_CHECKING:
    from kehoach.commands.shell.checking import Checker


@dataclass(frozen=True, slots=True, eq=False)
class Order:
    """What every plan of a run is rendered with, as the command line gives it; equal only to itself."""

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


@dataclass(frozen=True)
class Shop:
    """What the plans of an order have in common, read once."""

    order: Order
    space: Workspace
    layout: Standard

    @cached_property
    def checker(self) -> "Checker":
        """What judges the plans; the rules are read only then."""
        from kehoach.commands.shell.checking import Checker, asked

        return Checker(self.space, self.order.words, asked(self.order.profile))


def rendered(order: Order, task: Task) -> Outcome:
    """Write the plan of *task* unless it is unsound; the outcome, never an error of the plan."""
    with redirect_stderr(StringIO()) as said:
        try:
            made = _written(shop(order), task)
        except Refusal as refusal:
            return Outcome(refusal.status, complaints=said.getvalue())
        except KehoachError as error:
            return Outcome(error.status, complaints=said.getvalue() + stopped(order.words, task, error))
    return Outcome(made=made, complaints=said.getvalue())


def stopped(words: Words, task: Task, error: KehoachError) -> str:
    """The line that says what stopped the work on a plan."""
    return f"{error.place or task.file}: {words.term('stopped').format(sentence=words.error(error))}\n"


@cache
def shop(order: Order) -> Shop:
    """The workspace and the form of *order*."""
    space = Session(order.words, order.directory).workspace
    return Shop(order, space, standard(space, order.standard))


def _written(shop: Shop, task: Task) -> bool:
    """Whether the plan was written; one that is known only on paper is not."""
    ready(task.paths)
    plan = shop.space.resolve(task.id)
    if plan is not None and not plan.complete:
        click.echo(shop.order.words.term("stub_passed").format(plan=task.id), err=True)
        return False
    making: Making = {}
    try:
        if plan is not None:
            making = begun(parse(_source(shop, plan)), shop.layout.on(plan.day), task.paths, shop.order.duplex)
    finally:
        _refuse_unsound(shop, task)
    store(making, task.paths)
    return True


def _refuse_unsound(shop: Shop, task: Task) -> None:
    """Judge the plan while its files are being made; a ``Refusal`` says more than what went wrong in making them."""
    from kehoach.commands.shell.refusing import judged

    judged(shop.checker, task.id, task.paths, shop.order.force)


def _source(shop: Shop, plan: Plan) -> str:
    order = shop.order
    return plan.document or markdown(plan, press(shop.space, plan, shop.layout, order.words, order.draft))
