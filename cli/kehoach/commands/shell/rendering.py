"""One plan rendered, in this process or in another: everything that goes in and comes out can be sent."""

from collections.abc import Mapping
from contextlib import redirect_stderr
from datetime import date
from functools import cache, cached_property
from io import StringIO
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kehoach.commands.shell.memory import Memory
from kehoach.commands.shell.pressing import press, standard
from kehoach.commands.shell.session import Session
from kehoach.commands.shell.targets import refuse_taken
from kehoach.document.markdown import parse
from kehoach.errors import KehoachError, Refusal
from kehoach.reading.shelf import Shelf
from kehoach.records import dataclass
from kehoach.reporting.words import Words
from kehoach.standards.standard import Standard
from kehoach.writing.formats import Making, begun, ready, store

if TYPE_CHECKING:
    from kehoach.commands.shell.checking import Checker
    from kehoach.plan import Plan
    from kehoach.reading.workspace import Workspace


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
    """What the plans of an order have in common, read once, and only as far as they need it."""

    order: Order
    shelf: Shelf
    layout: Standard

    @cached_property
    def space(self) -> "Workspace":
        """The workspace, for plans that must be read."""
        from kehoach.reading.workspace import Workspace

        return Workspace(self.shelf.root, self.shelf.source)

    @cached_property
    def checker(self) -> "Checker":
        """What judges the plans."""
        from kehoach.commands.shell.checking import Checker, asked

        return Checker(self.space, self.order.words, asked(self.order.profile))

    @cached_property
    def memory(self) -> Memory:
        """The documents of plans without a fault, as they were composed before."""
        how = self.order.standard, self.order.profile or "", str(self.order.draft or ""), self.order.words.language
        return Memory(self.shelf, "/".join(("document", *how)))


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
    shelf = Session(order.words, order.directory).shelf
    return Shop(order, shelf, standard(shelf, order.standard))


def _written(shop: Shop, task: Task) -> bool:
    """Whether the plan was written; one that is known only on paper is not."""
    ready(task.paths)
    known = _recalled(shop, task.id)
    if known is None and _stub(shop, task.id):
        click.echo(shop.order.words.term("stub_passed").format(plan=task.id), err=True)
        return False
    making = _begun(shop, task, *known) if known is not None else _judged(shop, task)
    if not shop.order.force:
        refuse_taken(shop.shelf.root, shop.order.words, task.paths)
    store(making, task.paths)
    return True


def _recalled(shop: Shop, id: str) -> tuple[str, str] | None:
    """The document of the plan *id* and its day, as they were kept."""
    match shop.memory.recall([id]).get(id):
        case [str(source), str(day)]:
            return source, day
    return None


def _stub(shop: Shop, id: str) -> bool:
    plan = shop.space.resolve(id)
    return plan is not None and not plan.complete


def _judged(shop: Shop, task: Task) -> Making:
    """The files in the making, the plan judged meanwhile; a ``Refusal`` says more than what went wrong in making them.

    The document of a plan about which there is nothing to say is kept for the next time.
    """
    from kehoach.commands.shell.refusing import judged

    plan = shop.space.resolve(task.id)
    source, day = "", plan.day.isoformat() if plan else ""
    making: Making = {}
    try:
        if plan is not None:
            source = _source(shop, plan)
            making = _begun(shop, task, source, day)
    finally:
        rests_on = judged(shop.checker, task.id)
    if rests_on:
        shop.memory.keep([(task.id, rests_on, (source, day))])
    return making


def _begun(shop: Shop, task: Task, source: str, day: str) -> Making:
    return begun(parse(source), shop.layout.on(date.fromisoformat(day)), task.paths, shop.order.duplex)


def _source(shop: Shop, plan: "Plan") -> str:
    from kehoach.document.compose import markdown

    order = shop.order
    return plan.document or markdown(plan, press(shop.space, plan, shop.layout, order.words, order.draft))
