"""A Word document with lists, tables, a letterhead and a foot in tables comes out word by word."""

from pathlib import Path

import pytest
from docx import Document
from docx.document import Document as Made
from docx.enum.text import WD_PARAGRAPH_ALIGNMENT

from kehoach.commands.importing.finished import FinishedPlan, finished_plan
from kehoach.commands.rendering.pressing import press, standard
from kehoach.document.compose import markdown
from kehoach.document.markdown import parse
from kehoach.plan import Activity, Target
from kehoach.reading.finished.marks import split
from kehoach.reporting.words import Words
from kehoach.writing.formats import made

HEAD = (
    ("TỈNH ĐOÀN SÔNG HỒNG", "BCH ĐOÀN THÀNH PHỐ CỬA BIỂN", "***", "Số: 33-KH/ĐTN"),
    ("ĐOÀN TNCS HỒ CHÍ MINH", "", "Cửa Biển, ngày 20 tháng 5 năm 2024"),
)
FOOT = (
    ("Nơi nhận:", "- Tỉnh đoàn (để b/c);", "- Lưu VP."),
    ("TM. BAN THƯỜNG VỤ THÀNH ĐOÀN", "BÍ THƯ", "", "Đỗ Thị Sóng"),
)
GRID = (
    ("Cụm", "Đơn vị", "Thời gian"),
    ("1", "Đoàn phường Cảng | Đoàn xã Bãi", "tuần 1 tháng 6"),
    ("2", "Đoàn phường Chợ", "tuần 2 tháng 6"),
)


def tabled(document: Made, columns: tuple[tuple[str, ...], ...]) -> None:
    """A row of cells, each with its paragraphs."""
    table = document.add_table(1, len(columns))
    for cell, lines in zip(table.rows[0].cells, columns, strict=True):
        cell.paragraphs[0].text = lines[0]
        for line in lines[1:]:
            cell.add_paragraph(line)


def built(path: Path) -> Path:
    document = Document()
    tabled(document, HEAD)
    document.add_paragraph("KẾ HOẠCH").alignment = WD_PARAGRAPH_ALIGNMENT.CENTER
    document.add_paragraph(
        "Tổ chức Chiến dịch Thanh niên tình nguyện hè năm 2024"
    ).alignment = WD_PARAGRAPH_ALIGNMENT.CENTER
    document.add_paragraph("Ban Thường vụ Thành đoàn Cửa Biển ban hành kế hoạch như sau:")
    document.add_paragraph().add_run("I. CHỈ TIÊU").bold = True
    for line in ("Xây mới 03 nhà nhân ái.", "100% cơ sở Đoàn ra quân.", "Vận động ít nhất 2.000 lượt thanh niên."):
        document.add_paragraph(line, style="List Number")
    document.add_paragraph().add_run("II. NỘI DUNG").bold = True
    for line in ("Lễ ra quân (ngày 01/6/2024).", "Dạy bơi cho thiếu nhi."):
        document.add_paragraph(line, style="List Bullet")
    document.add_paragraph("Phân công các cụm:")
    table = document.add_table(0, 3)
    for row in GRID:
        for cell, words in zip(table.add_row().cells, row, strict=True):
            cell.text = words
    document.add_paragraph().add_run("III. TỔ CHỨC THỰC HIỆN").bold = True
    document.add_paragraph("Các cơ sở Đoàn báo cáo trước ngày 30/8/2024.", style="List Bullet")
    document.add_paragraph("Trên đây là Kế hoạch Chiến dịch Thanh niên tình nguyện hè năm 2024.")
    tabled(document, FOOT)
    document.save(str(path))
    return path


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> FinishedPlan:
    path = built(tmp_path_factory.mktemp("word") / "he.docx")
    return finished_plan(path, path.name, None)


def lines(found: FinishedPlan) -> list[str]:
    plan, form = found.workspace.resolve(found.written.id), standard(found.workspace)
    assert plan
    tree = parse(markdown(plan, press(found.workspace, plan, form, Words(), None)))
    return made(tree, form.on(plan.day), ["txt"])["txt"].decode().splitlines()


def test_the_text_is_printed_line_by_line(found: FinishedPlan) -> None:
    printed = lines(found)
    start, end = printed.index("I. CHỈ TIÊU"), printed.index("Nơi nhận:")
    assert printed[start:end] == [
        "I. CHỈ TIÊU",
        "1. Xây mới 03 nhà nhân ái.",
        "2. 100% cơ sở Đoàn ra quân.",
        "3. Vận động ít nhất 2.000 lượt thanh niên.",
        "II. NỘI DUNG",
        "- Lễ ra quân (ngày 01/6/2024).",
        "- Dạy bơi cho thiếu nhi.",
        "Phân công các cụm:",
        *("\t".join(row) for row in GRID),
        "III. TỔ CHỨC THỰC HIỆN",
        "- Các cơ sở Đoàn báo cáo trước ngày 30/8/2024.",
        "Trên đây là Kế hoạch Chiến dịch Thanh niên tình nguyện hè năm 2024.",
    ]


def test_head_and_foot_are_known(found: FinishedPlan) -> None:
    printed = lines(found)
    for line in (*HEAD[0], *(one for one in HEAD[1] if one), *FOOT[0], *(one for one in FOOT[1] if one)):
        assert any(line.strip("- ").rstrip(".;") in row for row in printed), line


def test_items_point_at_paragraphs(found: FinishedPlan) -> None:
    plan = found.workspace.resolve(found.written.id)
    assert plan
    items = {item.text.text: item for item in plan.items()}
    target, activity = items["100% cơ sở Đoàn ra quân."], items["Lễ ra quân."]
    assert isinstance(target, Target)
    assert isinstance(activity, Activity)
    assert [figure.phrase.text for figure in target.figures] == ["100% cơ sở Đoàn"]
    assert target.carrier.words == ("below",)
    assert activity.when[0][0].text == "ngày 01/6/2024"
    assert target.text.place.words == "100% cơ sở Đoàn ra quân."


def test_the_number_of_a_heading_in_a_list_of_bullets_counts() -> None:
    assert split("2.1.1. Xung kích phát triển kinh tế", "-") == ("2.1.1.", 6)
    assert split("2.1 tỷ đồng", "-") == ("", 0)
    assert split("3. Xây dựng nhà", "-") == ("", 0)
