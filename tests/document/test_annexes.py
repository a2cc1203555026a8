"""Annexes that a plan names: allocation, calendar, sheets, form and reasons; and a standard that a workspace makes."""

from pathlib import Path

import pytest

from kehoach.commands.rendering.pressing import press, standard
from kehoach.document.compose import markdown
from kehoach.document.markdown import parse
from kehoach.reading.workspace import Workspace
from kehoach.reporting.words import Words
from kehoach.shipped import shipped
from kehoach.tree import Annex, Blocks, Landscape, Table
from kehoach.wording import plain

HERE = Path(__file__).parent / "annexes"
SPACE = Workspace.around(HERE)


def composed(plan: str, form: str = "doan", space: Workspace = SPACE) -> str:
    """The Markdown of *plan*."""
    resolved = space.resolve(plan)
    assert resolved is not None and not resolved.faults
    return markdown(resolved, press(space, resolved, standard(space, form), Words("vi"), None))


def annexes(plan: str) -> list[Annex]:
    return [block for block in parse(composed(plan)).blocks if isinstance(block, Annex)]


def tables(blocks: Blocks) -> list[list[list[str]]]:
    """The rows of every table among *blocks*, heads first."""
    found = []
    for block in blocks:
        if isinstance(block, Landscape):
            found += tables(block.blocks)
        elif isinstance(block, Table):
            rows = (block.head, *block.rows)
            found.append([[plain(cell).replace("\u00a0", " ").strip() for cell in row] for row in rows])
    return found


@pytest.mark.parametrize("plan", ["tinh/2023", "huyen/2023"])
def test_a_plan_with_annexes_is_its_golden(plan: str, accept: bool) -> None:
    golden, made = HERE / f"{plan.replace('/', '-')}.md", composed(plan)
    if accept:
        golden.write_text(made, encoding="utf-8", newline="\n")
    assert made == golden.read_text(encoding="utf-8")


def test_every_unit_in_force_has_its_part_and_parts_add_up() -> None:
    (table,) = tables(annexes("tinh/2023")[0].blocks)
    head, *units, own, total, asked = table
    assert head[:3] == ["TT", "Đơn vị", "Cây xanh (chỉ tiêu 1)"]
    assert [row[:3] for row in units] == [
        ["1", "Tam Đường", "9.000"],
        ["2", "Sìn Hồ", "9.000"],
        ["3", "Đoàn Khối", "1.600"],
    ]
    assert own[2] == "400" and total[2] == "20.000" and asked[2] == "20.000"


def test_a_sum_waits_for_the_part_that_is_missing() -> None:
    (table,) = tables(annexes("tinh/2023")[0].blocks)
    *_, block, own, total, asked = table
    assert (block[3], own[3], total[3], asked[3]) == ("", "", "", "3.000")
    assert table[1][3] == "1.500"


def test_floors_shares_and_work_come_to_those_who_carry_them() -> None:
    (table,) = tables(annexes("tinh/2023")[0].blocks)
    columns = list(zip(*table, strict=True))
    assert columns[4] == ("Công trình thanh niên (chỉ tiêu 3)", "01", "02", "", "", "", "01")
    assert columns[5][1:4] == ("100%", "100%", "100%")
    assert columns[6][1:4] == ("x", "x", "x")
    assert len(columns) == 7


def test_the_calendar_goes_by_the_first_day() -> None:
    found = tables(annexes("tinh/2023")[1].blocks)
    assert [row[1] for table in found for row in table[1:]] == ["Tết trồng cây", "Lễ ra quân", "Chiến dịch hè"]
    assert [row[0] for table in found for row in table[1:]] == ["1", "2", "3"]
    assert found[1][1][2:] == ["26/3/2023", "toàn tỉnh", "Huyện đoàn Tam Đường", ""]
    assert found[2][1][2:] == ["tháng 6", "các huyện đoàn", "", "Đoàn Khối các cơ quan tỉnh"]


def test_each_unit_has_a_sheet_of_what_it_carries() -> None:
    sheets = [tables(one.blocks)[0] for one in annexes("tinh/2023")[2:5]]
    assert [len(sheet) - 1 for sheet in sheets] == [2, 2, 1]
    assert sheets[1][2] == ["2", "Có ít nhất 01 công trình thanh niên.", "Công trình thanh niên", "02", "01"]


def test_reasons_name_what_was_dropped() -> None:
    (only,) = annexes("huyen/2023")[-1:]
    ((_, row),) = tables(only.blocks)
    assert row == ["1", "Kết nạp ít nhất 1.500 đoàn viên mới.", "Huyện đã hoàn thành từ năm 2022"]


def test_a_workspace_brings_a_standard_of_its_own(tmp_path: Path) -> None:
    made = (shipped("templates") / "standards" / "doan.yaml").read_text(encoding="utf-8")
    made = made.replace("id: doan", "id: truong").replace("title: Đoàn TNCS Hồ Chí Minh", "title: Trường Trung học")
    made = made.replace('separator: "***"', 'separator: "---***---"').replace("(Kèm theo {kind}", "(Theo {kind}")
    for file in HERE.glob("plans/**/*.yaml"):
        target = tmp_path / file.relative_to(HERE)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(file.read_bytes())
    (tmp_path / "templates" / "standards").mkdir(parents=True)
    (tmp_path / "templates" / "standards" / "truong.yaml").write_text(made, encoding="utf-8")
    printed = composed("tinh/2023", "truong", Workspace.around(tmp_path))
    assert "Trường Trung học" in printed and "(Theo Chương trình" in printed
    assert "Đoàn TNCS Hồ Chí Minh\n" not in printed
    assert parse(printed).blocks
