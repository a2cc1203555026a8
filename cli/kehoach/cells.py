"""The cells of a workbook as they were filled in."""

from fractions import Fraction

from kehoach.places import Place
from kehoach.records import dataclass


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell that is not empty: its text, or its exact number; *percent*: it is shown as a percentage.

    *row* and *column* count from 1; *place* names the sheet and the cell.
    """

    row: int
    column: int
    text: str
    place: Place
    number: Fraction | None = None
    percent: bool = False


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet: its name and its cells, row by row."""

    name: str
    cells: tuple[Cell, ...]
