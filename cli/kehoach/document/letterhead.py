"""The head of the first page, in the order in which the standard wants it."""

from collections.abc import Iterator

from kehoach.document import lines
from kehoach.document.escape import Markdown, escaped
from kehoach.document.press import Writer
from kehoach.plan import Issued
from kehoach.records import dataclass

DRAWN = Markdown("___")
BODIES = "issuers"


@dataclass(frozen=True, slots=True)
class HeadLine:
    """A line of the head: the name of its container, and its words."""

    element: str
    words: Markdown


@dataclass(frozen=True, slots=True)
class Letterhead:
    """The head of the first page, its two blocks line by line."""

    left: tuple[HeadLine, ...]
    right: tuple[HeadLine, ...]


def letterhead(writer: Writer) -> Letterhead:
    """The letterhead of the plan on the press."""
    form, given = writer.press.standard.letterhead, _given(writer)
    left, right = (tuple(_lines(names, given)) for names in (form.left, form.right))
    return Letterhead(left, right)


def _lines(names: tuple[str, ...], given: dict[str, list[HeadLine]]) -> Iterator[HeadLine]:
    for name in names:
        yield from (line for line in given.get(name, []) if line.words)


def _given(writer: Writer) -> dict[str, list[HeadLine]]:
    standard, first = writer.press.standard, writer.plan.head.issued[0]
    alone = {
        "separator": escaped(standard.marks.separator) or DRAWN,
        "title": escaped(standard.letterhead.title),
        "motto": escaped(standard.letterhead.motto),
        "number": escaped(lines.number_line(first, writer)),
        "place_date": escaped(lines.place_date(first, writer)),
        **_marks(writer),
    }
    bodies = [line for issued in writer.plan.head.issued for line in _bodies(issued, writer)]
    return {name: [HeadLine(name.replace("_", "-"), words)] for name, words in alone.items()} | {BODIES: bodies}


def _bodies(issued: Issued, writer: Writer) -> Iterator[HeadLine]:
    state = writer.state(issued.unit)
    if state.parent in writer.press.units and state.code not in writer.press.standard.letterhead.alone:
        yield HeadLine("superior", escaped(writer.state(state.parent).name))
    yield HeadLine("issuer", escaped(lines.issuer(issued, writer, "letterhead")))


def _marks(writer: Writer) -> dict[str, Markdown]:
    form, marks = writer.press.standard.letterhead, writer.plan.head.marks
    words = {name: writer.words(value) for name, value in marks.items() if value.text}
    if conference := words.get("conference"):
        words["conference"] = Markdown(form.conference.format(words=conference.strip("“”")))
    written = words.pop("draft", Markdown(""))
    draft = str(writer.press.draft or written)
    return words | ({"draft": escaped(form.draft.format(number=draft))} if draft else {})
