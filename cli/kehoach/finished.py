"""A finished document with its parts recognised: what each block is, and where it stands in the tree of headings."""

from collections.abc import Iterator
from enum import StrEnum

from kehoach.manuscript import Block, Manuscript
from kehoach.records import dataclass


class Role(StrEnum):
    """What a block of a finished document is."""

    SUPERIOR = "superior"
    ISSUER = "issuer"
    ORGANISATION = "organisation"
    SEPARATOR = "separator"
    NUMBER = "number"
    PLACE_DATE = "place_date"
    MARK = "mark"  # draft, urgency, secrecy
    CONFERENCE = "conference"
    KIND = "kind"
    SUBJECT = "subject"
    THEME = "theme"
    DASHES = "dashes"
    BASIS = "basis"
    OPENING = "opening"
    HEADING = "heading"
    PARAGRAPH = "paragraph"  # numbered or not
    BULLET = "bullet"
    CELL = "cell"
    FOOTNOTE = "footnote"
    CLOSING = "closing"
    RECIPIENTS = "recipients"  # the label
    RECIPIENT = "recipient"
    AUTHORITY = "authority"  # TM. BAN THƯỜNG VỤ
    OFFICE = "office"
    SIGNER = "signer"
    ANNEX = "annex"  # the line that begins one
    ANNEX_TITLE = "annex_title"
    ANNEX_REFERENCE = "annex_reference"
    UNPLACED = "unplaced"


@dataclass(frozen=True, slots=True)
class Piece:
    """A block and what it is.

    *depth* is that of a heading, from 1, and of a bullet: 1 for ``-``, 2 for what stands below it. *annex* counts
    the annexes from 1; 0 is the document itself. *column* tells the sides of a letterhead or foot that was
    flattened or stands in a table: ``left`` or ``right``.
    """

    block: Block
    role: Role
    depth: int = 0
    annex: int = 0
    column: str = ""

    @property
    def text(self) -> str:
        """The words, without the mark."""
        return self.block.words.text

    @property
    def mark(self) -> str:
        """The number or bullet before the words."""
        return self.block.mark


@dataclass(frozen=True, slots=True)
class Finished:
    """A manuscript with every block recognised, in the source's order.

    *kind* and *unit* are ids of the register, empty where not recognised; *year* is 0 where none was found.
    """

    manuscript: Manuscript
    pieces: tuple[Piece, ...]
    kind: str = ""
    unit: str = ""
    year: int = 0

    def of(self, *roles: Role) -> Iterator[Piece]:
        """The pieces that have one of *roles*, in order."""
        return (piece for piece in self.pieces if piece.role in roles)
