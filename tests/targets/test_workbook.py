"""The table of targets in Excel and back: read by another program, filled in, moved about, refused where it must be."""

import json
import re
import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook as Book
from openpyxl import load_workbook

from kehoach.cascade.account import Accounts, account
from kehoach.cascade.table import Table, table
from kehoach.cells import Cell
from kehoach.drafting.share_edits import edits
from kehoach.drafting.sharing import Change, Known, changes, text_of, typed
from kehoach.errors import KehoachError
from kehoach.findings import Fault
from kehoach.phrases import quantity
from kehoach.phrases.lexicon import Lexicon
from kehoach.phrases.quantity import number_written
from kehoach.places import Place, edited
from kehoach.reading.excel.workbook import sheets
from kehoach.reading.source import Changed
from kehoach.reading.workspace import Workspace
from kehoach.reporting.targets_json import document
from kehoach.reporting.words import Words
from kehoach.writing.excel.allocation import TERMS, Labels, workbook

from .conftest import Grown

LABELS = Labels({part: Words("vi").term(key) for part, key in TERMS.items()})
SHEET = LABELS["shares"]
NAME = "bảng.xlsx"


def table_of(space: Workspace, id: str = "tinh") -> Table:
    plans = [found for id in space.plans() if (found := space.resolve(id))]
    known = Accounts.of(account(plan, space.lexicon) for plan in plans)
    return table(known.by_id[id], known, space.units)


def written(space: Workspace) -> bytes:
    return workbook(table_of(space), space.units, LABELS)


def saved(book: Any) -> bytes:
    data = BytesIO()
    book.save(data)
    return data.getvalue()


def filled(space: Workspace, fill: Callable[[Any], None]) -> bytes:
    """The workbook as another program saves it after *fill* has changed its first sheet."""
    book = load_workbook(BytesIO(written(space)))
    fill(book[SHEET])
    return saved(book)


def at(sheet: Any, pointer: str, unit: str) -> Any:
    """The cell of a figure and a unit, found by the hidden ids."""
    column = next(cell.column for row in sheet.iter_rows() for cell in row if cell.value == pointer)
    row = next(cell.row for row in sheet.iter_rows() for cell in row if cell.value == unit)
    return sheet.cell(row, column)


def taken(space: Workspace, data: bytes) -> tuple[list[Change], list[Fault], str]:
    """What the workbook changes, what is wrong with it, and the plan's file afterwards."""
    found, faults = changes(sheets(data, NAME), Known(table_of(space), space.units, space.lexicon))
    file = space.written("tinh")
    assert file
    made, homeless = edits(found, file, space.units)
    return found, [*faults, *homeless], edited(file.text, made)


def test_another_program_reads_what_was_written(grown: Grown) -> None:
    book = load_workbook(BytesIO(written(grown({}))))
    sheet = book[SHEET]
    assert book.sheetnames == [SHEET, LABELS["received"]]
    assert sheet.column_dimensions["A"].hidden and sheet.row_dimensions[3].hidden
    assert sheet.freeze_panes == "C5" and sheet.protection.sheet
    assert sheet.page_setup.orientation == "landscape" and sheet.page_setup.fitToHeight == 0
    cell = at(sheet, "luot.value", "d3")
    assert (cell.value, cell.number_format, cell.protection.locked) == (1000, "#,##0", False)
    assert at(sheet, "luot.value", ":headline").value == 8000 and at(sheet, "luot.value", ":headline").protection.locked
    assert at(sheet, "ra_quan.value", "d1").value == "x" and at(sheet, "ra_quan.value", "d1").protection.locked
    assert (at(sheet, "hoc_tap.value", ":headline").value, at(sheet, "hoc_tap.value", ":headline").number_format) == (
        0.8,
        "0%",
    )
    assert at(sheet, "gioi_thieu.value", ":headline").value == "70 - 80"
    assert at(sheet, "luot.value", ":total").value == 8000
    assert [cell.value for cell in sheet["B"]][6:14] == [f"Huyện đoàn D{n}" for n in range(1, 9)]
    assert not [cell for row in sheet.iter_rows() for cell in row if cell.data_type == "f"]


def test_json_says_of_a_passed_ceiling_what_the_table_says(grown: Grown) -> None:
    space = grown({"replace": {"d2": [["value: 02", "value: 05"]]}})
    told = {one["pointer"]: one for one in json.loads(document(table_of(space), space.units))["figures"]}
    assert (told["vi_pham.value"]["total"], told["vi_pham.value"]["verdict"]) == ("19", "over")
    assert told["luot.value"]["verdict"] == "reached"


