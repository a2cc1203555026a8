"""The figures of a standard that say how things look: sheets, styles, columns.

Lengths are millimetres, sizes and the spaces between paragraphs points, a line a multiple of single spacing.
"""

from kehoach.records import dataclass


@dataclass(frozen=True, slots=True)
class Style:
    """How one element looks.

    *label* names the style in Word. *line* is a multiple of single spacing; where *exact* (points) is not zero,
    it is the height of a line instead. *rule* is the weight in points of a line under the words, *rule_gap*
    points below them and *rule_share* times as long as they are; zero is no line. *number* is the form of the
    number (headings only).
    """

    label: str
    size: float
    bold: bool
    italic: bool
    underline: bool
    caps: bool
    align: str
    indent: float
    left: float
    before: float
    after: float
    line: float
    exact: float
    keep_next: bool
    keep_together: bool
    box: bool
    rule: float
    rule_gap: float
    rule_share: float
    number: str = ""


@dataclass(frozen=True, slots=True)
class Margins:
    """The margins of one side of a sheet."""

    top: float
    bottom: float
    left: float
    right: float


@dataclass(frozen=True, slots=True)
class Page:
    """The sheet; *header* is how far below its upper edge the page number stands, from page *first_numbered* on."""

    width: float
    height: float
    front: Margins
    back: Margins
    header: float
    first_numbered: int

    @property
    def text_width(self) -> float:
        """How wide the text runs."""
        return self.width - self.front.left - self.front.right


@dataclass(frozen=True, slots=True)
class Fonts:
    """The family named in Word documents and the shipped family that PDF files embed."""

    docx: str
    pdf: str


@dataclass(frozen=True, slots=True)
class Columns:
    """Widths of the columns of letterhead and foot, the space around them and below tables, and ruled cells.

    *grid_line* is the weight of the lines of a table in points, *cell_padding* the space beside the words in mm;
    *box_line* and *box_padding* (beside, above) are the same of the box around a mark (``DỰ THẢO``).
    """

    letterhead: tuple[float, ...]
    foot: tuple[float, ...]
    letterhead_after: float
    foot_before: float
    table_after: float
    grid_line: float
    cell_padding: float
    box_line: float
    box_padding: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class StyleNames:
    """How Word calls the styles made beside those of the elements; *frame* and *grid* are styles of tables."""

    kept: str
    rule: str
    typed: str
    frame: str
    grid: str
    section_end: str
    table_end: str
    foot_start: str
