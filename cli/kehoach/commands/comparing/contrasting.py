"""A pair of plans compared and told in one of the forms, in this process or in another."""

from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path

from kehoach.commands.comparing.sides import Side, contrasted, side
from kehoach.commands.rendering.pressing import press, standard
from kehoach.commands.shell.session import Session
from kehoach.comparing.aligning import aligned
from kehoach.comparing.filters import filtered
from kehoach.comparing.spans import changed_spans
from kehoach.contrast import Contrast
from kehoach.document.compose import markdown
from kehoach.document.markdown import parse
from kehoach.errors import KehoachError
from kehoach.records import dataclass
from kehoach.reporting import contrast_html, contrast_json, contrast_markdown, contrast_text, contrast_tree
from kehoach.reporting.text import Paint, plain
from kehoach.reporting.words import Words
from kehoach.writing.docx import docx
from kehoach.writing.tracked.document import Author, tracked


@dataclass(frozen=True, slots=True)
class Order:
    """How every pair of a run is compared and told; *author* and *day* are named in tracked changes.

    *layout* is the id of the standard of what is written as a document. *at*: both sides are copies of that plan.
    """

    words: Words
    directory: Path
    form: str
    layout: str
    only: tuple[str, ...] = ()
    ignored: tuple[str, ...] = ()
    unfolded: bool = False
    author: str = ""
    day: date | None = None
    paint: Paint = plain
    at: str = ""


@dataclass(frozen=True, slots=True)
class Task:
    """The two sides of a pair as the command line names them."""

    old: str
    new: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """What is told of a pair, and how many changes somebody decided."""

    content: bytes
    decided: int


@dataclass(frozen=True, slots=True)
class Told:
    """A comparison, its two sides, and how it is to be told."""

    order: Order
    old: Side
    new: Side
    contrast: Contrast


def told(order: Order, task: Task) -> Outcome | KehoachError:
    """The outcome of a pair; the error where one of its sides cannot be used."""
    session = Session(order.words, order.directory)
    used: list[Side] = []
    try:
        for name in (task.old, task.new):
            used.append(side(session, name, order.at))
        old, new = used
        found = filtered(contrasted(session, old, new), order.only, order.ignored)
        return Outcome(FORMS[order.form](Told(order, old, new, found)), found.decided)
    except KehoachError as error:
        return error
    finally:
        for one in used:
            one.space.forget()


def _text(told: Told) -> bytes:
    lines = contrast_text.lines(told.contrast, told.order.words, told.order.paint, unfolded=told.order.unfolded)
    return "".join(f"{line}\n" for line in lines).encode()


def _json(told: Told) -> bytes:
    return f"{contrast_json.document(told.contrast)}\n".encode()


def _markdown(told: Told) -> bytes:
    return contrast_markdown.document(told.contrast, told.order.words, unfolded=told.order.unfolded).encode()


def _html(told: Told) -> bytes:
    return contrast_html.document(told.contrast, told.order.words).encode()


def _table(told: Told) -> bytes:
    """The old words beside the new ones, in the form of the standard."""
    layout = standard(told.new.space, told.order.layout).on(told.new.plan.day)
    return docx(contrast_tree.document(told.contrast, told.order.words, unfolded=told.order.unfolded), layout)


def _tracked(told: Told) -> bytes:
    """The new document with what is different in the old one as tracked changes, both in today's standard."""
    old, new = (_signable(told, side) for side in (told.old, told.new))
    state = told.new.space.units.state(told.new.plan.unit, told.new.plan.day)
    day = told.order.day or told.new.plan.day
    author = Author(told.order.author or state.name, f"{day.isoformat()}T00:00:00Z")
    frame = standard(told.new.space, told.order.layout).on(told.new.plan.day).style_names.frame
    return tracked(old, new, author, (aligned, changed_spans, frame))


def _signable(told: Told, side: Side) -> bytes:
    layout = standard(told.new.space, told.order.layout)
    source = markdown(side.plan, press(side.space, side.plan, layout, told.order.words, None))
    return docx(parse(source), layout.on(told.new.plan.day))


FORMS: Mapping[str, Callable[[Told], bytes]] = {
    "text": _text,
    "json": _json,
    "md": _markdown,
    "html": _html,
    "docx": _tracked,
    "docx-table": _table,
}
# The forms that no terminal can show; and the endings of files.
FILES = frozenset({"docx", "docx-table"})
ENDINGS: Mapping[str, str] = {"text": ".txt", "docx-table": ".docx"}
