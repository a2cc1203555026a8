"""What a filled-in workbook changes in a plan: matched by ids and headers, wherever rows and columns have moved."""

import re
from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction

from kehoach.cascade.account import Share
from kehoach.cascade.asking import asked_of, comparable
from kehoach.cascade.table import Column, Table, measure
from kehoach.cells import Cell, Sheet
from kehoach.errors import KehoachError
from kehoach.findings import Fault, Related
from kehoach.patterns import compiled
from kehoach.phrases.lexicon import Lexicon
from kehoach.phrases.quantity import Quantity, number_written
from kehoach.places import Place
from kehoach.plan import Cascade
from kehoach.records import dataclass
from kehoach.units import Units

OWN = ":own"
_POINTER = compiled(r"[a-z][a-z0-9_]*\.[a-z][a-z0-9_]*")
_ROW_ID = compiled(r"[a-z][a-z0-9_]*")
_COUNTED = compiled(r"\d+\.\s+")
_GROUPED = compiled(r"\d{1,3}(?:[.,]\d{3})+")
_DECIMAL = compiled(r"(\d+|\d{1,3}(?:\.\d{3})+|\d{1,3}(?:,\d{3})+)[.,](\d+)")
_PLAIN = compiled(r"[\d\w][\w .,%-]*")


@dataclass(frozen=True, slots=True)
class Change:
    """A part that becomes *new*; *unit* is empty for our own. *old* is what stands now, if anything."""

    column: Column
    unit: str
    new: str
    old: Share | None
    cell: Place


@dataclass(frozen=True, slots=True)
class Known:
    """What a workbook is matched with."""

    table: Table
    units: Units
    lexicon: Lexicon


@dataclass(frozen=True, slots=True)
class Grid:
    """A sheet understood: the figure of each column and the unit of each row (``:own`` for ours)."""

    columns: Mapping[int, Column]
    rows: Mapping[int, str]
    faults: tuple[Fault, ...]


def changes(sheets: Iterable[Sheet], known: Known) -> tuple[list[Change], list[Fault]]:
    """What the workbook changes, and what in it cannot be used; an empty cell leaves what stands as it is.

    Raises ``KehoachError`` where no sheet holds the figures of the plan.
    """
    for sheet in sheets:
        grid = understood(sheet, known)
        if grid:
            found = [answer for cell in sheet.cells for answer in _answers(cell, grid, known)]
            wrong = [one for one in found if isinstance(one, Fault)]
            return [one for one in found if isinstance(one, Change)], [*grid.faults, *wrong]
    raise KehoachError("excel_not_ours", plan=known.table.plan.id)


def understood(sheet: Sheet, known: Known) -> Grid | None:
    """The columns and rows of *sheet* by their ids, else by their headers; None where it has none of ours."""
    faults: list[Fault] = []
    columns, head = _columns(sheet, known, faults)
    rows = _rows(sheet, known, head, faults) if columns else {}
    if not rows:
        return None
    _of_this_plan(sheet, head, rows, known.table.plan.id)
    return Grid(columns, rows, tuple(faults))


def _of_this_plan(sheet: Sheet, head: int, rows: Mapping[int, str], plan: str) -> None:
    """Refuse the table of another plan: where the row and the column of the ids meet, its name stands."""
    ids = {cell.column for cell in sheet.cells if rows.get(cell.row) == cell.text}
    for cell in sheet.cells:
        if cell.row == head and cell.column in ids and cell.text != plan:
            raise KehoachError("excel_other_plan", cell.place, plan=plan, other=cell.text)


def _columns(sheet: Sheet, known: Known, faults: list[Fault]) -> tuple[dict[int, Column], int]:
    """The figure of each column, and the row that names them."""
    ids = {column.entry.pointer: column for column in known.table.columns}
    heads = _unique({measure(column.entry).casefold(): column for column in known.table.columns}, known)
    for name, texts in ((str, ids), (_header, heads)):
        row = next((cell.row for cell in sheet.cells if name(cell.text) in texts), 0)
        if row:
            cells = [cell for cell in sheet.cells if cell.row == row and name(cell.text) in texts]
            strange = [c for c in sheet.cells if c.row == row and texts is ids and _POINTER.fullmatch(c.text)]
            faults += [_unknown(cell) for cell in strange if cell.text not in ids]
            return {cell.column: texts[name(cell.text)] for cell in _once(cells, faults)}, row
    return {}, 0


