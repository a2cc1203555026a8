"""The document as a tree: a closed set of nodes between the Markdown and the files that are written.

All words of a document stand in its tree, marks (``***``, dashes, ``- ``) and numbers included; how they
look is the standard's affair alone.
"""

from enum import StrEnum

from kehoach.records import dataclass


class Element(StrEnum):
    """An element of the official form; each has its row of figures in a standard."""

    SUPERIOR = "superior"
    ISSUER = "issuer"
    SEPARATOR = "separator"
    NUMBER = "number"
    CONFERENCE = "conference"
    SECRECY = "secrecy"
    URGENCY = "urgency"
    DRAFT = "draft"
    RETURNED = "returned"
    TITLE = "title"
    MOTTO = "motto"
    PLACE_DATE = "place_date"
    KIND = "kind"
    SUBJECT = "subject"
    THEME = "theme"
    DASHES = "dashes"
    BASIS = "basis"
    OPENING = "opening"
    PART = "part"
    PART_TITLE = "part_title"
    BODY = "body"
    CLOSING = "closing"
    SIDE = "side"
    NUMBERED = "numbered"
    BULLET = "bullet"
    SUB_BULLET = "sub_bullet"
    CELL_HEAD = "cell_head"
    CELL = "cell"
    RECIPIENTS_LABEL = "recipients_label"
    RECIPIENT = "recipient"
    RECIPIENT_PART = "recipient_part"
    AUTHORITY = "authority"
    OFFICE = "office"
    NAME = "name"
    ANNEX_ISSUER = "annex_issuer"
    ANNEX_NUMBER = "annex_number"
    ANNEX_TITLE = "annex_title"
    ANNEX_REFERENCE = "annex_reference"


@dataclass(frozen=True, slots=True)
class Text:
    """Words as they are printed; never a line end."""

    text: str


@dataclass(frozen=True, slots=True)
class Bold:
    """Words set in bold."""

    inlines: "Inlines"


@dataclass(frozen=True, slots=True)
class Italic:
    """Words set in italics."""

    inlines: "Inlines"


@dataclass(frozen=True, slots=True)
class Raised:
    """Words set small and high."""

    inlines: "Inlines"


@dataclass(frozen=True, slots=True)
class AsWritten:
    """Words that keep their small letters where the form prints capitals."""

    inlines: "Inlines"


@dataclass(frozen=True, slots=True)
class Gap:
    """A blank to fill by hand, as wide as *width* no-break spaces."""

    width: int


@dataclass(frozen=True, slots=True)
class Break:
    """A line end inside a paragraph."""


Inline = Text | Bold | Italic | Raised | AsWritten | Gap | Break
Inlines = tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph that plays the part *role* in the form.

    A separator or dashes without words are a drawn line.
    """

    role: Element
    inlines: Inlines


@dataclass(frozen=True, slots=True)
class Heading:
    """The title of a section: *level* from 1; *number* as printed (``I.``), or empty."""

    level: int
    number: str
    inlines: Inlines


@dataclass(frozen=True, slots=True)
class Numbered:
    """A paragraph that begins with a number of its own (``1.``, ``(1)``, ``a)``); *depth* from 1."""

    number: str
    inlines: Inlines
    depth: int = 1


@dataclass(frozen=True, slots=True)
class Bullet:
    """An item that begins with *mark* (``-`` or ``+``), and what stands under it."""

    mark: str
    inlines: Inlines
    children: "Blocks" = ()


@dataclass(frozen=True, slots=True)
class Table:
    """A ruled table; *alignments* hold ``left``, ``center``, ``right`` or nothing, one a column.

    All *rows* are as long as *head*.
    """

    alignments: tuple[str, ...]
    head: tuple[Inlines, ...]
    rows: tuple[tuple[Inlines, ...], ...]


Paragraphs = tuple[Paragraph, ...]
Row = tuple[Paragraphs, ...]


@dataclass(frozen=True, slots=True)
class Letterhead:
    """The head of the first page: the issuer's block and the block of title, place and date."""

    left: Paragraphs
    right: Paragraphs

    @property
    def rows(self) -> tuple[Row, ...]:
        """Its two rows, left and right: the second begins with the number and with place and date.

        What stands above the title is a row of its own.
        """
        over, right = _parted(self.right, Element.TITLE)
        above, below = _parted(self.left, Element.NUMBER), _parted(right, Element.PLACE_DATE)
        rows: tuple[Row, ...] = tuple(zip(above, below, strict=True))
        return (((), over), *rows) if over else rows


@dataclass(frozen=True, slots=True)
class Foot:
    """The foot of the document: recipients beside one signature, or below those of a joint issue."""

    recipients: Paragraphs
    signatures: tuple[Paragraphs, ...]


def _parted(paragraphs: Paragraphs, role: Element) -> tuple[Paragraphs, Paragraphs]:
    at = next((n for n, one in enumerate(paragraphs) if one.role == role), 0)
    return paragraphs[:at], paragraphs[at:]


@dataclass(frozen=True, slots=True)
class Annex:
    """An annex on pages of its own."""

    blocks: "Blocks"


@dataclass(frozen=True, slots=True)
class Landscape:
    """A stretch on pages turned sideways."""

    blocks: "Blocks"


Block = Paragraph | Heading | Numbered | Bullet | Table | Letterhead | Foot | Annex | Landscape
Blocks = tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Document:
    """A whole document; *title* and *language* (``vi``) go to the file's properties.

    *source* is the Markdown that it was read from.
    """

    title: str
    language: str
    blocks: Blocks
    source: str = ""
