"""One plan rendered, in this process or in another: everything that goes in and comes out can be sent.

The plan is read and judged here; its document is composed and made into files beside that (``making``).
"""

from collections.abc import Callable, Mapping
from contextlib import redirect_stderr, suppress
from datetime import date
from functools import cache, cached_property
from io import StringIO
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kehoach.commands.rendering.making import Copy, Form, Made, begun, ready
from kehoach.commands.rendering.places import refuse_taken
from kehoach.commands.shell.fingerprints import Fingerprints
from kehoach.commands.shell.memory import Memory
from kehoach.commands.shell.session import Session
from kehoach.errors import KehoachError, Refusal
from kehoach.reading.shelf import Shelf
from kehoach.records import dataclass
from kehoach.reporting.words import Words
from kehoach.writing.atomic import store

if TYPE_CHECKING:
    from kehoach.commands.checking.checker import Checker
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

    @property
    def form(self) -> Form:
        """What the documents are made by."""
        return Form(self.words, self.directory, self.standard, self.draft, self.duplex)


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

    @cached_property
    def space(self) -> "Workspace":
        """The workspace, for plans that must be read."""
        from kehoach.reading.workspace import Workspace

        return Workspace(self.shelf.root, self.shelf.source)

    @cached_property
    def checker(self) -> "Checker":
        """What judges the plans."""
        from kehoach.commands.checking.checker import Checker, asked

        return Checker(self.space, self.order.words, asked(self.order.profile))

    @cached_property
    def memory(self) -> Memory:
        """The documents of plans without a fault, as they were composed before."""
        how = self.order.standard, self.order.profile or "", str(self.order.draft or ""), self.order.words.language
        return Memory(Fingerprints(self.shelf), "/".join(("document", *how)))


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
    """The workspace of *order*."""
    return Shop(order, Session(order.words, order.directory).shelf)


def _written(shop: Shop, task: Task) -> bool:
    """Whether the plan was written; one that is known only on paper is not."""
    known = _recalled(shop, task)
    ready(shop.order.form, composing=known is None)
    if known is None and _stub(shop, task.id):
        click.echo(shop.order.words.term("stub_passed").format(plan=task.id), err=True)
        return False
    made = begun(shop.order.form, known)() if known is not None else _judged(shop, task)
    if not shop.order.force:
        refuse_taken(shop.shelf.root, shop.order.words, task.paths)
    store(made.files, task.paths)
    return True


def _recalled(shop: Shop, task: Task) -> Copy | None:
    """The document of the plan as it was kept."""
    match shop.memory.recall([task.id]).get(task.id):
        case [str(source), str(day)]:
            return Copy(date.fromisoformat(day), tuple(task.paths), source)
    return None


def _stub(shop: Shop, id: str) -> bool:
    plan = shop.space.resolve(id)
    return plan is not None and not plan.complete


def _judged(shop: Shop, task: Task) -> Made:
    """The files, the plan judged while they are made; a ``Refusal`` says more than what went wrong in making them.

    The document of a plan about which there is nothing to say is kept for the next time.
    """
    copy = _copy(shop, task)
    making = begun(shop.order.form, copy) if copy else None
    try:
        rests_on = _sound(shop, task.id)
    except BaseException:
        _let_finish(making)
        raise
    assert copy and making, "what cannot be read is never sound"
    if rests_on:
        shop.memory.reckon(rests_on)
    made = making()
    if rests_on:
        shop.memory.keep([(task.id, rests_on, (made.source, copy.day.isoformat()))])
    return made


def _copy(shop: Shop, task: Task) -> Copy | None:
    """What is to be made of the plan; None where it cannot be read."""
    plan = shop.space.resolve(task.id)
    if plan is None:
        return None
    if plan.document:
        return Copy(plan.day, tuple(task.paths), plan.document)
    return Copy(plan.day, tuple(task.paths), plan=(plan, shop.space.kinds[plan.kind], shop.space.units))


def _sound(shop: Shop, id: str) -> tuple[str, ...]:
    from kehoach.commands.rendering.refusing import judged

    return judged(shop.checker, id)


def _let_finish(making: Callable[[], Made] | None) -> None:
    """Wait for what nobody wants any more, so that it leaves nothing behind."""
    if making:
        with suppress(KehoachError):
            making()
