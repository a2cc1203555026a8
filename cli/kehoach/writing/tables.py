"""How wide the columns of a ruled table are, the same in every format."""

from collections.abc import Iterable
from functools import reduce

from kehoach.records import dataclass, field, replace
from kehoach.standards.layout import Style
from kehoach.standards.standard import Standard
from kehoach.tree import Blocks, Element, Inlines, Table
from kehoach.wording import plain
from kehoach.writing.glyphs import width

# A cell asks for no more than this share of the table; its words go on a second line instead.
MOST = 0.5

# So many rows at the end of a table stay together, if their cells have no more letters than this.
LAST, SHORT = 3, 400


Heads = dict[tuple[Inlines, ...], Table]


@dataclass(frozen=True, slots=True)
class Columns:
    """How wide the columns of the tables of some blocks are: those with the same head have the same columns.

    *across* is how wide a table is, in millimetres.
    """

    standard: Standard
    across: float
    tables: Heads = field(default_factory=dict)

    @classmethod
    def of(cls, blocks: Blocks, standard: Standard, across: float) -> "Columns":
        """The columns of all tables among *blocks*."""
        return cls(standard, across, reduce(_joined, (one for one in blocks if isinstance(one, Table)), {}))

    def shares(self, table: Table) -> tuple[float, ...]:
        """The share of each column of *table*."""
        return shares(self.tables.get(table.head, table), self.standard, self.across)


def last_rows(table: Table) -> int:
    """How many rows at the end of *table* no page parts: the totals never stand alone, but long rows may."""
    lengths = [max((len(plain(cell)) for cell in row), default=0) for row in table.rows[-LAST:]]
    while sum(lengths) > SHORT:
        lengths.pop(0)
    return len(lengths)


def _joined(tables: Heads, table: Table) -> Heads:
    known = tables.get(table.head)
    return tables | {table.head: replace(known, rows=(*known.rows, *table.rows)) if known else table}


def shares(table: Table, standard: Standard, across: float) -> tuple[float, ...]:
    """The share of *across* (mm) of each column: no word is broken where there is room, the rest by need."""
    padding = 2 * standard.columns.cell_padding + 1
    head, cell = standard.elements[Element.CELL_HEAD], standard.elements[Element.CELL]
    columns = [[(top, head), *((row[n], cell) for row in table.rows)] for n, top in enumerate(table.head)]
    least = [max(_longest_word(words, style) for words, style in column) + padding for column in columns]
    whole = (max(width(plain(words), style) for words, style in column) + padding for column in columns)
    wanted = [max(low, min(across * MOST, all_)) for low, all_ in zip(least, whole, strict=True)]
    return _shared(least, wanted, across)


def _longest_word(words: Inlines, style: Style) -> float:
    return max((width(word, style) for word in plain(words).split(" ")), default=0.0)


def _shared(least: list[float], wanted: list[float], across: float) -> tuple[float, ...]:
    if sum(least) >= across:
        return _parts(least)
    spare, need = across - sum(least), sum(wanted) - sum(least)
    if need <= spare:
        return _parts(wanted)
    return _parts(low + (want - low) * spare / need for low, want in zip(least, wanted, strict=True))


def _parts(widths: Iterable[float]) -> tuple[float, ...]:
    known = tuple(widths)
    return tuple(round(one / sum(known), 4) for one in known)