def _unique(heads: dict[str, Column], known: Known) -> dict[str, Column]:
    said = [measure(column.entry).casefold() for column in known.table.columns]
    return {head: column for head, column in heads.items() if said.count(head) == 1}


def _header(text: str) -> str:
    return _COUNTED.sub("", text, count=1).casefold()


def _rows(sheet: Sheet, known: Known, head: int, faults: list[Fault]) -> dict[int, str]:
    """The unit of each row below the *head*, by the ids, else by the names."""
    units, day = known.table.units, known.table.plan.day
    ids = {unit: unit for unit in (*units, OWN)}
    names = {known.units.state(unit, day).name.casefold(): unit for unit in units}
    for name, texts in ((str, ids), (str.casefold, names)):
        column = next((cell.column for cell in sheet.cells if cell.row > head and name(cell.text) in texts), 0)
        if column:
            below = [cell for cell in sheet.cells if cell.column == column and cell.row > head]
            if texts is ids:
                odd = [c for c in below if _ROW_ID.fullmatch(c.text) and c.text not in ids]
                faults += [_unknown(cell) for cell in odd]
            cells = [cell for cell in below if name(cell.text) in texts]
            return {cell.row: texts[name(cell.text)] for cell in _once(cells, faults)}
    return {}


def _once(cells: Iterable[Cell], faults: list[Fault]) -> Iterator[Cell]:
    """*cells* without those that say again what an earlier one has said."""
    seen: dict[str, Cell] = {}
    for cell in cells:
        key = cell.text.casefold()
        if key in seen:
            related = (Related(seen[key].place, "first_written"),)
            faults.append(Fault("TGT403", cell.place, "", {"text": cell.text}, related))
        else:
            seen[key] = cell
            yield cell


def _unknown(cell: Cell) -> Fault:
    return Fault("TGT402", cell.place, "", {"text": cell.text})


def _answers(cell: Cell, grid: Grid, known: Known) -> Iterator[Change | Fault]:
    column, unit = grid.columns.get(cell.column), grid.rows.get(cell.row)
    if column is None or unit is None or column.entry.cascade is Cascade.COVERAGE:
        return
    if unit != OWN and unit not in column.cells:
        yield Fault("TGT402", cell.place, column.entry.pointer, {"text": cell.text})
        return
    old = column.entry.own if unit == OWN else column.cells[unit].given
    new = text_of(cell, column.entry.quantity, old, known.lexicon)
    if new is None:
        arguments = {"text": cell.text, "phrase": column.entry.phrase}
        yield Fault("TGT401", cell.place, column.entry.pointer, arguments)
    elif new:
        yield Change(column, "" if unit == OWN else unit, new, old, cell.place)


def text_of(cell: Cell, headline: Quantity | None, old: Share | None, lexicon: Lexicon) -> str | None:
    """What the cell says as a plan writes it; empty where it means what stands there, None where it is no part."""
    number = cell.number if cell.number is not None else typed(cell.text.removesuffix("%").rstrip())
    share = cell.percent or cell.text.endswith("%")
    if headline is None or (share and not headline.percent) or (number is not None and number < 0):
        return None
    if number is not None and cell.percent and cell.number is not None:
        number *= 100
    text = cell.text if number is None else _written(number, headline, old)
    meant = asked_of(headline, text, lexicon) if text and _PLAIN.fullmatch(text) else None
    if meant is None or not comparable(meant, headline):
        return None
    same = old and old.quantity and (old.quantity.low, old.quantity.high) == (meant.low, meant.high)
    return "" if same else text


def typed(text: str) -> Fraction | None:
    """A number as people type it: groups of three by dot or comma, decimals by either; None for anything else.

    ``1.200`` and ``1,200`` are twelve hundred, ``2,5`` and ``2.5`` two and a half.
    """
    if text.isascii() and text.isdecimal():
        return Fraction(text)
    if _GROUPED.fullmatch(text) and len({c for c in text if not c.isdigit()}) == 1:
        return Fraction(re.sub(r"\D", "", text))
    found = _DECIMAL.fullmatch(text)
    if found is None or text[len(found[1])] in found[1]:
        return None
    return Fraction(re.sub(r"\D", "", found[1]) + "." + found[2])


def _written(number: Fraction, headline: Quantity, old: Share | None) -> str:
    """*number* as plans write it, with the sign of a percentage where one stood; nothing if it has no end."""
    try:
        text = number_written(number, pad=not headline.percent)
    except ValueError:
        return ""
    return text + "%" * bool(old and headline.percent and "%" in old.text)
