"""The paragraphs of a part (the document itself, a header), in order, with their places in tables and sections."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from kehoach.errors import KehoachError
from kehoach.reading.docx.borders import Frame, Lines, no_lines
from kehoach.reading.docx.markup import DEPTH, FALLBACK, child, children, name, on, value
from kehoach.reading.docx.numbering import Counting
from kehoach.reading.docx.properties import Properties, of_paragraph
from kehoach.reading.docx.styles import Styles
from kehoach.reading.docx.words import Family, Words
from kehoach.records import dataclass, replace
from kehoach.sheet import Cell, Layout, Paragraph

PLAIN = frozenset({"sdt", "sdtContent", "customXml", "ins", "moveTo", "AlternateContent", "Choice", "smartTag"})
FIGURES = ("align", "left", "right", "first", "before", "after", "line", "points", "keep_next", "edges", "marked")


@dataclass(frozen=True, slots=True)
class Placed:
    """A paragraph's element, the cell that holds it and the style of its table."""

    element: Element
    cell: Cell | None
    table_style: str | None


@dataclass
class Body:
    """How the paragraphs of a document are read; *hidden* counts the runs whose words no page shows."""

    styles: Styles
    family: Family
    counting: Counting
    hidden: int = 0

    def paragraph(self, placed: Placed, number: int, section: int) -> Paragraph:
        """The paragraph *placed*, laid out; paragraphs are asked for in order, so that lists count."""
        direct = of_paragraph(child(placed.element, "pPr"))
        base, run = self.styles.of(direct.get("style"), placed.table_style)
        listed = self.counting.indents({**base, **direct}, "") if "list" in direct else {}
        laid = {**base, **listed, **direct}
        words = Words(self.styles, self.family, run)
        words.read(placed.element)
        self.hidden += words.hidden
        return Paragraph(
            number,
            tuple(words.runs),
            self._layout(laid, words),
            self.counting.mark({**laid, "style": base["style"]}) if _counts(placed.element) else "",
            placed.cell,
            section,
            words.drawn,
            words.drawn_length,
            words.holds,
            words.boxed,
            words.page_number,
        )

    @staticmethod
    def _layout(laid: Properties, words: Words) -> Layout:
        layout = Layout(**{key: laid[key] for key in FIGURES if laid.get(key) is not None})
        align = laid.get("frame")
        tabs = words.tabs_before_number
        if tabs:
            stops = laid.get("tabs", ())
            align = stops[tabs - 1][1] if tabs <= len(stops) else "left"
        return replace(layout, align=align) if align else layout


def placed(element: Element, lines: Lines = no_lines) -> Iterator[Placed]:
    """Every paragraph under *element*; those of tables row by row, cell by cell. *lines* are those of table styles."""
    return _Tables(lines).walk(element, None, None, 0)


@dataclass
class _Tables:
    """Counts the tables of a part; a table inside another is taken for a part of it."""

    lines: Lines
    count: int = 0

    def walk(self, element: Element, cell: Cell | None, style: str | None, depth: int) -> Iterator[Placed]:
        if depth > DEPTH:
            raise KehoachError("docx_too_deep", most=DEPTH)
        for one in element:
            tag = name(one)
            if tag == "p":
                yield Placed(one, cell, style)
            elif tag == "tbl":
                yield from self._table(one, cell, depth + 1)
            elif tag in PLAIN and one.tag != FALLBACK:
                yield from self.walk(one, cell, style, depth + 1)

    def _table(self, table: Element, outer: Cell | None, depth: int) -> Iterator[Placed]:
        style = value(child(table, "tblPr", "tblStyle"))
        at = outer.table if outer else self.count
        self.count += not outer
        rows = list(_flat(table, "tr"))
        frame = Frame.of(table, self.lines(style), len(rows))
        for row, one in enumerate(rows):
            cells = list(_flat(one, "tc"))
            fixed, head = (_switched(child(one, "trPr", key)) for key in ("cantSplit", "tblHeader"))
            for column, cell in enumerate(cells):
                edges, width = frame.edges(cell, row, column, len(cells)), frame.width(cell, column, len(cells))
                place = outer or Cell(at, row, column, len(cells), fixed, head, edges, width)
                yield from self.walk(cell, place, style, depth + 1)


def _switched(element: Element | None) -> bool:
    return element is not None and on(element)


def _flat(element: Element, wanted: str) -> Iterator[Element]:
    """The children *wanted* of *element*, also those in content controls."""
    for one in element:
        if name(one) == wanted:
            yield one
        elif name(one) == "sdt":
            yield from children(child(one, "sdtContent"), wanted)


def _counts(element: Element) -> bool:
    """Whether the list counts this paragraph; one that was struck out does not."""
    return child(element, "pPr", "rPr", "del") is None
