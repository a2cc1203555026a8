"""The table of targets for people: units by figures, in as many bands as the screen needs."""

from collections.abc import Iterator, Sequence

from kehoach.cascade.below import Reply
from kehoach.cascade.table import MARKS, Cell, Column, Table, said, written
from kehoach.plan import Cascade
from kehoach.records import dataclass
from kehoach.reporting.text import screen_columns
from kehoach.reporting.words import Words
from kehoach.units import Units

GAP, DOT = "  ", " · "
LONGEST_NAME = 28
ELLIPSIS = "…"


@dataclass(frozen=True, slots=True)
class Sheet:
    """What a table is shown with: the names of the units on the plan's day, the words, the width of the screen."""

    units: Units
    words: Words
    width: int


def lines(table: Table, sheet: Sheet) -> Iterator[str]:
    """The table, a line at a time: the figures by number, then the bands, then what the marks mean."""
    term = sheet.words.term
    yield term("targets_head").format(plan=table.plan.id, units=len(table.units), figures=len(table.columns))
    for number, column in enumerate(table.columns, 1):
        how = term("cascade_mean" if column.entry.mean else f"cascade_{column.entry.cascade}")
        yield f"({number}) {column.entry.pointer}: {column.entry.phrase} [{how}]"
    rows = list(_rows(table, sheet))
    for band in _bands(rows, sheet.width):
        yield ""
        yield from _drawn(band)
    yield ""
    yield from _folded(term("targets_marks").split(DOT), sheet.width)


def _folded(parts: list[str], width: int) -> Iterator[str]:
    """*parts* with dots between, as many in a line as fit."""
    line = parts[0]
    for part in parts[1:]:
        if len(line) + len(DOT) + len(part) > width:
            yield line
            line = part
        else:
            line += DOT + part
    yield line


def _rows(table: Table, sheet: Sheet) -> Iterator[list[str]]:
    """The rows of the whole table, names first: the figures, our own part, the units, what they come to."""
    term, columns = sheet.words.term, table.columns
    yield [term("targets_unit"), *(f"({number})" for number in range(1, len(columns) + 1))]
    yield [term("targets_headline"), *(said(c.entry.quantity) if c.entry.quantity else "…" for c in columns)]
    if any(column.entry.own for column in columns):
        yield [term("targets_own"), *(column.entry.own.text if column.entry.own else "" for column in columns)]
    for unit in table.units:
        yield [_name(unit, table, sheet), *(shown(column.cells.get(unit), column) for column in columns)]
    yield [term("targets_total"), *(_total(column) for column in columns)]
    yield [term("targets_gap"), *(written(column.gap, column.entry) if column.gap else "" for column in columns)]
    yield [term("targets_waiting"), *(str(len(column.waiting) or "") for column in columns)]
    yield [term("targets_verdict"), *(term(f"verdict_{column.word}") for column in columns)]


def shown(cell: Cell | None, column: Column) -> str:
    """What a unit has: its number, with what was given to it in brackets where that differs; or a mark."""
    if cell is None:
        return ""
    given = f"({cell.given.text})" if cell.given else ""
    if column.entry.cascade is Cascade.COVERAGE:
        return _done(cell, column)
    known = cell.part.quantity
    if known is None:
        return given or MARKS[cell.part.reply] if cell.part.reply is Reply.UNHEARD else MARKS[cell.part.reply]
    same = cell.given is None or (cell.given.quantity is not None and cell.given.quantity.low == known.low)
    return said(known) if same else f"{said(known)} {given}"


def _done(cell: Cell, column: Column) -> str:
    if cell.part.account is None:
        return MARKS[Reply.UNHEARD]
    return "x" if cell.part.account.does(column.entry.target) else MARKS[Reply.DROPPED]


def _total(column: Column) -> str:
    if column.come is None:
        return ""
    low, high = written(column.come.low, column.entry), written(column.come.high, column.entry)
    return low if low == high else f"{low} - {high}"


def _name(unit: str, table: Table, sheet: Sheet) -> str:
    name = sheet.units.state(unit, table.plan.day).name
    return name if len(name) <= LONGEST_NAME else name[: LONGEST_NAME - 1] + ELLIPSIS


def _bands(rows: Sequence[Sequence[str]], width: int) -> Iterator[list[list[str]]]:
    """*rows* cut into bands of whole columns that fit into *width*, the names before each; at least one column."""
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    start = 1
    while start < len(widths):
        end, room = start, width - widths[0]
        while end < len(widths) and (end == start or room >= widths[end] + len(GAP)):
            room -= widths[end] + len(GAP)
            end += 1
        yield [[row[0], *row[start:end]] for row in rows]
        start = end


def _drawn(rows: Sequence[Sequence[str]]) -> Iterator[str]:
    widths = [max(map(screen_columns, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        cells = [" " * (room - screen_columns(cell)) + cell for cell, room in zip(row[1:], widths[1:], strict=True)]
        yield GAP.join([row[0] + " " * (widths[0] - screen_columns(row[0])), *cells]).rstrip()
