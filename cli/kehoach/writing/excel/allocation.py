"""The table of targets as a workbook: one sheet to fill in what each unit is given, one with what the units say."""

from collections.abc import Mapping
from fractions import Fraction
from io import BytesIO
from typing import TYPE_CHECKING

from kehoach.cascade.account import Share
from kehoach.cascade.below import Reply
from kehoach.cascade.table import MARKS, Cell, Column, Table, measure, said, written
from kehoach.phrases.quantity import number
from kehoach.plan import Cascade
from kehoach.records import dataclass
from kehoach.units import Units
from kehoach.writing.excel.looks import Looks, looks
from kehoach.writing.excel.zipped import settled

if TYPE_CHECKING:
    from openpyxl.styles import NamedStyle
    from openpyxl.worksheet.worksheet import Worksheet

TITLE_ROW, NOTE_ROW, IDS_ROW, HEAD_ROW, HEADLINE_ROW, OWN_ROW, FIRST_UNIT_ROW = range(1, 8)
ID_COLUMN, NAME_COLUMN, FIRST_COLUMN = range(1, 4)
HEADLINE, OWN = ":headline", ":own"
NAME_WIDTH, COLUMN_WIDTH, HEAD_HEIGHT, LINE_HEIGHT = 34, 14, 62, 17
A4, COLUMNS_A_PAGE = 9, 12
SHARE = "%"
TERMS = {part: f"sheet_{part}" for part in ("shares", "received", "title", "note", "unit", "headline", "own", "total")}
TERMS |= {"known": "targets_total", "gap": "targets_gap", "verdict": "targets_verdict"}
TERMS |= {word: f"verdict_{word}" for word in ("reached", "tops", "missed", "over", "unknown")}


@dataclass(frozen=True, slots=True)
class Labels:
    """The words that stand in the workbook, one for each of ``TERMS``, which says how they are called elsewhere."""

    said: Mapping[str, str]

    def __getitem__(self, name: str) -> str:
        return self.said[name]


def workbook(table: Table, units: Units, labels: Labels) -> bytes:
    """The workbook as bytes; the same table gives the same bytes."""
    from openpyxl import Workbook

    book = Workbook()
    style = looks()
    sheet = book.active
    assert sheet is not None
    _sheet(sheet, table, _Filling(units, labels, style, labels["shares"], True))
    _sheet(book.create_sheet(), table, _Filling(units, labels, style, labels["received"], False))
    data = BytesIO()
    book.save(data)
    return settled(data.getvalue())


@dataclass(frozen=True, slots=True)
class _Filling:
    """What a sheet is filled with: *given* numbers to be changed, else those that the units say, locked."""

    units: Units
    labels: Labels
    style: Looks
    title: str
    given: bool


def _sheet(sheet: "Worksheet", table: Table, how: _Filling) -> None:
    sheet.title = how.title
    last = max(FIRST_COLUMN, FIRST_COLUMN + len(table.columns) - 1)
    name = how.units.state(table.plan.unit, table.plan.day).name
    _text(sheet, (TITLE_ROW, NAME_COLUMN), how.labels["title"].format(year=table.plan.year, unit=name), how.style.title)
    _text(sheet, (NOTE_ROW, NAME_COLUMN), how.labels["note"] if how.given else how.title, how.style.note)
    _text(sheet, (IDS_ROW, ID_COLUMN), table.plan.id, how.style.locked)
    _text(sheet, (HEAD_ROW, NAME_COLUMN), how.labels["unit"], how.style.head)
    for at, column in enumerate(table.columns, FIRST_COLUMN):
        _column(sheet, at, column, table, how)
    _names(sheet, table, how)
    _set_up(sheet, last, FIRST_UNIT_ROW + len(table.units) + len(_foot(how)) - 1)


def _names(sheet: "Worksheet", table: Table, how: _Filling) -> None:
    rows = [(HEADLINE, how.labels["headline"]), (OWN, how.labels["own"])]
    rows += [(unit, how.units.state(unit, table.plan.day).name) for unit in table.units]
    foot = [(f":{part}", how.labels[part]) for part in _foot(how)]
    for row, (id, name) in enumerate([*rows, *foot], HEADLINE_ROW):
        _text(sheet, (row, ID_COLUMN), id, how.style.locked)
        summed = id == HEADLINE or (id, name) in foot
        _text(sheet, (row, NAME_COLUMN), name, how.style.sum if summed else how.style.name)


def _foot(how: _Filling) -> tuple[str, ...]:
    """What stands below the units: what was given, or what the units come to."""
    return ("total",) if how.given else ("known", "gap", "verdict")


def _column(sheet: "Worksheet", at: int, column: Column, table: Table, how: _Filling) -> None:
    entry = column.entry
    if how.given:
        _text(sheet, (IDS_ROW, at), entry.pointer, how.style.locked)
    _text(sheet, (HEAD_ROW, at), f"{at - FIRST_COLUMN + 1}. {measure(entry)}", how.style.head)
    if entry.quantity:
        _value(sheet, (HEADLINE_ROW, at), said(entry.quantity, column.multiplier), how.style.sum)
    summed = entry.cascade is Cascade.SUM
    own = how.style.open if summed and how.given else how.style.locked
    _value(sheet, (OWN_ROW, at), _written(entry.own, column) if entry.own else "", own)
    for row, unit in enumerate(table.units, FIRST_UNIT_ROW):
        cell = column.cells.get(unit)
        open_ = cell is not None and how.given and entry.cascade is not Cascade.COVERAGE
        _value(sheet, (row, at), _shown(cell, column, how), how.style.open if open_ else how.style.locked)
    below = (_total(column, table),) if how.given else _reckoned(column, how)
    for row, text in enumerate(below, FIRST_UNIT_ROW + len(table.units)):
        _value(sheet, (row, at), text, how.style.sum)


