"""The tree of a document as plain data for the Typst template, which sets it.

Words travel as strings and never as Typst code, so that nothing in them can be read as markup.
"""

from collections.abc import Iterable, Iterator

from kehoach.standards.standard import Standard
from kehoach.tree import (
    AsWritten,
    Block,
    Bold,
    Break,
    Bullet,
    Element,
    Foot,
    Gap,
    Heading,
    Inlines,
    Italic,
    Letterhead,
    Numbered,
    Paragraph,
    Paragraphs,
    Raised,
    Row,
    Table,
    Text,
)
from kehoach.writing.foot import frames
from kehoach.writing.holding import pieces
from kehoach.writing.letterhead import widths
from kehoach.writing.marks import role_of
from kehoach.writing.rules import ruled
from kehoach.writing.sections import Section
from kehoach.writing.tables import Columns, last_rows

Node = dict[str, object]


def typst_tree(standard: Standard, section: Section) -> Node:
    """*section* as the template wants it: its page, and its blocks in order."""
    across = standard.page.text_width + (standard.page.height - standard.page.width) * section.landscape
    columns = Columns.of(section.blocks, standard, across)
    pairs = zip(ruled(section.blocks, standard, across), (*section.blocks[1:], None), strict=True)
    blocks = [
        {**node, "rule": rule}
        for (block, rule), after in pairs
        for node in _block(block, columns, isinstance(after, Foot))
    ]
    return {"landscape": section.landscape, "starts": section.starts, "blocks": blocks}


def _block(block: Block, columns: Columns, kept: bool) -> Iterator[Node]:
    match block:
        case Paragraph(role, inlines):
            yield _paragraph(role, inlines, kept)
        case Heading(level, number, inlines):
            titled = (Text(f"{number} "), *inlines) if number else inlines
            yield {"sort": "heading", "level": level, "body": _inlines(titled)}
        case Numbered(number, inlines):
            yield _paragraph(Element.NUMBERED, (Text(f"{number} "), *inlines), kept)
        case Bullet(mark, inlines, children):
            yield _paragraph(role_of(mark, columns.standard), (Text(f"{mark} "), *inlines), kept and not children)
            for child in children:
                yield from _block(child, columns, kept and child is children[-1])
        case _:
            yield from _grid(block, columns)


def _grid(block: Block, columns: Columns) -> Iterator[Node]:
    standard = columns.standard
    gaps = standard.columns
    match block:
        case Table():
            yield _table(block, columns.shares(block))
        case Letterhead():
            after = {"before": 0, "after": gaps.letterhead_after}
            yield _frame(block.rows, widths(block, standard), standard) | after
        case Foot():
            for row, across_each in frames(block, standard):
                before = gaps.foot_before + standard.elements[Element.CLOSING].after
                yield _frame((row,), across_each, standard) | {"before": before, "after": 0}
        case _:
            raise TypeError(block)


def _paragraph(role: Element, inlines: Inlines, kept: bool = False) -> Node:
    return {"sort": "paragraph", "role": role.value, "kept": kept, "rule": 0, "body": _inlines(inlines)}


def _frame(written: tuple[Row, ...], across: tuple[float, ...], standard: Standard) -> Node:
    cells = [[_cell(*cell, standard) for cell in zip(row, across, strict=True)] for row in written]
    return {"sort": "frame", "widths": across, "rows": cells}


def _cell(written: Paragraphs, across: float, standard: Standard) -> list[Node]:
    return [
        {**_paragraph(one.role, one.inlines), "rule": rule}
        for one, rule in ruled(written, standard, across)
        if isinstance(one, Paragraph)
    ]


def _table(table: Table, across: tuple[float, ...]) -> Node:
    body = [_cells(row, Element.CELL) for row in table.rows]
    head = _cells(table.head, Element.CELL_HEAD)
    rows = {"rows": body, "last": last_rows(table)}
    return {"sort": "table", "shares": across, "alignments": table.alignments, "head": head, **rows}


def _cells(row: Iterable[Inlines], role: Element) -> list[Node]:
    return [_paragraph(role, cell) for cell in row]


def _inlines(inlines: Inlines) -> list[object]:
    return [one for inline in inlines for one in _pieces(inline)]


def _pieces(inline: object) -> Iterator[object]:
    if isinstance(inline, Text):
        yield from ({"whole": piece} if whole else piece for piece, whole in pieces(inline.text))
    else:
        yield _inline(inline)


def _inline(inline: object) -> object:
    match inline:
        case Gap(width):
            return "\N{NO-BREAK SPACE}" * width
        case Bold(inner):
            return {"bold": _inlines(inner)}
        case Italic(inner):
            return {"italic": _inlines(inner)}
        case Raised(inner):
            return {"raised": _inlines(inner)}
        case AsWritten(inner):
            return {"as-written": _inlines(inner)}
        case Break():
            return {"end": True}
        case _:
            raise TypeError(inline)
