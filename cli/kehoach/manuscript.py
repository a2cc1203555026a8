"""A finished document as it reads: its paragraphs in order, each with its words, its mark and its place.

It is the same for Word, PDF, Markdown and plain text; what a source cannot tell stays at its default.
"""

from kehoach.findings import Fault
from kehoach.records import dataclass
from kehoach.sheet import Cell
from kehoach.written import Scalar


@dataclass(frozen=True, slots=True)
class Emphasis:
    """The code points *start* to *end* of a block that stand out."""

    start: int
    end: int
    bold: bool = False
    italic: bool = False


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, or the lines of a text that make one, without page numbers and running heads.

    *words* are in NFC and lead back to the source. *mark* is the number or bullet that stands before them, as it
    reads (``II.``, ``1.1.``, ``(3)``, ``a)``, ``-``, ``*``), typed or computed from a list (*listed*); it is not
    part of *words*. *level* is the depth of a heading that the source itself declares, from 1, else 0.
    *align* is ``left``, ``center``, ``right``, ``justify``, or empty where the source does not tell. *bold* and
    *italic*: all of its words are. *note* is the mark of the footnote that it is. *joined*: it was put together
    from pieces that a page break or the width of the lines had parted.
    """

    words: Scalar
    mark: str = ""
    listed: bool = False
    level: int = 0
    align: str = ""
    bold: bool = False
    italic: bool = False
    emphases: tuple[Emphasis, ...] = ()
    cell: Cell | None = None
    note: str = ""
    joined: bool = False


@dataclass(frozen=True, slots=True)
class Manuscript:
    """A finished document.

    *text* is what the places and offsets of its blocks count in: the raw text of a text file, else the paragraphs
    of the source, a line each. *paragraphs*: its lines are paragraphs of a Word document. *remarks* are what the
    reader did to the source that a person should know: changes accepted, an old encoding converted.
    """

    file: str
    text: str
    blocks: tuple[Block, ...]
    paragraphs: bool = False
    remarks: tuple[Fault, ...] = ()