def test_the_answers_stand_with_what_they_come_to(grown: Grown) -> None:
    first = "gioi_thieu:\n"
    unlike = f"cay_xanh:\n        value: 2.500 ha rừng\n      luot:\n        value:\n      {first}"
    dropped = f"ra_quan:\n        omit: Không tổ chức riêng\n      {first}"
    changes = {"d1": [[first, unlike]], "d2": [[first, dropped], ["value: 02", "value: 05"]]}
    book = load_workbook(BytesIO(written(grown({"replace": changes}))))
    sheet, heads = book[LABELS["received"]], book[SHEET]

    def said(pointer: str, unit: str) -> Any:
        return sheet.cell(at(sheet, ":headline", unit).row, at(heads, pointer, ":headline").column).value

    assert (said("cay_xanh.value", "d1"), said("luot.value", "d1")) == ("≠ 2.500 ha rừng", "…")
    assert (said("ra_quan.value", "d1"), said("ra_quan.value", "d2")) == ("x", "-")
    assert (said("luot.value", ":known"), said("luot.value", ":gap")) == (7000, 1000)
    assert (said("vi_pham.value", ":known"), said("vi_pham.value", ":verdict")) == (19, "vượt")
    assert said("gioi_thieu.value", ":known") == "72 - 80"
    assert [said(f"{id}.value", ":verdict") for id in ("luot", "ra_quan", "hien_mau")] == ["chưa rõ", "đạt", "đạt"]


