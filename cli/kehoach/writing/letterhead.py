"""How wide the two blocks of a letterhead are, the same in every format."""

from kehoach.standards.standard import Standard
from kehoach.tree import Element, Letterhead, Paragraph, Paragraphs
from kehoach.wording import plain
from kehoach.writing.glyphs import MILLIMETRES_A_POINT, width, wrapped

# What is left free between the blocks, more than what Word wants, in millimetres.
ROOM = 4.0
# What Word wants more than the words themselves on each side of a box, in millimetres.
BOX_ROOM = 0.5
# How much wider LibreOffice sets a no-break space in italics, as a share of the size.
LEANING = 0.1


def widths(letterhead: Letterhead, standard: Standard) -> tuple[float, float]:
    """The widths (mm) of both blocks: the standard's, moved as far as a line needs that would not fit.

    Title, place and date keep to one line; a name of a body may take two where both cannot have all they need.
    """
    left, right = standard.columns.letterhead
    across = left + right
    kept = tuple(one for one in letterhead.right if one.role not in {Element.CONFERENCE, Element.RETURNED})
    least = min(_need(kept, standard), across)
    if least > right:
        return across - least, least
    wanted = min(max(left, _need(letterhead.left, standard)), across - least)
    return wanted, across - wanted


def longest(paragraph: Paragraph, standard: Standard) -> float:
    """How wide the longest line of *paragraph* runs, in millimetres."""
    style = standard.elements[paragraph.role]
    return max(width(line, style) for line in plain(paragraph.inlines).split("\n"))


def room(paragraph: Paragraph, standard: Standard, across: float) -> float:
    """How wide (mm) the lines of *paragraph* may run in a block of *across*: a box has its edges inside the block."""
    beside, _ = standard.columns.box_padding
    return across - 2 * (beside + BOX_ROOM) * standard.elements[paragraph.role].box


def longest_line(paragraph: Paragraph, standard: Standard, across: float) -> float:
    """How wide its longest line runs where *paragraph* stands in a block of *across* (mm)."""
    style, most = standard.elements[paragraph.role], room(paragraph, standard, across)
    return max(width(line, style) for line in wrapped(plain(paragraph.inlines), style, most))


def _need(block: Paragraphs, standard: Standard) -> float:
    return max((longest(one, standard) + _leaning(one, standard) for one in block), default=0.0) + ROOM


def _leaning(paragraph: Paragraph, standard: Standard) -> float:
    style = standard.elements[paragraph.role]
    blanks = plain(paragraph.inlines).count("\N{NO-BREAK SPACE}") if style.italic else 0
    return blanks * LEANING * style.size * MILLIMETRES_A_POINT
