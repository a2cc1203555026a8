"""A page of a PDF as a reader goes through it: rows, columns side by side, tables, in order."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import count, pairwise

from kehoach.reading.finished.pdf.grid import Grid, grids
from kehoach.reading.finished.pdf.pieces import Page, Piece, Row, rows
from kehoach.reading.finished.pdf.sides import Sides, sides
from kehoach.records import dataclass
from kehoach.sheet import Cell


@dataclass(frozen=True, slots=True)
class Placed:
    """A row of words on page *page*, from 0, with the cell that holds it; *begins*: it is the first of its page.

    *width* is that of the page.
    """

    row: Row
    page: int
    width: float
    cell: Cell | None = None
    begins: bool = False


def laid(pages: Iterable[Page]) -> Iterator[Placed]:
    """The rows of all *pages* in the order of reading; columns side by side one after the other."""
    tables = count()
    for number, page in enumerate(pages):
        begins = True
        for row, cell in _page(page, tables):
            yield Placed(row, number, page.width, cell, begins)
            begins = False


def _page(page: Page, tables: Iterator[int]) -> Iterator[tuple[Row, Cell | None]]:
    """Rows outside of tables, with the tables where they stand."""
    waiting = [(grid, next(tables)) for grid in grids(page.rules)]
    held: dict[int, dict[tuple[int, int], list[Piece]]] = {number: {} for _, number in waiting}
    free: list[Piece] = []
    for piece in page.pieces:
        for grid, number in waiting:
            place = grid.cell(piece)
            if place:
                held[number].setdefault(place, []).append(piece)
                break
        else:
            free.append(piece)
    outside = list(rows(free))
    for grid, number in waiting:
        above = [row for row in outside if row.bottom <= grid.rows[-1]]
        yield from _free(above, tables)
        yield from _table(grid, number, held[number])
        outside = outside[len(above) :]
    yield from _free(outside, tables)


def _table(grid: Grid, number: int, held: dict[tuple[int, int], list[Piece]]) -> Iterator[tuple[Row, Cell]]:
    for place in sorted(held):
        cell = Cell(number, *place, len(grid.columns) - 1, False)
        yield from ((row, cell) for row in rows(held[place]))


def _free(found: Sequence[Row], tables: Iterator[int]) -> Iterator[tuple[Row, Cell | None]]:
    """Rows of the full width, and those of two columns: the left one first."""
    done = 0
    for stretch in sides(found):
        yield from ((row, None) for row in found[done : stretch.first])
        yield from _columns(stretch, next(tables))
        done = stretch.last + 1
    yield from ((row, None) for row in found[done:])


def _columns(stretch: Sides, table: int) -> Iterator[tuple[Row, Cell]]:
    for column, pieces in enumerate((stretch.left, stretch.right)):
        cell = Cell(table, 0, column, 2, False)
        yield from ((row, cell) for row in rows(pieces))


def gaps(found: Sequence[Placed]) -> list[float]:
    """The distances between rows that follow each other on a page."""
    return [
        other.row.top - one.row.top
        for one, other in pairwise(found)
        if one.page == other.page and one.cell == other.cell and other.row.top > one.row.top
    ]