def test_the_same_table_gives_the_same_bytes(grown: Grown) -> None:
    space = grown({})
    one, other = written(space), written(space)
    assert one == other
    with zipfile.ZipFile(BytesIO(one)) as archive:
        assert {info.date_time for info in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert not re.search(rb"20[2-9]\d-", archive.read("docProps/core.xml"))


@pytest.mark.parametrize("first", ["=", "+", "-", "@"])
def test_no_name_becomes_a_formula(first: str, grown: Grown) -> None:
    space = grown({"replace": {"units": [["name: Huyện đoàn D1\n", f'name: "{first}1+1 Huyện đoàn"\n']]}})
    book = load_workbook(BytesIO(written(space)))
    cell = next(cell for row in book[SHEET].iter_rows() for cell in row if cell.value == f"{first}1+1 Huyện đoàn")
    assert cell.data_type == "s"
    assert taken(space, written(space))[0] == []


def test_what_nobody_filled_in_changes_nothing(grown: Grown) -> None:
    space = grown({})
    assert taken(space, written(space))[:2] == ([], [])
    assert taken(space, saved(load_workbook(BytesIO(written(space)))))[:2] == ([], [])


def test_numbers_come_back_in_either_habit(grown: Grown) -> None:
    space = grown({})

    def fill(sheet: Any) -> None:
        for unit, value in (("d1", 1200), ("d2", "1.200"), ("d3", "1,200"), ("d4", " 1000 "), ("d5", 1000.0)):
            at(sheet, "luot.value", unit).value = value

    found, faults, text = taken(space, filled(space, fill))
    assert faults == []
    assert [(change.unit, change.new) for change in found] == [("d1", "1.200"), ("d2", "1.200"), ("d3", "1.200")]
    before = space.source.read("plans/tinh.yaml").decode("utf-8")
    for unit in ("d1", "d2", "d3"):
        before = before.replace(f"          {unit}: 1.000\n", f"          {unit}: 1.200\n")
    assert text == before


def test_a_unit_of_a_level_becomes_an_exception(grown: Grown) -> None:
    space = grown({})

    def fill(sheet: Any) -> None:
        at(sheet, "cay_xanh.value", "d2").value = 3000
        at(sheet, "cay_xanh.value", "d4").value = 3100
        at(sheet, "cay_xanh.value", ":own").value = 50

    found, faults, text = taken(space, filled(space, fill))
    assert (len(found), faults) == (3, [])
    block = (
        "        allocate:\n          huyen: 2.500\n          except:\n            d2: 3.000\n            d4: 3.100\n"
    )
    assert block + "        own_share: 50\n" in text
    after = Workspace(space.root, Changed(space.source, {"plans/tinh.yaml": text.encode("utf-8")}))
    column = next(column for column in table_of(after).columns if column.entry.target == "cay_xanh")
    assert [cell.given.text for cell in column.cells.values() if cell.given] == [
        "2.500", "3.000", "2.500", "3.100", "2.500", "2.500", "2.500", "2.500",
    ]  # fmt: skip


def test_what_had_no_allocation_gets_one(grown: Grown) -> None:
    space = grown({})

    def fill(sheet: Any) -> None:
        at(sheet, "gioi_thieu.value", "d1").value = "10 - 12"
        cell = at(sheet, "hoc_tap.value", "d1")
        cell.value, cell.number_format = 0.85, "0%"
        at(sheet, "hoc_tap.value", "d2").value = "82,5%"

    found, faults, text = taken(space, filled(space, fill))
    assert faults == []
    assert sorted(change.new for change in found) == ["10 - 12", "82,5", "85"]
    assert "cascade: sum\n        allocate:\n          d1: 10 - 12\n" in text
    assert "cascade: rate\n        allocate:\n          d1: 85\n          d2: 82,5\n" in text


def test_a_figure_in_one_line_is_unfolded(grown: Grown) -> None:
    sentence = "text: Trồng mới ít nhất 20.000 cây xanh, tặng 800 cây giống.\n"
    two = f"{sentence}        figures:\n          trong: ít nhất 20.000 cây xanh\n          tang: 800 cây giống\n"
    fills = [
        ["cay_xanh:\n        value: 1.250", "cay_xanh:\n        figures:\n          trong: 1.250\n          tang: 50"]
    ]
    cut = [["        allocate:\n          huyen: 2.500\n", ""], ["text: Trồng mới ít nhất 20.000 cây xanh.\n", two]]
    space = grown({"replace": {"tinh": cut}, "everywhere": fills})

    def fill(sheet: Any) -> None:
        at(sheet, "cay_xanh.tang", "d1").value = 90
        at(sheet, "cay_xanh.tang", "d2").value = 110

    found, faults, text = taken(space, filled(space, fill))
    assert (len(found), faults) == (2, [])
    shares = "            allocate:\n              d1: 90\n              d2: 110\n"
    unfolded = "          tang:\n            phrase: 800 cây giống\n" + shares
    assert "          trong: ít nhất 20.000 cây xanh\n" + unfolded in text


def test_rows_and_columns_may_move(grown: Grown) -> None:
    space = grown({})

    def fill(sheet: Any) -> None:
        at(sheet, "luot.value", "d7").value = 1500
        rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
        for row in list(sheet.merged_cells.ranges):
            sheet.unmerge_cells(str(row))
        for row in sheet.iter_rows():
            for cell in row:
                cell.value = None
        moved = [["", *reversed(row), "ghi chú của tôi"] for row in rows[:6]]
        moved += [["", "thêm"] + [""] * len(rows[0])]
        moved += [["", *reversed(row), 12] for row in reversed(rows[6:])]
        for number, row in enumerate(moved, 3):
            for column, value in enumerate(row, 1):
                sheet.cell(number, column).value = value
        sheet.column_dimensions["D"].hidden = True

    found, faults, _ = taken(space, filled(space, fill))
    assert [(change.column.entry.pointer, change.unit, change.new) for change in found] == [
        ("luot.value", "d7", "1.500")
    ]
    assert faults == []


def test_without_ids_the_headers_do(grown: Grown) -> None:
    space = grown({})

    def fill(sheet: Any) -> None:
        at(sheet, "luot.value", "d7").value = 1500
        sheet.delete_rows(3)
        sheet.delete_cols(1)

    assert [(one.unit, one.new) for one in taken(space, filled(space, fill))[0]] == [("d7", "1.500")]


@pytest.mark.parametrize(
    ("unit", "value", "code"),
    [
        ("d1", "nhiều", "TGT401"),
        ("d1", "1.200 thanh niên", "TGT401"),
        ("d1", -5, "TGT401"),
        ("d1", "12%", "TGT401"),
        ("d1", "1.2.3", "TGT401"),
        ("d1", "{{ gap }}", "TGT401"),
        ("d1", "1 # ghi chú", "TGT401"),
    ],
)
def test_a_cell_that_is_no_part_is_pointed_at(unit: str, value: object, code: str, grown: Grown) -> None:
    space = grown({})

    def fill(sheet: Any) -> None:
        at(sheet, "luot.value", unit).value = value

    found, faults, _ = taken(space, filled(space, fill))
    assert found == []
    assert [(fault.code, fault.place.cell, str(fault.place)) for fault in faults] == [
        (code, f"{SHEET}!C7", f"{NAME}:{SHEET}!C7")
    ]


def test_strange_and_doubled_ids_are_pointed_at(grown: Grown) -> None:
    space = grown({})

    def fill(sheet: Any) -> None:
        sheet.cell(8, 1).value = "d99"
        sheet.cell(9, 1).value = "d1"
        sheet.cell(3, 4).value = "khac.value"

    codes = sorted((fault.code, fault.place.cell) for fault in taken(space, filled(space, fill))[1])
    assert codes == [("TGT402", f"{SHEET}!A8"), ("TGT402", f"{SHEET}!D3"), ("TGT403", f"{SHEET}!A9")]


def test_a_formula_is_refused_at_its_cell(grown: Grown) -> None:
    space = grown({})

    def fill(sheet: Any) -> None:
        at(sheet, "luot.value", "d2").value = "=SUM(C7:C7)"

    with pytest.raises(KehoachError) as caught:
        taken(space, filled(space, fill))
    assert caught.value.code == "excel_formula" and caught.value.place and caught.value.place.cell == f"{SHEET}!C8"


def packed(data: bytes, **parts: bytes) -> bytes:
    """The archive with more parts in it, or other ones."""
    made = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            if name not in parts:
                new.writestr(name, old.read(name))
        for name, content in parts.items():
            new.writestr(name, content)
    return made.getvalue()


@pytest.mark.parametrize(
    ("parts", "code"),
    [
        ({"xl/vbaProject.bin": b"x"}, "excel_macros"),
        ({"xl/externalLinks/externalLink1.xml": b"<a/>"}, "excel_links"),
        ({"xl/worksheets/sheet1.xml": b"<!DOCTYPE a [<!ENTITY b 'c'>]><worksheet>&b;</worksheet>"}, "excel_unreadable"),
        ({"xl/worksheets/sheet1.xml": b"<worksheet>" + b" " * (49 * 2**20) + b"</worksheet>"}, "excel_too_large"),
        ({"xl/workbook.xml": b"<workbook"}, "excel_unreadable"),
    ],
)
def test_what_is_more_than_data_is_refused(parts: dict[str, bytes], code: str, grown: Grown) -> None:
    with pytest.raises(KehoachError) as caught:
        sheets(packed(written(grown({})), **parts), NAME)
    assert caught.value.code == code


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "excel_unreadable"),
        (b"PK\x03\x04rest", "excel_unreadable"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "excel_old_or_locked"),
    ],
)
def test_what_is_no_workbook_is_refused(data: bytes, code: str) -> None:
    with pytest.raises(KehoachError) as caught:
        sheets(data, NAME)
    assert caught.value.code == code


