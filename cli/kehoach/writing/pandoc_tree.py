"""The tree of a document as the JSON tree that pandoc writes a Word document from.

Paragraphs are named after the styles of the standard. Raw WordprocessingML is our own alone: rules, ends of sections.
"""

from collections.abc import Iterable, Iterator
from itertools import chain

from kehoach.standards.standard import Standard
from kehoach.tree import (
    AsWritten,
    Block,
    Blocks,
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
from kehoach.wording import plain
from kehoach.writing.foot import frames
from kehoach.writing.holding import pieces
from kehoach.writing.ladder import automatic
from kehoach.writing.letterhead import widths
from kehoach.writing.marks import role_of
from kehoach.writing.ooxml import element, text_run, twips
from kehoach.writing.rules import ruled
from kehoach.writing.sections import Section
from kehoach.writing.tables import Columns, last_rows
from kehoach.writing.word_reference import section_end
from kehoach.writing.word_styles import KEPT, LANGUAGE, style_id, typed

Node = dict[str, object]
NO_ATTRIBUTES: list[object] = ["", [], []]
# pandoc leaves out a paragraph without any inline, and its style with it.
NOTHING = (Text(""),)
# Stands for a hyphen at which no line ends, until pandoc is done: it does not know of any.
HELD = "\ue0a2"
API_VERSION = (1, 23, 1)
ALIGNMENTS = {"left": "AlignLeft", "center": "AlignCenter", "right": "AlignRight"}


def pandoc_tree(document: Document, standard: Standard, page: list[Section]) -> Node:
    """*document*, laid out in the sections *page*, as pandoc's JSON."""
    headings = [block for section in page for block in section.blocks if isinstance(block, Heading)]
    builder = _Builder(standard, automatic(headings, standard))
    blocks = list(chain.from_iterable(builder.section(section, section is page[-1]) for section in page))
    meta = {"title": document.title, "lang": LANGUAGE}
    written = {key: {"t": "MetaString", "c": value} for key, value in meta.items()}
    return {"pandoc-api-version": API_VERSION, "meta": written, "blocks": blocks}


class _Builder:
    """Goes through the blocks once; *listed* says of each heading in turn whether Word numbers it."""

    def __init__(self, standard: Standard, listed: Iterator[bool]) -> None:
        self.standard = standard
        self.listed = listed
        self.columns = Columns(standard, standard.page.text_width)

    def section(self, section: Section, last: bool) -> Iterator[Node]:
        sheet = self.standard.page
        across = sheet.text_width + (sheet.height - sheet.width) * section.landscape
        self.columns = Columns.of(section.blocks, self.standard, across)
        yield from self.blocks(section.blocks)
        if not last:
            properties = element("pPr", element("pStyle", val="SectionEnd"), section_end(self.standard, section))
            yield _raw(element("p", properties))

    def blocks(self, blocks: Blocks) -> Iterator[Node]:
        across = self.columns.across
        lined = ruled(blocks, self.standard, across)
        for (block, rule), following in zip(lined, (*blocks[1:], None), strict=True):
            yield from self.ruled(block, rule, across, isinstance(following, Foot))

    def ruled(self, block: Block, rule: float, across: float, kept: bool = False) -> Iterator[Node]:
        """*block* with the line of *rule* (mm) under it, in the middle of *across*."""
        drawn = isinstance(block, Paragraph) and not block.inlines and rule
        yield from () if drawn else self.block(block, kept)
        if isinstance(block, Paragraph) and rule:
            yield _rule(f"{style_id(block.role)}Rule", (across - rule) / 2)

    def block(self, block: Block, kept: bool = False) -> Iterator[Node]:
        match block:
            case Paragraph(role, inlines):
                yield from self.paragraph(role, inlines, kept)
            case Heading():
                yield self.heading(block)
            case Numbered(number, inlines):
                yield from self.paragraph(Element.NUMBERED, (Text(f"{number} "), *inlines), kept)
            case Bullet():
                yield from self.bullet(block, kept)
            case _:
                yield from self.grid(block)

    def bullet(self, bullet: Bullet, kept: bool) -> Iterator[Node]:
        yield from self.paragraph(role_of(bullet.mark, self.standard), bullet.inlines, kept and not bullet.children)
        for child in bullet.children:
            yield from self.block(child, kept and child is bullet.children[-1])

    def grid(self, block: Block) -> Iterator[Node]:
        match block:
            case Table():
                yield self.table(block)
                yield _spacer("TableEnd")
            case Letterhead():
                yield self.frame(block.rows, widths(block, self.standard))
            case Foot():
                for row, columns in frames(block, self.standard):
                    yield _spacer("FootStart")
                    yield self.frame((row,), columns)

    def paragraph(self, role: Element, inlines: Inlines, kept: bool = False) -> Iterator[Node]:
        label, names = self.standard.elements[role].label, self.standard.style_names
        name = names.kept.format(label=label) if kept and role in KEPT else label
        yield _styled(name, {"t": "Para", "c": list(_inlines(inlines or NOTHING))})

    def heading(self, heading: Heading) -> Node:
        if next(self.listed):
            return {"t": "Header", "c": [heading.level, NO_ATTRIBUTES, list(_inlines(heading.inlines))]}
        number = (Text(f"{heading.number} "),) if heading.number else ()
        content = list(_inlines((*number, *heading.inlines)))
        return _styled(typed(self.standard, heading.level), {"t": "Para", "c": content})

    def frame(self, cells: tuple[Row, ...], columns: tuple[float, ...]) -> Node:
        written = ([list(self.cell(*cell)) for cell in zip(row, columns, strict=True)] for row in cells)
        specs = [_column("", width / sum(columns)) for width in columns]
        return _table(self.standard.style_names.frame, specs, [], list(map(_row, written)))

    def cell(self, written: Paragraphs, across: float) -> Iterator[Node]:
        for paragraph, rule in ruled(written, self.standard, across):
            yield from self.ruled(paragraph, rule, across)

    def table(self, table: Table) -> Node:
        parts = self.columns.shares(table)
        specs = [_column(*pair) for pair in zip(table.alignments, parts, strict=True)]
        centred = ALIGNMENTS.get(self.standard.elements[Element.CELL_HEAD].align, "AlignDefault")
        head = [_row(self.cells(table.head, Element.CELL_HEAD), centred)]
        kept = range(len(table.rows) - last_rows(table), len(table.rows) - 1)
        body = [_row(self.cells(row, Element.CELL, n in kept)) for n, row in enumerate(table.rows)]
        return _table(self.standard.style_names.grid, specs, head, body)

    def cells(self, row: Iterable[Inlines], role: Element, kept: bool = False) -> list[list[Node]]:
        return [list(self.paragraph(role, cell, kept)) for cell in row]


def _inlines(inlines: Inlines) -> Iterator[Node]:
    return map(_inline, inlines)


def _inline(inline: Inline) -> Node:
    match inline:
        case Text(text):
            return {"t": "Str", "c": _held(text)}
        case Gap(width):
            return {"t": "Str", "c": "\N{NO-BREAK SPACE}" * width}
        case Break():
            return {"t": "LineBreak"}
        case Bold(inner):
            return {"t": "Strong", "c": list(_inlines(inner))}
        case Italic(inner):
            return {"t": "Emph", "c": list(_inlines(inner))}
        case AsWritten(inner):
            return {"t": "RawInline", "c": ["openxml", text_run(_held(plain(inner)), element("caps", val=0))]}
        case Raised(inner):
            return {"t": "Superscript", "c": list(_inlines(inner))}


def _held(words: str) -> str:
    return "".join(piece.replace("-", HELD) if whole else piece for piece, whole in pieces(words))


def _styled(name: str, *blocks: Node) -> Node:
    return {"t": "Div", "c": [["", [], [["custom-style", name]]], list(blocks)]}


def _raw(xml: str) -> Node:
    return {"t": "RawBlock", "c": ["openxml", xml]}


def _spacer(style: str) -> Node:
    return _raw(element("p", element("pPr", element("pStyle", val=style))))


def _rule(style: str, indent: float) -> Node:
    sides = element("ind", left=twips(indent), right=twips(indent))
    return _raw(element("p", element("pPr", element("pStyle", val=style), sides)))


def _column(alignment: str, share: float) -> list[Node]:
    return [{"t": ALIGNMENTS.get(alignment, "AlignDefault")}, {"t": "ColWidth", "c": share}]


def _table(style: str, specs: list[list[Node]], head: list[object], body: list[object]) -> Node:
    named = ["", [], [["custom-style", style]]]
    upper, foot = [NO_ATTRIBUTES, head], [NO_ATTRIBUTES, []]
    return {"t": "Table", "c": [named, [None, []], specs, upper, [[NO_ATTRIBUTES, 0, [], body]], foot]}


def _row(cells: list[list[Node]], alignment: str = "AlignDefault") -> object:
    return [NO_ATTRIBUTES, [[NO_ATTRIBUTES, {"t": alignment}, 1, 1, cell] for cell in cells]]
