"""The lines and widths of tables: what a style, a table and a cell say of them, laid over one another."""

from collections.abc import Callable, Mapping
from xml.etree.ElementTree import Element

from kehoach.reading.docx.markup import attribute, child, children, millimetres, name, value
from kehoach.records import dataclass

Lines = Callable[[str | None], Mapping[str, bool]]
SIDES = ("left", "right", "top", "bottom")
WRITTEN = {"start": "left", "end": "right"}
UNSEEN = frozenset({None, "nil", "none"})
PAPER = "FFFFFF"


def visible(edge: Element) -> bool:
    """Whether a reader sees the line that *edge* stands for; one as white as the paper is not seen."""
    return value(edge) not in UNSEEN and attribute(edge, "sz") != "0" and attribute(edge, "color") != PAPER


def drawn(borders: Element | None) -> dict[str, bool]:
    """The lines that *borders* speaks of, and whether they are seen."""
    return {WRITTEN.get(name(one), name(one)): visible(one) for one in (borders if borders is not None else ())}


def no_lines(style: str | None) -> Mapping[str, bool]:
    """What a table style shows where styles do not matter."""
    return {}


@dataclass(frozen=True, slots=True)
class Frame:
    """The lines around and inside a table of so many *rows*, whose *columns* are so wide (mm)."""

    lines: Mapping[str, bool]
    rows: int
    columns: tuple[float, ...]

    @classmethod
    def of(cls, table: Element, styled: Mapping[str, bool], rows: int) -> "Frame":
        """The lines of *table*, whose style shows those that are *styled*."""
        columns = (millimetres(attribute(one, "w")) or 0.0 for one in children(child(table, "tblGrid"), "gridCol"))
        return cls({**styled, **drawn(child(table, "tblPr", "tblBorders"))}, rows, tuple(columns))

    def edges(self, cell: Element, row: int, column: int, columns: int) -> frozenset[str]:
        """The sides of *cell* that have a line."""
        outer = {"left": column == 0, "right": column == columns - 1, "top": row == 0, "bottom": row == self.rows - 1}
        inner = {"left": "insideV", "right": "insideV", "top": "insideH", "bottom": "insideH"}
        own = drawn(child(cell, "tcPr", "tcBorders"))
        taken = {side: self.lines.get(side if outer[side] else inner[side], False) for side in SIDES}
        return frozenset(side for side in SIDES if own.get(side, taken[side]))

    def width(self, cell: Element, column: int, columns: int) -> float:
        """How wide (mm) *cell* is, 0 where that is told in shares or not at all."""
        own = child(cell, "tcPr", "tcW")
        if own is not None and attribute(own, "type") in {None, "dxa"}:
            return millimetres(attribute(own, "w")) or 0.0
        return self.columns[column] if columns == len(self.columns) else 0.0
