"""A finished document as it is laid out: sheets, paragraphs with their resolved figures, computed list numbers.

Lengths are millimetres, sizes and the spaces between paragraphs points, a line a multiple of single spacing.
"""

from collections.abc import Mapping
from enum import StrEnum

from kehoach.records import dataclass, field


@dataclass(frozen=True, slots=True)
class Run:
    """Words that look alike; *caps*: they are shown in capitals whatever is written.

    *colour* is that of letters which are not black (``FF0000``); *marked*: on a coloured ground; *struck*: through.
    """

    text: str
    family: str
    size: float
    bold: bool = False
    italic: bool = False
    caps: bool = False
    underlined: bool = False
    colour: str = ""
    marked: bool = False
    struck: bool = False


@dataclass(frozen=True, slots=True)
class Layout:
    """How a paragraph stands; *first* is the indent of its first line beyond *left*.

    *line* is a multiple of single spacing, 0 where the line is *points* high instead. *edges* are the sides
    that have a line; *marked*: the ground is coloured.
    """

    align: str = "left"
    left: float = 0
    right: float = 0
    first: float = 0
    before: float = 0
    after: float = 0
    line: float = 1
    points: float = 0
    keep_next: bool = False
    edges: frozenset[str] = frozenset()
    marked: bool = False


@dataclass(frozen=True, slots=True)
class Cell:
    """The cell of a table that holds a paragraph, all from 0; *columns* are those of its row.

    *whole*: no page may part the row; *head*: it is shown anew on every page. *edges* are its sides that have a line,
    *width* is 0 where it is not told.
    """

    table: int
    row: int
    column: int
    columns: int
    whole: bool
    head: bool = False
    edges: frozenset[str] = frozenset()
    width: float = 0


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph; *number* counts all of the document from 1, *section* from 0.

    *mark* is the number or bullet that the list shows, computed (``II.``). *drawn*: a line is drawn beside the words,
    *drawn_length* millimetres long where that is known; *holds*: it holds a picture or ends a page; *boxed* are the
    words of text boxes.
    *page_number* is how the field of the page number looks where there is one, without words.
    """

    number: int
    runs: tuple[Run, ...]
    layout: Layout
    mark: str = ""
    cell: Cell | None = None
    section: int = 0
    drawn: bool = False
    drawn_length: float = 0
    holds: bool = False
    boxed: str = ""
    page_number: Run | None = None

    @property
    def text(self) -> str:
        """The words, tabs and line ends; the mark of the list is not among them."""
        return "".join(run.text for run in self.runs)

    @property
    def blank(self) -> bool:
        """Whether it shows no words."""
        return not self.text.strip()


Paragraphs = tuple[Paragraph, ...]


class Pages(StrEnum):
    """The pages that a header serves."""

    FIRST = "first"
    DEFAULT = "default"
    EVEN = "even"


@dataclass(frozen=True, slots=True)
class Section:
    """Pages of one set-up; *first_differs*: its first page has a header of its own, which may be empty.

    *headers* and *footers* are those in force, taken over from the section before where it has none; *figures*
    is the sort of figures in which pages are counted, *start* the number of the first one where it is not simply
    the next. *framed*: a line stands around the pages.
    """

    width: float
    height: float
    top: float
    bottom: float
    left: float
    right: float
    first_differs: bool = False
    headers: Mapping[Pages, Paragraphs] = field(default_factory=dict)
    footers: Mapping[Pages, Paragraphs] = field(default_factory=dict)
    figures: str = "decimal"
    start: int | None = None
    columns: int = 1
    framed: bool = False

    @property
    def landscape(self) -> bool:
        """Whether its sheets lie on their side."""
        return self.width > self.height


@dataclass(frozen=True, slots=True)
class Sheet:
    """A document as laid out; *mirrored*: left and right change places on even pages.

    *even_differs*: even pages have a header of their own. *tab* is the distance of usual tab stops. *notes* stand at
    the feet of pages.
    """

    file: str
    paragraphs: Paragraphs
    sections: tuple[Section, ...]
    mirrored: bool = False
    even_differs: bool = False
    tab: float = 12.7
    notes: Paragraphs = ()
