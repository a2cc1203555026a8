"""The forms in which a comparison is given out."""

from collections.abc import Callable, Mapping
from datetime import date

from kehoach.commands.shell.pressing import press, standard
from kehoach.commands.shell.session import Session
from kehoach.commands.shell.sides import Side
from kehoach.comparing.aligning import aligned
from kehoach.comparing.spans import changed_spans
from kehoach.contrast import Contrast
from kehoach.document.compose import markdown
from kehoach.document.markdown import parse
from kehoach.records import dataclass
from kehoach.reporting import contrast_html, contrast_json, contrast_markdown, contrast_text, contrast_tree
from kehoach.reporting.text import Paint, plain
from kehoach.writing.docx import docx
from kehoach.writing.tracked.document import Author, tracked


@dataclass(frozen=True, slots=True)
class Told:
    """A comparison, and how it is to be told; *author* and *day* are named in tracked changes.

    *layout* is the id of the standard of what is written as a document.
    """

    session: Session
    old: Side
    new: Side
    contrast: Contrast
    unfolded: bool
    layout: str
    author: str = ""
    day: date | None = None
    paint: Paint = plain


def _text(told: Told) -> bytes:
    lines = contrast_text.lines(told.contrast, told.session.words, told.paint, unfolded=told.unfolded)
    return "".join(f"{line}\n" for line in lines).encode()


def _json(told: Told) -> bytes:
    return f"{contrast_json.document(told.contrast)}\n".encode()


def _markdown(told: Told) -> bytes:
    return contrast_markdown.document(told.contrast, told.session.words, unfolded=told.unfolded).encode()


def _html(told: Told) -> bytes:
    return contrast_html.document(told.contrast, told.session.words).encode()


def _table(told: Told) -> bytes:
    """The old words beside the new ones, in the form of the standard."""
    layout = standard(told.new.space, told.layout).on(told.new.plan.day)
    return docx(contrast_tree.document(told.contrast, told.session.words, unfolded=told.unfolded), layout)


def _tracked(told: Told) -> bytes:
    """The new document with what is different in the old one as tracked changes, both in today's standard."""
    old, new = (_signable(told, side) for side in (told.old, told.new))
    state = told.new.space.units.state(told.new.plan.unit, told.new.plan.day)
    day = told.day or told.new.plan.day
    return tracked(
        old, new, Author(told.author or state.name, f"{day.isoformat()}T00:00:00Z"), (aligned, changed_spans)
    )


def _signable(told: Told, side: Side) -> bytes:
    layout = standard(told.new.space, told.layout)
    source = markdown(side.plan, press(side.space, side.plan, layout, told.session.words, None))
    return docx(parse(source), layout.on(told.new.plan.day))


FILES: Mapping[str, Callable[[Told], bytes]] = {"docx": _tracked, "docx-table": _table}
FORMS: Mapping[str, Callable[[Told], bytes]] = {"text": _text, "json": _json, "md": _markdown, "html": _html, **FILES}
