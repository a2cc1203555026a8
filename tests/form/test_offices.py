"""Documents in the form of the standard, made as other offices make them, have no fault."""

import re
from collections.abc import Callable, Sequence
from io import BytesIO
from typing import Any

import docx
import pytest
from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN
from docx.enum.text import WD_TAB_ALIGNMENT as TAB
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from kehoach.findings import Fault

Check = Callable[[bytes], list[Fault]]
Words = tuple[str, float, str]
TEXT = (
    ("", "Căn cứ Chương trình công tác Đoàn và phong trào thanh thiếu nhi năm 2024 của Ban Thường vụ Thành đoàn;"),
    ("", "Căn cứ tình hình thực tiễn công tác Đoàn và phong trào thanh thiếu nhi của quận Lê Chân,"),
    ("", "Ban Thường vụ Quận đoàn xây dựng Kế hoạch tổ chức các hoạt động Tháng Thanh niên năm 2024, cụ thể như sau:"),
    ("b", "I. MỤC ĐÍCH, YÊU CẦU"),
    ("b", "1. Mục đích"),
    ("", "- Phát huy tinh thần xung kích, tình nguyện của đoàn viên, thanh niên trong phát triển kinh tế của quận."),
    ("b", "2. Yêu cầu"),
    ("", "Các hoạt động được tổ chức thiết thực, hiệu quả, tiết kiệm, an toàn, hợp với điều kiện của từng đơn vị."),
    ("b", "II. NỘI DUNG"),
    ("b", "1. Công tác tuyên truyền, giáo dục"),
    ("bi", "1.1. Giáo dục chính trị, tư tưởng"),
    ("", "+ Cấp quận: tổ chức Hội trại truyền thống vào ngày 24/3/2024 tại Nhà Văn hóa Thanh niên, mời 200 đoàn viên."),
    ("b", "III. TỔ CHỨC THỰC HIỆN"),
    ("", "1. Ban Thường vụ Quận đoàn phân công cán bộ theo dõi, đôn đốc các cơ sở Đoàn thực hiện kế hoạch này."),
    ("", "2. Các cơ sở Đoàn xây dựng kế hoạch của đơn vị, gửi về Quận đoàn trước ngày 25/02/2024."),
    ("", "Trên đây là Kế hoạch tổ chức các hoạt động Tháng Thanh niên năm 2024 của Ban Thường vụ Quận đoàn Lê Chân."),
)
TITLE = (("KẾ HOẠCH", 16), ("Tổ chức các hoạt động Tháng Thanh niên năm 2024", 14), ("---------", 14), ("", 14))
DATE = ("Lê Chân, ngày 15 tháng 02 năm 2024", 13, "i")
RECIPIENTS = ("- Thành đoàn Hải Phòng (để b/c);", "- UBND quận (để p/h);", "- Các cơ sở Đoàn;", "- Lưu VP.")
AUTHORITY, OFFICE = ("TM. BAN THƯỜNG VỤ QUẬN ĐOÀN", 14, "b"), ("PHÓ BÍ THƯ", 14, "")
NAME = ("Phạm Thu Hà", 14, "b")
NOTHING = ("", 14, "")


def _add(paragraph: Any, words: Words) -> None:
    """*words* in letters that are set by hand: bold, italic, underlined."""
    run = paragraph.add_run(words[0])
    run.font.size = Pt(words[1])
    run.bold, run.italic, run.underline = ("b" in words[2] or None, "i" in words[2] or None, "u" in words[2] or None)


def _line(place: Any, words: Words, align: Any = None) -> Any:
    paragraph = place.add_paragraph()
    _add(paragraph, words)
    paragraph.alignment = align
    paragraph.paragraph_format.space_after = Pt(0)
    return paragraph


def _tabbed(word: Any, left: Words, right: Words, *, keep: bool = False, centred: bool = True) -> None:
    """Two columns of tab stops; the left one begins at the margin where it is not centred."""
    paragraph = word.add_paragraph()
    layout = paragraph.paragraph_format
    layout.space_after, layout.keep_with_next = Pt(0), keep
    for stop in (*((Mm(38),) if centred else ()), Mm(118)):
        layout.tab_stops.add_tab_stop(stop, TAB.CENTER)
    for words in (("\t", 14, ""), left) if centred else (left,):
        _add(paragraph, words)
    if right[0]:
        _add(paragraph, ("\t", 14, ""))
        _add(paragraph, right)


def _made(head: Callable[[Any], None], foot: Callable[[Any], None]) -> bytes:
    word = docx.Document()
    section = word.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin = section.bottom_margin = section.right_margin = Mm(20)
    section.left_margin = Mm(30)
    section.different_first_page_header_footer = True
    _numbered(section.header.paragraphs[0])
    head(word)
    for words, size in TITLE:
        _line(word, (words, size, "b"), ALIGN.CENTER)
    for look, words in TEXT:
        layout = _line(word, (words, 14, look), ALIGN.JUSTIFY).paragraph_format
        layout.first_line_indent, layout.space_after, layout.line_spacing = Mm(12.7), Pt(6), 1.15
    foot(word)
    out = BytesIO()
    word.save(out)
    return out.getvalue()


def _numbered(paragraph: Any) -> None:
    """The field of the page number, spelt out."""
    paragraph.alignment = ALIGN.CENTER
    for kind in ("begin", "", "end"):
        _add(paragraph, ("", 14, ""))
        part = OxmlElement("w:fldChar" if kind else "w:instrText")
        part.set(qn("w:fldCharType"), kind) if kind else None
        part.text = None if kind else " PAGE   \\* MERGEFORMAT "
        paragraph.runs[-1]._r.append(part)


