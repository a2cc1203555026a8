"""Word documents: what prints is read, once, in order; what was done to it is said."""

from collections.abc import Callable
from io import BytesIO
from typing import Any

import docx
import pytest
from docx.enum.text import WD_BREAK

from kehoach.findings import Fault
from kehoach.manuscript import Block, Manuscript
from kehoach.scalars import stretch

Reading = Callable[[bytes, str], Manuscript]
Show = Callable[[Block], str]
HEADING = '<w:style w:type="paragraph" w:styleId="H2"><w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style>'
LISTS = (
    '<w:abstractNum w:abstractNumId="1">'
    '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="upperRoman"/><w:lvlText w:val="%1."/></w:lvl>'
    '<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%2.%1)"/></w:lvl>'
    '<w:lvl w:ilvl="2"><w:numFmt w:val="bullet"/><w:lvlText w:val="&#xF0B7;"/></w:lvl>'
    '</w:abstractNum><w:num w:numId="7"><w:abstractNumId w:val="1"/></w:num>'
)
BOX = "<w:r><w:pict><v:shape><v:textbox><w:txbxContent>{}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>"


def listed(word: Any, text: str, level: int) -> str:
    made: str = word.p(text, f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="7"/></w:numPr>')
    return made


def codes(found: Manuscript) -> list[str]:
    return [remark.code for remark in found.remarks]


def arguments(found: Manuscript, code: str) -> dict[str, str]:
    (remark,) = (remark for remark in found.remarks if remark.code == code)
    assert isinstance(remark, Fault)
    return dict(remark.arguments)


def test_marks_of_lists_and_typed_ones(reading: Reading, shown: Show, word: Any) -> None:
    body = [
        listed(word, "Nhiệm vụ", 0),
        listed(word, "Giáo dục", 1),
        listed(word, "Học tập", 2),
        listed(word, "Chỉ tiêu", 0),
        word.p("1.1. Gõ tay"),
    ]
    found = reading(word.document("".join(body), numbering=word.part("numbering", LISTS)), "a.docx")
    assert [shown(block) for block in found.blocks] == [
        "[l]I.|Nhiệm vụ",
        "[l]1.I)|Giáo dục",
        "[l]•|Học tập",
        "[l]II.|Chỉ tiêu",
        "1.1.|Gõ tay",
    ]


def test_paragraphs_are_counted_as_word_counts_them(reading: Reading, word: Any) -> None:
    found = reading(
        word.document(word.p("Một") + word.p("") + word.table((word.p("Hai"), word.p("Ba"))) + word.p("Bốn năm")),
        "a.docx",
    )
    assert found.paragraphs
    assert [(block.words.place.line, block.words.place.words) for block in found.blocks] == [
        (1, "Một"),
        (3, "Hai"),
        (4, "Ba"),
        (5, "Bốn năm"),
    ]
    place = stretch(found.text, found.blocks[-1].words, 4, 7)
    assert (place.line, place.column, place.words) == (5, 5, "Bốn năm")


def test_letterhead_tables_are_cells_in_order(reading: Reading, shown: Show, word: Any) -> None:
    head = word.table(
        (word.p("HUYỆN ĐOÀN") + word.p("***"), word.p("ĐOÀN TNCS")), (word.p("Số: 1-KH/ĐTN"), word.p("ngày 1/3"))
    )
    found = reading(word.document(head + word.p("KẾ HOẠCH", '<w:jc w:val="center"/>')), "a.docx")
    assert [shown(block) for block in found.blocks] == [
        "[0:0:0]|HUYỆN ĐOÀN",
        "[0:0:0]|***",
        "[0:0:1]|ĐOÀN TNCS",
        "[0:1:0]|Số: 1-KH/ĐTN",
        "[0:1:1]|ngày 1/3",
        "|KẾ HOẠCH",
    ]
    assert found.blocks[-1].align == "center"


def test_changes_are_taken_as_accepted(reading: Reading, shown: Show, word: Any) -> None:
    gone = "<w:r><w:delText>500</w:delText></w:r>"
    body = [
        word.p(f"{word.run('Trồng ')}<w:del>{gone}</w:del><w:ins>{word.run('600')}</w:ins>{word.run(' cây.')}"),
        word.p(f"<w:moveFrom>{word.run('Dời đi.')}</w:moveFrom>"),
        word.p("Ở lại."),
        word.p(f"<w:moveTo>{word.run('Dời đi.')}</w:moveTo>"),
        word.p("Nối với", "<w:rPr><w:del/></w:rPr>"),
        word.p("đoạn sau."),
    ]
    found = reading(word.document("".join(body)), "a.docx")
    words = ["|Trồng 600 cây.", "|Ở lại.", "|Dời đi.", "[j]|Nối với đoạn sau."]
    assert [shown(block) for block in found.blocks] == words
    assert arguments(found, "IMP103") == {"inserted": "1", "deleted": "1", "moved": "1"}


def test_notes_follow_their_paragraph(reading: Reading, shown: Show, word: Any) -> None:
    refer = '<w:r><w:footnoteReference w:id="{}"/></w:r>'
    notes = "".join(
        f'<w:footnote w:id="{id}">{word.p(text)}</w:footnote>' for id, text in ((0, ""), (3, "Một."), (2, "Hai."))
    )
    body = word.p(word.run("Theo số liệu") + refer.format(3) + word.run(" năm qua") + refer.format(2)) + word.p("Sau.")
    found = reading(word.document(body, footnotes=word.part("footnotes", notes)), "a.docx")
    assert [shown(block) for block in found.blocks] == ["|Theo số liệu năm qua", "[n1]|Một.", "[n2]|Hai.", "|Sau."]
    assert [block.words.place.line for block in found.blocks] == [1, 1, 1, 2]


def test_text_boxes_are_read_once(reading: Reading, shown: Show, word: Any) -> None:
    found = reading(word.document(word.p(word.run("Đoạn") + BOX.format(word.p("DỰ THẢO")))), "a.docx")
    assert [shown(block) for block in found.blocks] == ["|Đoạn", "|DỰ THẢO"]


def test_typed_line_ends_part_a_paragraph(reading: Reading, shown: Show, word: Any) -> None:
    lines = "<w:r><w:br/></w:r>".join(map(word.run, ("Nơi nhận:", "- Như trên;", "- Lưu: VP.")))
    title = word.run("Về việc tổ chức") + "<w:r><w:br/></w:r>" + word.run("ngày hội")
    found = reading(word.document(word.p(lines) + word.p(title)), "a.docx")
    words = ["|Nơi nhận:", "-|Như trên;", "-|Lưu: VP.", "[j]|Về việc tổ chức ngày hội"]
    assert [shown(block) for block in found.blocks] == words


def test_spaces_that_do_not_break_are_spaces(reading: Reading, word: Any) -> None:
    (block,) = reading(word.document(word.p("Trước tháng\u00a05, số\u00a0\u00a0\u00a0\u00a0-CTr")), "a.docx").blocks
    assert block.words.text == "Trước tháng 5, số -CTr"
    beginning = block.words.place.words or ""
    assert beginning.split() == ["Trước", "tháng", "5,", "số", "-CTr"]
    assert "\u00a0" not in beginning


def test_looks_and_headings(reading: Reading, shown: Show, word: Any) -> None:
    body = (
        word.p("Đầu đề", '<w:pStyle w:val="H2"/>')
        + word.p(word.run("Đậm", "<w:b/>"))
        + word.p(word.run("Có ") + word.run("100%", "<w:b/><w:i/>"))
    )
    found = reading(word.document(body, styles=word.part("styles", HEADING)), "a.docx")
    assert [shown(block) for block in found.blocks] == ["[h2]|Đầu đề", "[b]|Đậm", "|Có 100%"]
    (one,) = found.blocks[2].emphases
    assert (one.start, one.end, one.bold, one.italic) == (3, 7, True, True)


def test_what_is_left_out_is_said(reading: Reading, shown: Show, word: Any) -> None:
    hidden = word.run("ẩn", "<w:vanish/>")
    comment = '<w:r><w:commentReference w:id="1"/></w:r>'
    picture = "<w:r><w:pict><v:shape><v:imagedata/></v:shape></w:pict></w:r>"
    header = word.part("hdr", word.p("Mật") + word.p("2") + word.p("Kế hoạch ra quân"))
    sections = '<w:sectPr><w:headerReference w:type="default" r:id="r_header"/></w:sectPr>'
    body = word.p("Kế hoạch ra quân") + word.p(word.run("Hiện") + hidden + comment + picture) + sections
    found = reading(word.document(body, header=header), "a.docx")
    assert [shown(block) for block in found.blocks] == ["|Kế hoạch ra quân", "|Hiện"]
    assert codes(found) == ["IMP104", "IMP106", "IMP107", "IMP105"]
    assert arguments(found, "IMP105") == {"text": "Mật"}


@pytest.mark.parametrize(
    ("font", "typed", "meant"),
    [
        (".VnTime", "C«ng t¸c §oµn vµ phong trµo", "Công tác Đoàn và phong trào"),
        (".VnTimeH", "ch­¬ng tr×nh", "CHƯƠNG TRÌNH"),
        ("VNI-Times", "Coâng taùc Ñoaøn, ñöôïc giao", "Công tác Đoàn, được giao"),
        (".VnTime", "Công tác Đoàn", "Công tác Đoàn"),
        ("Arial", "Caf«", "Caf«"),
    ],
)
def test_fonts_of_old_encodings(reading: Reading, word: Any, font: str, typed: str, meant: str) -> None:
    look = f'<w:rFonts w:ascii="{font}" w:hAnsi="{font}"/>'
    found = reading(word.document(word.p(word.run(typed, look))), "a.docx")
    assert found.blocks[0].words.text == meant
    assert codes(found) == (["IMP102"] if typed != meant else [])


def test_a_document_of_another_maker(reading: Reading) -> None:
    made = docx.Document()
    made.add_heading("I. NHIỆM VỤ", 1)
    made.add_paragraph("Trồng 500 cây xanh", style="List Bullet")
    made.add_paragraph("Bước một", style="List Number")
    made.add_paragraph("Bước hai", style="List Number")
    made.add_paragraph("Hết").add_run().add_break(WD_BREAK.PAGE)
    grid = made.add_table(2, 2)
    for row, line in enumerate(grid.rows):
        for column, cell in enumerate(line.cells):
            cell.text = f"Ô {row} {column}"
    stream = BytesIO()
    made.save(stream)
    found = reading(stream.getvalue(), "a.docx")
    assert [(block.mark, block.words.text, block.level) for block in found.blocks[:5]] == [
        ("I.", "NHIỆM VỤ", 1),
        ("•", "Trồng 500 cây xanh", 0),
        ("1.", "Bước một", 0),
        ("2.", "Bước hai", 0),
        ("", "Hết", 0),
    ]
    cells = [block.cell for block in found.blocks[5:] if block.cell]
    assert [(cell.row, cell.column, cell.columns) for cell in cells] == [(0, 0, 2), (0, 1, 2), (1, 0, 2), (1, 1, 2)]
