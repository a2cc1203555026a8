"""A document as one printable page: everything that it needs is inside, and nothing in it can run or load."""

from collections.abc import Iterator
from html import escape
from itertools import accumulate, chain

from kehoach.standards.standard import Standard
from kehoach.tree import (
    AsWritten,
    Block,
    Bold,
    Break,
    Bullet,
    Document,
    Element,
    Foot,
    Gap,
    Heading,
    Inline,
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
from kehoach.writing.html_style import class_of, counted, style_sheet
from kehoach.writing.letterhead import widths
from kehoach.writing.marks import role_of
from kehoach.writing.rules import ruled
from kehoach.writing.sections import Section, sections
from kehoach.writing.tables import Columns, last_rows
from kehoach.writing.unbroken import unbroken

# Without it an empty paragraph has no height: a form to be filled would have no lines.
EMPTY = "\N{ZERO WIDTH SPACE}"
POLICY = "default-src 'none'; style-src 'unsafe-inline'; font-src data:"


def html(document: Document, standard: Standard, duplex: bool = False) -> bytes:
    """*document* in the form of *standard* as one page of HTML, to be read and printed; the same bytes every time."""
    stretches = tuple(sections(unbroken(document, standard).blocks, standard.annex.own_page_numbers))
    counts = tuple(accumulate(int(section.starts) for section in stretches))
    body = chain.from_iterable(_sheet(*pair, standard) for pair in zip(stretches, counts, strict=True))
    lines = (
        f'<!DOCTYPE html>\n<html lang="{escape(document.language)}">\n<head>\n<meta charset="utf-8">',
        f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">',
        f"<title>{escape(document.title)}</title>\n<style>",
        style_sheet(standard, duplex, counts[-1]),
        "</style>\n</head>\n<body>",
        *body,
        "</body>\n</html>\n",
    )
    return "\n".join(lines).encode()


def _sheet(section: Section, count: int, standard: Standard) -> Iterator[str]:
    name = counted(count, section.landscape)
    names = "sheet" + " sideways" * section.landscape + f" {name}" * bool(name)
    across = standard.page.text_width + (standard.page.height - standard.page.width) * section.landscape
    columns = Columns.of(section.blocks, standard, across)
    yield f'<section class="{names}">'
    pairs = zip(ruled(section.blocks, standard, across), (*section.blocks[1:], None), strict=True)
    for (block, rule), following in pairs:
        yield from _ruled(block, rule, columns, isinstance(following, Foot))
    yield "</section>"


def _ruled(block: Block, rule: float, columns: Columns, kept: bool = False) -> Iterator[str]:
    """*block* with the line of *rule* (mm) under it."""
    if not rule or not isinstance(block, Paragraph):
        yield from _block(block, columns, kept)
        return
    style, name = columns.standard.elements[block.role], class_of(block.role)
    yield from _block(block, columns, kept) if block.inlines else ()
    after = 0 if block.inlines else style.after
    yield f'<hr class="{name}-rule" style="width:{rule:.2f}mm;margin-bottom:{after}pt">'


def _block(block: Block, columns: Columns, kept: bool) -> Iterator[str]:
    match block:
        case Paragraph(role, inlines):
            yield _paragraph(role, inlines, columns.standard, kept)
        case Heading(level, number, inlines):
            yield f"<h{level}>{_numbered(number, inlines)}</h{level}>"
        case Numbered(number, inlines):
            yield _tagged(Element.NUMBERED, _numbered(number, inlines), kept)
        case Bullet(mark, inlines, children):
            yield _tagged(role_of(mark, columns.standard), _numbered(mark, inlines), kept and not children)
            for child in children:
                yield from _block(child, columns, kept and child is children[-1])
        case _:
            yield from _grid(block, columns)


def _grid(block: Block, columns: Columns) -> Iterator[str]:
    match block:
        case Table():
            yield from _table(block, columns)
        case Letterhead():
            yield from _frame(block.rows, widths(block, columns.standard), columns, "frame")
        case Foot():
            for row, across in frames(block, columns.standard):
                yield from _frame((row,), across, columns, "frame foot")
        case _:
            raise TypeError(block)


def _frame(rows: tuple[Row, ...], across: tuple[float, ...], columns: Columns, names: str) -> Iterator[str]:
    yield f'<table class="{names}" style="width:{sum(across):.2f}mm">{_columns(across, "mm")}'
    for row in rows:
        cells = ("".join(_cell(cell, width, columns)) for cell, width in zip(row, across, strict=True))
        written = "".join(f"<td>{cell}</td>" for cell in cells)
        yield f"<tr>{written}</tr>"
    yield "</table>"


def _cell(cell: Paragraphs, across: float, columns: Columns) -> Iterator[str]:
    for paragraph, rule in ruled(cell, columns.standard, across):
        yield from _ruled(paragraph, rule, columns)


def _table(table: Table, columns: Columns) -> Iterator[str]:
    parts = tuple(100 * share for share in columns.shares(table))
    head = "".join(f"<th>{_paragraph(Element.CELL_HEAD, cell, columns.standard)}</th>" for cell in table.head)
    yield f'<table class="grid">{_columns(parts, "%")}<thead><tr>{head}</tr></thead><tbody>'
    kept = range(len(table.rows) - last_rows(table), len(table.rows) - 1)
    for n, row in enumerate(table.rows):
        cells = zip(row, table.alignments, strict=True)
        written = "".join(f"<td>{_aligned(cell, alignment)}</td>" for cell, alignment in cells)
        yield f'<tr class="kept">{written}</tr>' if n in kept else f"<tr>{written}</tr>"
    yield "</tbody></table>"


def _aligned(cell: Inlines, alignment: str) -> str:
    style = f' style="text-align:{alignment}"' if alignment else ""
    return f'<p class="{class_of(Element.CELL)}"{style}>{_inlines(cell) or EMPTY}</p>'


def _columns(widths: tuple[float, ...], unit: str) -> str:
    columns = "".join(f'<col style="width:{width:.2f}{unit}">' for width in widths)
    return f"<colgroup>{columns}</colgroup>"


def _paragraph(role: Element, inlines: Inlines, standard: Standard, kept: bool = False) -> str:
    words = _inlines(inlines) or EMPTY
    return _tagged(role, f'<span class="box">{words}</span>' if standard.elements[role].box else words, kept)


def _tagged(role: Element, words: str, kept: bool) -> str:
    names = class_of(role) + " kept" * kept
    return f'<p class="{names}">{words}</p>'


def _numbered(number: str, inlines: Inlines) -> str:
    return _inlines((Text(f"{number} "), *inlines) if number else inlines)


def _inlines(inlines: Inlines) -> str:
    return "".join(map(_inline, inlines))


def _text(words: str) -> str:
    held = ((escape(piece), whole) for piece, whole in pieces(words))
    return "".join(f'<span class="whole">{piece}</span>' if whole else piece for piece, whole in held)


def _inline(inline: Inline) -> str:
    match inline:
        case Text(text):
            return _text(text)
        case Gap(width):
            return "\N{NO-BREAK SPACE}" * width
        case Break():
            return "<br>"
        case Bold(inner):
            return f"<b>{_inlines(inner)}</b>"
        case Italic(inner):
            return f"<i>{_inlines(inner)}</i>"
        case AsWritten(inner):
            return f'<span class="as-written">{_inlines(inner)}</span>'
        case Raised(inner):
            return f"<sup>{_inlines(inner)}</sup>"