def _reckoned(column: Column, how: _Filling) -> tuple[str, ...]:
    """What the units come to, what is missing, and whether that is enough."""
    come, entry = column.come, column.entry
    ends = (come.low, come.high) if come else ()
    total = " - ".join(dict.fromkeys(written(end, entry, column.multiplier) for end in ends))
    lack = written(column.gap, entry, column.multiplier) if column.gap else ""
    return total, lack, how.labels[column.word]


def _shown(cell: Cell | None, column: Column, how: _Filling) -> str:
    if cell is None:
        return ""
    if column.entry.cascade is Cascade.COVERAGE:
        done = cell.part.account and cell.part.account.does(column.entry.target)
        return "x" if how.given or done else MARKS[Reply.DROPPED if cell.part.account else Reply.UNHEARD]
    if how.given:
        return _written(cell.given, column) if cell.given else ""
    if cell.part.quantity:
        return said(cell.part.quantity, column.multiplier)
    unlike = cell.part.entry.phrase if cell.part.entry and cell.part.reply is Reply.UNLIKE else ""
    return f"{MARKS[cell.part.reply]} {unlike}".rstrip()


def _written(share: Share, column: Column) -> str:
    """A share as it is written; of a percentage with its sign, so that Excel shows and takes it as one."""
    known = column.entry.quantity
    bare = known is not None and known.percent and number(share.text) is not None
    return share.text + SHARE if bare else share.text


def _total(column: Column, table: Table) -> str:
    """What was given in all when the workbook was made: of totals in plain numbers."""
    if column.come is None:
        return ""
    shares = [column.entry.own, *(cell.given for unit in table.units if (cell := column.cells.get(unit)))]
    given = [one.quantity for one in shares if one]
    if not given or None in given:
        return ""
    return written(sum((Fraction(one.low) for one in given if one), Fraction(0)), column.entry, column.multiplier)


def _text(sheet: "Worksheet", at: tuple[int, int], text: str, style: "NamedStyle") -> None:
    """*text* as text whatever it begins with: nothing that a plan says ever becomes a formula."""
    cell = sheet.cell(*at)
    cell.value = text
    cell.data_type = "s"
    cell.style = style


def _value(sheet: "Worksheet", at: tuple[int, int], text: str, style: "NamedStyle") -> None:
    """A number as a number, a percentage as one, anything else as text."""
    share = text.endswith(SHARE)
    known = number(text.removesuffix(SHARE))
    if known is None:
        _text(sheet, at, text, style)
        return
    cell = sheet.cell(*at)
    exact = Fraction(known) / 100 if share else Fraction(known)
    cell.value = int(exact) if exact.denominator == 1 else float(exact)
    cell.style = style
    cell.number_format = _format(Fraction(known), text, share)


def _format(known: Fraction, text: str, share: bool) -> str:
    """How Excel shows the number: grouped, decimals and a leading zero as they are written."""
    decimals = "." + "0" * len(text.removesuffix(SHARE).partition(",")[2]) if known.denominator != 1 else ""
    if share:
        return f"0{decimals}%"
    return "00" if text[:1] == "0" and not decimals and len(text) == 2 else f"#,##0{decimals}"


def _set_up(sheet: "Worksheet", last: int, bottom: int) -> None:
    """Widths, what stays in view, what may be changed, and how it is printed."""
    from openpyxl.utils import get_column_letter

    for at in range(1, last + 1):
        sheet.column_dimensions[get_column_letter(at)].width = NAME_WIDTH if at == NAME_COLUMN else COLUMN_WIDTH
    sheet.column_dimensions[get_column_letter(ID_COLUMN)].hidden = True
    sheet.row_dimensions[IDS_ROW].hidden = True
    sheet.row_dimensions[HEAD_ROW].height = HEAD_HEIGHT
    for row in range(HEADLINE_ROW, bottom + 1):
        lines = -(-len(str(sheet.cell(row, NAME_COLUMN).value or "")) // NAME_WIDTH)
        sheet.row_dimensions[row].height = LINE_HEIGHT * max(1, lines)
    sheet.freeze_panes = f"{get_column_letter(FIRST_COLUMN)}{HEADLINE_ROW}"
    sheet.protection.sheet = True
    sheet.protection.formatColumns = sheet.protection.formatRows = False
    page = sheet.page_setup
    page.orientation, page.paperSize, page.fitToHeight = "landscape", A4, 0
    page.fitToWidth = -(-(last - NAME_COLUMN) // COLUMNS_A_PAGE) or 1
    sheet.sheet_properties.pageSetUpPr.fitToPage = True  # type: ignore[union-attr]
    sheet.print_title_rows = f"{HEAD_ROW}:{HEAD_ROW}"
    sheet.print_title_cols = f"{get_column_letter(NAME_COLUMN)}:{get_column_letter(NAME_COLUMN)}"
    sheet.print_area = f"{get_column_letter(NAME_COLUMN)}1:{get_column_letter(last)}{bottom}"
