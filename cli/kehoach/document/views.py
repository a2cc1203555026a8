"""What the document's template is given: the parts of the form, as values to print."""

from collections.abc import Iterator
from dataclasses import dataclass

from kehoach.document import lines
from kehoach.document.escape import Markdown, trimmed
from kehoach.document.items import lines as item_lines
from kehoach.document.lines import Signature
from kehoach.document.press import Writer
from kehoach.document.rows import Cells, Line, Row
from kehoach.document.sections import rows
from kehoach.numbering import THEME
from kehoach.plan import Annex, Issued, Recipient, Theme, Value


@dataclass(frozen=True, slots=True)
class Issuer:
    """An issuing body as the letterhead names it, the unit above it (or empty) and its own code."""

    name: str
    superior: str
    code: str


@dataclass(frozen=True, slots=True)
class Letterhead:
    """The head of the first page."""

    issuers: tuple[Issuer, ...]
    number: str
    place_date: str
    marks: dict[str, Markdown]


@dataclass(frozen=True, slots=True)
class ThemeView:
    """The theme, where it is printed, and its number where it has a heading."""

    words: Markdown
    place: str
    number: Markdown


@dataclass(frozen=True, slots=True)
class RecipientView:
    """A line of the recipients."""

    words: Markdown
    parts: tuple[Markdown, ...]
    purpose: Markdown | None
    copies: Markdown | None
    archive: bool


@dataclass(frozen=True, slots=True)
class AnnexView:
    """An annex: its number (empty if it is the only one), title, reference and content."""

    number: str
    title: Markdown
    reference: str
    rows: tuple[Row, ...]
    landscape: bool


def letterhead(writer: Writer) -> Letterhead:
    """The letterhead of the plan on the press."""
    first = writer.plan.head.issued[0]
    return Letterhead(
        tuple(_issuer(issued, writer) for issued in writer.plan.head.issued),
        lines.number_line(first, writer),
        lines.place_date(first, writer),
        {key: writer.words(value) for key, value in writer.plan.head.marks.items() if value.text},
    )


def theme(writer: Writer) -> ThemeView | None:
    """The theme of the plan, if it has one."""
    theme: Theme | None = writer.plan.head.theme
    if theme is None or not theme.text.text:
        return None
    words = writer.words(theme.text).removeprefix("“").removesuffix("”")
    return ThemeView(Markdown(words), theme.place, Markdown(writer.numbers.get(THEME, "")))


def bases(writer: Writer) -> tuple[Markdown, ...]:
    """The căn cứ, without the punctuation at their ends."""
    return tuple(trimmed(writer.words(basis.text), " ;,.") for basis in writer.plan.head.bases)


def opening(writer: Writer) -> tuple[Markdown, ...]:
    """The paragraphs of the opening."""
    return tuple(writer.words(text) for text in writer.plan.head.opening if text.text)


def closing(writer: Writer) -> Markdown | None:
    """The closing sentence without the mark at its end."""
    text = writer.plan.head.closing
    return trimmed(writer.words(text), " ./") if text and text.text else None


def recipients(writer: Writer) -> tuple[RecipientView, ...]:
    """The lines of the recipients."""
    return tuple(_recipient(recipient, writer) for recipient in writer.plan.head.recipients)


def signatures(writer: Writer) -> tuple[Signature, ...]:
    """The signatures, one for each issuer."""
    return tuple(lines.signature(issued, writer) for issued in writer.plan.head.issued)


def body(writer: Writer) -> tuple[Row, ...]:
    """The rows of all sections."""
    return tuple(rows(writer.plan.sections, writer))


def deadlines(writer: Writer) -> tuple[Line, ...]:
    """The lines of the plan's own deadlines."""
    return tuple(line for item in writer.plan.deadlines for line in item_lines(item, writer))


def annexes(writer: Writer) -> Iterator[AnnexView]:
    """The annexes in order."""
    for annex in writer.plan.annexes:
        content = (*rows(annex.sections, writer), *_form(annex, writer))
        landscape = "landscape" in annex.fields and annex.fields["landscape"].text == "true"
        yield AnnexView(
            writer.numbers.get(annex.id, ""), writer.words(annex.title), reference(writer), content, landscape
        )


def reference(writer: Writer) -> str:
    """The words by which an annex names its document."""
    first = writer.plan.head.issued[0]
    return writer.press.standard.annex.reference.format(
        kind=writer.press.kind.document,
        number=lines.symbol(first, writer),
        date=lines.date(first, writer),
        issuer=lines.issuer(first, writer, "name"),
    )


def _issuer(issued: Issued, writer: Writer) -> Issuer:
    state, units = writer.state(issued.unit), writer.press.units
    superior = writer.state(state.parent).name if state.parent in units else ""
    return Issuer(lines.issuer(issued, writer, "letterhead"), superior, state.code)


def _recipient(recipient: Recipient, writer: Writer) -> RecipientView:
    return RecipientView(
        trimmed(writer.words(recipient.to), " ;,.:"),
        tuple(trimmed(writer.words(part), " ;,.") for part in recipient.parts),
        _words(recipient.purpose, writer),
        _words(recipient.copies, writer),
        recipient.archive,
    )


def _words(value: Value | None, writer: Writer) -> Markdown | None:
    return writer.words(value) if value and value.text else None


def _form(annex: Annex, writer: Writer) -> Iterator[Cells]:
    if annex.columns:
        head = tuple(writer.words(column) for column in annex.columns)
        empty = tuple(Markdown("") for _ in head)
        yield Cells(head, (empty,) * annex.rows, (Markdown("---"),) * len(head))