def _columns(word: Any, left: Sequence[Words], right: Sequence[Words], aligned: Sequence[Any]) -> Any:
    """A table of one row with these lines in its cells."""
    table = word.add_table(rows=1, cols=2)
    table.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
    for cell, lines, align in zip(table.rows[0].cells, (left, right), aligned, strict=True):
        for words in lines:
            _line(cell, words, align)
        cell._tc.remove(cell.paragraphs[0]._p)
    return table


def _head_of_tabs(word: Any) -> None:
    """Tabs for columns, an underlined run of spaces for the line; the theme's fonts are the standard's."""
    theme = next(one.target_part for one in word.part.rels.values() if one.reltype.endswith("/theme"))
    theme._blob = re.sub(rb'(<a:(?:minor|major)Font>\s*<a:latin typeface=")[^"]*', rb"\1Times New Roman", theme.blob)
    _tabbed(word, ("THÀNH ĐOÀN HẢI PHÒNG", 14, ""), ("ĐOÀN TNCS HỒ CHÍ MINH", 15, "b"))
    _tabbed(word, ("BCH ĐOÀN QUẬN LÊ CHÂN", 14, "b"), (" " * 30, 14, "u"))
    _tabbed(word, ("***", 14, ""), NOTHING)
    _tabbed(word, ("Số: 05-KH/ĐTN", 14, ""), DATE)


def _head_of_cells(word: Any) -> None:
    """A table, a border for the line, a name over two lines; the usual style names its font."""
    word.styles["Normal"].font.name = "Times New Roman"
    names = (("THÀNH ĐOÀN HẢI PHÒNG", 14, ""), ("BAN CHẤP HÀNH", 14, "b"), ("QUẬN ĐOÀN LÊ CHÂN", 14, "b"))
    left = (*names, ("***", 14, ""), ("Số: 05-KH/ĐTN", 14, ""))
    title = ("ĐOÀN TNCS HỒ CHÍ MINH", 15, "b")
    table = _columns(word, left, (title, NOTHING, NOTHING, DATE), (ALIGN.CENTER, ALIGN.CENTER))
    borders, edge = OxmlElement("w:pBdr"), OxmlElement("w:bottom")
    edge.set(qn("w:val"), "single")
    borders.append(edge)
    table.rows[0].cells[1].paragraphs[0]._p.get_or_add_pPr().append(borders)


def _foot_of_cells(word: Any) -> None:
    """Empty lines for what the standard leaves free."""
    label = ("Nơi nhận:", 13, "b")
    left = (NOTHING, label, *((one, 11, "") for one in RECIPIENTS))
    _columns(word, left, (AUTHORITY, OFFICE, *4 * [NOTHING], NAME), (ALIGN.LEFT, ALIGN.CENTER))


def _foot_of_tabs(word: Any) -> None:
    """The signature beside the recipients by tabs."""
    _tabbed(word, NOTHING, AUTHORITY, keep=True, centred=False)
    _tabbed(word, ("Nơi nhận:", 13, "b"), OFFICE, keep=True, centred=False)
    for one in RECIPIENTS:
        _tabbed(word, (one, 11, ""), NOTHING, keep=True, centred=False)
    _tabbed(word, NOTHING, NAME, centred=False)


OFFICES = {
    "tabs above, a table below": (_head_of_tabs, _foot_of_cells),
    "a table above, tabs below": (_head_of_cells, _foot_of_tabs),
}


@pytest.mark.parametrize("name", OFFICES)
def test_another_office_keeps_the_form(name: str, faults_of: Check) -> None:
    assert faults_of(_made(*OFFICES[name])) == []


def _in_one(paragraphs: Sequence[Any]) -> None:
    """The words of *paragraphs* in the first of them, parted by line ends typed inside it."""
    first, *others = paragraphs
    for other in others:
        first.runs[-1].add_break()
        for run in other.runs:
            first._p.append(run._r)
        other._p.getparent().remove(other._p)


def _head_of_line_ends(word: Any) -> None:
    _head_of_cells(word)
    left, right = word.tables[0].rows[0].cells
    _in_one(left.paragraphs)
    for blank in right.paragraphs[1:-1]:
        _add(blank, (" ", 14, ""))


def _foot_of_line_ends(word: Any) -> None:
    _in_one(word.paragraphs[:3])
    _foot_of_cells(word)
    left, right = word.tables[1].rows[0].cells
    for cell, free in ((left, 2), (right, 0)):
        for blank in (one for one in cell.paragraphs if not one.runs[0].text):
            _add(blank, (" ", 14, ""))
        _in_one(cell.paragraphs[free:])


def test_line_ends_are_as_good_as_paragraphs(faults_of: Check) -> None:
    assert faults_of(_made(_head_of_line_ends, _foot_of_line_ends)) == []


COPIES = {
    "a copy": (NOTHING, ("(Đã ký)", 14, "i"), NOTHING),
    "a name over two lines": (NOTHING, NOTHING, NOTHING, NOTHING),
}


@pytest.mark.parametrize("name", COPIES)
def test_what_stands_above_a_name_is_no_office(name: str, faults_of: Check) -> None:
    authority = (("TM. BAN THƯỜNG VỤ", 14, "b"), ("QUẬN ĐOÀN LÊ CHÂN", 14, "b"))
    left = (NOTHING, NOTHING, ("Nơi nhận:", 13, "b"), *((one, 11, "") for one in RECIPIENTS))

    def foot(word: Any) -> None:
        _columns(word, left, (*authority, OFFICE, *COPIES[name], NAME), (ALIGN.LEFT, ALIGN.CENTER))

    assert faults_of(_made(_head_of_cells, foot)) == []
