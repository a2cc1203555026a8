"""Documents that others made: recognised by what they say and where it stands, and not drowned in findings."""

import re
import zipfile
from collections.abc import Callable
from io import BytesIO
from typing import Any

import docx
import pytest
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Mm, Pt
from hypothesis import given, settings
from hypothesis import strategies as st

from kehoach.findings import Fault
from kehoach.phrases.lexicon import Lexicon
from kehoach.reading.docx.document import read
from kehoach.reporting.words import Words
from kehoach.rules.form.form import Form
from kehoach.sheet import Sheet
from kehoach.standards.standard import Standard
from kehoach.tree import Element

Check = Callable[[bytes], list[Fault]]
FEW = 20
STRANGE = ("", "-1", "0", "9" * 5000, "1e999", "nan", "true", "both", "Heading1", "D800", "ạ", "2cm", "-7in")
PARTS = ("document", "styles", "numbering", "header1")
CHANGES = st.tuples(st.sampled_from(PARTS), st.integers(0, 10_000), st.sampled_from(STRANGE))
PARAGRAPHS = (
    "TỈNH ĐOÀN LAI CHÂU\tĐOÀN TNCS HỒ CHÍ MINH",
    "BCH ĐOÀN HUYỆN TAM ĐƯỜNG",
    "***",
    "Số: 05 - KH/ĐTN\tTam Đường, ngày 7 tháng 03 năm 2023",
    "",
    "KẾ HOẠCH",
    "Tháng Thanh niên năm 2023",
    "Thực hiện Chương trình công tác năm 2023, Ban Thường vụ Huyện đoàn xây dựng kế hoạch cụ thể như sau:",
    "I. MỤC ĐÍCH",
    "- Phát huy vai trò xung kích, tình nguyện của tuổi trẻ toàn huyện trong phát triển kinh tế - xã hội năm 2023.",
    "III. NỘI DUNG",
    "1. Hoạt động tình nguyện",
    "- Trồng ít nhất 500 cây xanh tại các xã, thị trấn; mỗi cơ sở Đoàn nhận chăm sóc một tuyến đường do mình trồng.",
    "Nơi nhận:",
    "- Tỉnh đoàn (để b/c);",
    "- Lưu VP.",
    "TM. BAN THƯỜNG VỤ HUYỆN ĐOÀN",
    "PHÓ BÍ THƯ",
    "Nguyễn Văn An",
)
ROLES = {
    "TỈNH ĐOÀN LAI CHÂU": Element.SUPERIOR,
    "BCH ĐOÀN HUYỆN TAM ĐƯỜNG": Element.ISSUER,
    "***": Element.SEPARATOR,
    "ĐOÀN TNCS HỒ CHÍ MINH": Element.TITLE,
    "Số: 05 - KH/ĐTN": Element.NUMBER,
    "Tam Đường, ngày 7 tháng 03 năm 2023": Element.PLACE_DATE,
    "KẾ HOẠCH": Element.KIND,
    "Tháng Thanh niên năm 2023": Element.SUBJECT,
    "Nơi nhận:": Element.RECIPIENTS_LABEL,
    "- Lưu VP.": Element.RECIPIENT,
    "TM. BAN THƯỜNG VỤ HUYỆN ĐOÀN": Element.AUTHORITY,
    "PHÓ BÍ THƯ": Element.OFFICE,
    "Nguyễn Văn An": Element.NAME,
}


def saved(word: Any) -> bytes:
    """The bytes of a document."""
    out = BytesIO()
    word.save(out)
    return out.getvalue()


@pytest.fixture
def typed() -> bytes:
    """A plan typed line by line, with tabs for columns and none of our styles."""
    word = docx.Document()
    for line in PARAGRAPHS:
        word.add_paragraph(line)
    return saved(word)


def roles(sheet: Sheet, standard: Standard, lexicon: Lexicon) -> dict[str, Element | None]:
    """What every part of a document was taken for."""
    return {one.text: one.role for one in Form.of(sheet, standard, lexicon).found}


def test_parts_are_told_without_tables(typed: bytes, standard: Standard, lexicon: Lexicon) -> None:
    found = roles(read(typed, "typed.docx"), standard, lexicon)
    assert {text: found.get(text) for text in ROLES} == ROLES