def test_a_workbook_of_somebody_else_is_refused(grown: Grown) -> None:
    book = Book()
    assert book.active is not None
    book.active["A1"] = "Trồng cây"
    with pytest.raises(KehoachError) as caught:
        taken(grown({}), saved(book))
    assert caught.value.code == "excel_not_ours"


def test_the_table_of_another_plan_is_refused(grown: Grown) -> None:
    space = grown({})

    def fill(sheet: Any) -> None:
        sheet.cell(3, 1).value = "tinh/2022"

    with pytest.raises(KehoachError) as caught:
        taken(space, filled(space, fill))
    assert (caught.value.code, caught.value.arguments["other"]) == ("excel_other_plan", "tinh/2022")


@settings(derandomize=True, max_examples=200)
@given(st.integers(0, 10**9), st.integers(0, 99))
def test_what_is_written_is_read_again(whole: int, cents: int) -> None:
    from fractions import Fraction

    number = whole + Fraction(cents, 100)
    assert typed(number_written(number)) == number


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("2,5", "2.5"),
        ("2.5", "2.5"),
        ("1.200,5", "1200.5"),
        ("1,200.5", "1200.5"),
        ("1.234.567", "1234567"),
        ("05", "5"),
    ],
)
def test_both_habits(text: str, number: str) -> None:
    assert str(float(typed(text) or 0)) == str(float(number))


def test_a_percentage_is_exact(lexicon: Lexicon) -> None:
    headline = quantity.parse("80% thanh niên", lexicon)
    from fractions import Fraction

    cell = Cell(1, 1, "0.29", Place(NAME, cell="a!A1"), Fraction("0.29"), True)
    assert text_of(cell, headline, None, lexicon) == "29"


def test_the_command_writes_only_what_it_says(grown: Grown, tmp_path: Path) -> None:
    from kehoach.commands.shell.endings import run

    space = grown({})
    before = {path: space.source.read(path) for path in space.source.paths()}

    def fill(sheet: Any) -> None:
        at(sheet, "luot.value", "d1").value = 1300

    file = tmp_path / "bang.xlsx"
    file.write_bytes(filled(space, fill))
    assert run(["-C", str(tmp_path), "targets", "tinh", "--from", "bang.xlsx"]) == 0
    assert {path: space.source.read(path) for path in before} == before
    assert run(["-C", str(tmp_path), "targets", "tinh", "--from", "bang.xlsx", "--write"]) == 0
    after = {path: space.source.read(path) for path in before}
    assert after["plans/tinh.yaml"] == before["plans/tinh.yaml"].replace(b"d1: 1.000", b"d1: 1.300")
    assert {path for path in before if after[path] != before[path]} == {"plans/tinh.yaml"}
