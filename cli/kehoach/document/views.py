"""What the document's template is given: the parts of the form, as values to print."""

from kehoach.document import lines
from kehoach.document.annexes import ended
from kehoach.document.escape import Markdown, trimmed
from kehoach.document.items import lines as item_lines
from kehoach.document.lines import Signature
from kehoach.document.press import Writer
from kehoach.document.rows import Line, Row
from kehoach.document.sections import rows
from kehoach.numbering import THEME
from kehoach.plan import Theme
from kehoach.records import dataclass


@dataclass(frozen=True, slots=True)
class ThemeView:
    """The theme, where it is printed, and its number where it has a heading."""

    words: Markdown
    place: str
    number: Markdown
    label: Markdown | None = None


def theme(writer: Writer) -> ThemeView | None:
    """The theme of the plan, if it has one."""
    theme: Theme | None = writer.plan.head.theme
    if theme is None or not theme.text.text:
        return None
    words = writer.words(theme.text).removeprefix("“").removesuffix("”")
    label = writer.words(theme.label) if theme.label and theme.label.text else None
    return ThemeView(Markdown(words), theme.place, Markdown(writer.numbers.get(THEME, "")), label)


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


def signatures(writer: Writer) -> tuple[Signature, ...]:
    """The signatures, one for each issuer."""
    return tuple(lines.signature(issued, writer) for issued in writer.plan.head.issued)


def subject(writer: Writer) -> Markdown:
    """The subject, its first letter small where the standard wants it and it is no name."""
    words, kind = writer.words(writer.plan.head.subject), writer.press.kind
    if writer.press.standard.subject.lower and kind.cited_lower:
        return Markdown(words[:1].lower() + words[1:])
    return words


def body(writer: Writer) -> tuple[Row, ...]:
    """The rows of all sections; the last of them ends the text where no closing follows."""
    content = tuple(rows(writer.plan.sections, writer))
    return content if closing(writer) or writer.plan.deadlines else ended(content, writer)


def deadlines(writer: Writer) -> tuple[Line, ...]:
    """The lines of the plan's own deadlines."""
    return tuple(line for item in writer.plan.deadlines for line in item_lines(item, writer))