def test_a_document_of_others_is_told_in_few_findings(typed: bytes, faults_of: Check) -> None:
    found = faults_of(typed)
    assert len(found) <= FEW
    codes = [fault.code for fault in found]
    assert {"FMT101", "FMT103", "FMT111", "FMT201", "FMT311", "FMT315", "FMT401"} <= set(codes)


@given(st.lists(CHANGES, min_size=1, max_size=8))
@settings(derandomize=True, max_examples=120, deadline=None)
def test_no_attribute_stops_the_check(programme: bytes, faults_of: Check, changes: list[tuple[str, int, str]]) -> None:
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(programme)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            text = old.read(name).decode("utf-8")
            for part, place, value in changes:
                text = changed(text, place, value) if name == f"word/{part}.xml" else text
            new.writestr(name, text)
    for fault in faults_of(out.getvalue()):
        assert Words().message(fault).encode()


def changed(text: str, place: int, value: str) -> str:
    """*text* with the value of one attribute of WordprocessingML changed."""
    found = list(re.finditer(r'(?<= w:)(\w+)="[^"]*"', text))
    one = found[place % len(found)]
    return f'{text[: one.start()]}{one[1]}="{value}"{text[one.end() :]}'


def test_a_document_without_a_form_is_told_in_few_findings(faults_of: Check) -> None:
    word = docx.Document()
    for n in range(200):
        word.add_paragraph(f"Đoạn thứ {n} của một bài viết dài không có phần đầu, phần cuối, không theo thể thức nào.")
    assert len(faults_of(saved(word))) <= FEW


def test_direct_formatting_is_as_good_as_styles(standard: Standard, lexicon: Lexicon, faults_of: Check) -> None:
    word = docx.Document()
    normal = word.styles["Normal"]
    normal.font.name, normal.font.size = "Times New Roman", Pt(14)
    section = word.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin = section.bottom_margin = section.right_margin = Mm(20)
    section.left_margin = Mm(30)
    line = word.add_paragraph("Mỗi quý, các cơ sở Đoàn tổ chức ít nhất một buổi phổ biến pháp luật cho thanh niên.")
    line.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY
    line.paragraph_format.first_line_indent = Mm(12.7)
    line.paragraph_format.space_after = Pt(6)
    line.paragraph_format.line_spacing = 1.15
    assert {fault.code for fault in faults_of(saved(word))} == {"FMT111", "FMT301", "FMT302"}


def foot(rows: tuple[tuple[str, str], ...]) -> bytes:
    """A document that ends with a table."""
    word = docx.Document()
    word.add_paragraph("KẾ HOẠCH")
    table = word.add_table(rows=len(rows), cols=2)
    for row, lines in zip(table.rows, rows, strict=True):
        for cell, text in zip(row.cells, lines, strict=True):
            cell.text = text
    return saved(word)


SIGNED = "TM. BAN THƯỜNG VỤ\nBÍ THƯ"
RECIPIENTS = "Nơi nhận:\n- Tỉnh đoàn;\n- Lưu VP."
FEET = {
    "a row for the name": ((RECIPIENTS, SIGNED), ("", "Nguyễn Văn An"), set()),
    "no name": ((RECIPIENTS, SIGNED), ("", ""), {"FMT302"}),
    "a blank for the name": ((RECIPIENTS, SIGNED), ("", "\u00a0" * 8), set()),
    "no space behind the point": ((RECIPIENTS, "TM.BAN THƯỜNG VỤ\nBÍ THƯ"), ("", "Nguyễn Văn An"), set()),
    "the words of the label go on": (("Nơi nhận: như trên", SIGNED), ("- Lưu VP.", "Nguyễn Văn An"), set()),
    "copies behind the filing": (("Nơi nhận:\n- Tỉnh đoàn;\n- Lưu(77b).", SIGNED), ("", "Nguyễn Văn An"), set()),
    "an office that acts": ((RECIPIENTS, "Q. TRƯỞNG BAN"), ("", "Nguyễn Văn An"), set()),
}
ASKED = {"FMT302", "FMT325", "FMT326", "FMT327", "FMT328", "FMT329"}


@pytest.mark.parametrize("name", FEET)
def test_a_foot_of_others_is_understood(name: str, faults_of: Check) -> None:
    *rows, wanted = FEET[name]
    assert {fault.code for fault in faults_of(foot(tuple(rows)))} & ASKED == wanted
