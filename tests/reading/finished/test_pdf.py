"""PDF: pages drawn by hand, and by our own renderer; rows become paragraphs, columns and tables."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from io import BytesIO
from random import Random

import pdfplumber
import pytest

from kehoach.document.markdown import parse
from kehoach.errors import KehoachError
from kehoach.manuscript import Block, Manuscript
from kehoach.reading.data.datafile import read_data
from kehoach.reading.finished.pdf.layout import laid
from kehoach.reading.finished.pdf.pieces import Page, Piece, Rule
from kehoach.shipped import shipped
from kehoach.standards.standard import Standard
from kehoach.writing.pdf import pdf
from kehoach.written import plain

Reading = Callable[[bytes, str], Manuscript]
SOURCE = """# I. Nhiệm vụ trọng tâm

1\\. {long}

| STT | Nội dung | Thời gian |
|-----|----------|-----------|
| 1 | Ra quân trồng cây đầu xuân ở các xã, thị trấn trong huyện và các trường học | Tháng 3 |
| 2 | Hiến máu tình nguyện | Tháng 4 |

{paragraphs}
"""
LONG = "Tổ chức học tập nghị quyết của Đoàn các cấp cho cán bộ, đoàn viên trong toàn huyện bằng nhiều hình thức. " * 4

SYLLABLES = ("công", "tác", "đoàn", "thanh", "niên", "hoạt", "động", "xây", "dựng", "phong", "trào", "học", "tập", "cơ")
TASKS = [" ".join(["Việc", *Random(number).choices(SYLLABLES, k=90)]) + "." for number in range(40)]


@pytest.fixture(scope="module")
def rendered() -> bytes:
    """A document of several pages with a table, by our own renderer."""
    figures = plain(read_data((shipped("templates") / "standards" / "doan.yaml").read_bytes(), "doan.yaml"))
    assert isinstance(figures, dict)
    paragraphs = "\n\n".join(f"- {words}" for words in TASKS)
    return pdf(parse(SOURCE.format(long=LONG, paragraphs=paragraphs)), Standard.of(figures))


def test_paragraphs_across_lines_and_pages(reading: Reading, rendered: bytes) -> None:
    found = reading(rendered, "a.pdf")
    long = " ".join(LONG.split())
    body = [(block.mark, block.words.text) for block in found.blocks if not block.cell]
    assert body == [
        ("I.", "NHIỆM VỤ TRỌNG TÂM"),
        ("1.", long),
        *(("-", words) for words in TASKS),
    ]
    assert [remark.code for remark in found.remarks] == ["IMP101"]
    assert found.blocks[0].bold


def test_slanted_words_begin_and_end_at_their_quotation_marks(reading: Reading) -> None:
    figures = plain(read_data((shipped("templates") / "standards" / "doan.yaml").read_bytes(), "doan.yaml"))
    assert isinstance(figures, dict)
    words = "Triển khai cuộc vận động “*Xây dựng giá trị*”; chuyên mục (*Việc tốt mỗi ngày*), phong trào “*Ba nhất*”."
    (block,) = reading(pdf(parse(words), Standard.of(figures)), "a.pdf").blocks
    assert block.words.text == words.replace("*", "")
    slanted = [block.words.text[one.start : one.end] for one in block.emphases if one.italic]
    assert slanted == ["Xây dựng giá trị", "Việc tốt mỗi ngày", "Ba nhất"]


def test_tables_by_their_lines(reading: Reading, rendered: bytes) -> None:
    cells = [block for block in reading(rendered, "a.pdf").blocks if block.cell]
    placed = [(b.cell.row, b.cell.column, b.cell.columns, b.words.text) for b in cells if b.cell]
    assert placed[:3] == [(0, 0, 3, "STT"), (0, 1, 3, "Nội dung"), (0, 2, 3, "Thời gian")]
    words = "Ra quân trồng cây đầu xuân ở các xã, thị trấn trong huyện và các trường học"
    assert placed[3:] == [
        (1, 0, 3, "1"),
        (1, 1, 3, words),
        (1, 2, 3, "Tháng 3"),
        (2, 0, 3, "2"),
        (2, 1, 3, "Hiến máu tình nguyện"),
        (2, 2, 3, "Tháng 4"),
    ]


def test_another_reader_finds_the_same_words(reading: Reading, rendered: bytes) -> None:
    with pdfplumber.open(BytesIO(rendered)) as document:
        theirs = Counter(word["text"] for page in document.pages for word in page.extract_words())
        numbers = Counter(str(number) for number in range(2, len(document.pages) + 1))
    blocks = reading(rendered, "a.pdf").blocks
    assert Counter(" ".join(f"{block.mark} {block.words.text}" for block in blocks).split()) == theirs - numbers


def piece(text: str, left: float, top: float, order: int = 0, bold: bool = False) -> Piece:
    """A piece of text of 12 points, six points a letter."""
    return Piece(left, top, left + 6 * len(text), top + 12, 12, bold, False, "Times", text, order)


def shown(page: Page) -> list[tuple[str, str]]:
    """The rows of a page with the columns that hold them."""
    placed = laid([page])
    return [(f"{one.cell.row}:{one.cell.column}" if one.cell else "", one.row.text) for one in placed]


PAGES: Mapping[str, tuple[Sequence[Piece], Sequence[Rule], list[tuple[str, str]]]] = {
    "a letterhead": (
        [
            piece("TỈNH ĐOÀN", 60, 50),
            piece("HUYỆN ĐOÀN", 60, 66, 1, True),
            piece("ĐOÀN TNCS HỒ CHÍ MINH", 320, 50, 2),
            piece("ngày 1 tháng 3", 330, 70, 3),
            piece("KẾ HOẠCH RA QUÂN THÁNG THANH NIÊN", 201, 120, 4),
            piece("thực hiện chương trình công tác của năm".ljust(80, "."), 60, 150, 5),
        ],
        [],
        [
            ("0:0", "TỈNH ĐOÀN"),
            ("0:0", "HUYỆN ĐOÀN"),
            ("0:1", "ĐOÀN TNCS HỒ CHÍ MINH"),
            ("0:1", "ngày 1 tháng 3"),
            ("", "KẾ HOẠCH RA QUÂN THÁNG THANH NIÊN"),
            ("", "thực hiện chương trình công tác của năm".ljust(80, ".")),
        ],
    ),
    "a blank to fill in": (
        [piece("Kèm theo Kế hoạch số", 60, 50), piece("-KH/ĐTN, ngày", 220, 50, 1), piece("tháng 3", 340, 50, 2)],
        [],
        [("", "Kèm theo Kế hoạch số -KH/ĐTN, ngày tháng 3")],
    ),
    "a number and its words": (
        [piece("1.", 60, 50), piece("Trồng cây", 110, 50, 1), piece("2.", 60, 70, 2), piece("Hiến máu", 110, 70, 3)],
        [],
        [("", "1. Trồng cây"), ("", "2. Hiến máu")],
    ),
    "a table": (
        [piece("STT", 62, 52), piece("Việc", 112, 52, 1), piece("1", 62, 72, 2), piece("Trồng cây", 112, 72, 3)],
        [Rule(60, y, 300, y) for y in (50, 70, 90)] + [Rule(x, 50, x, 90) for x in (60, 110, 300)],
        [("0:0", "STT"), ("0:1", "Việc"), ("1:0", "1"), ("1:1", "Trồng cây")],
    ),
    "a frame is no table": (
        [piece("DỰ THẢO", 62, 52)],
        [Rule(60, 50, 200, 50), Rule(60, 70, 200, 70), Rule(60, 50, 60, 70), Rule(200, 50, 200, 70)],
        [("", "DỰ THẢO")],
    ),
}


@pytest.mark.parametrize("name", PAGES)
def test_layout(name: str) -> None:
    pieces, rules, expected = PAGES[name]
    assert shown(Page(595, 842, tuple(pieces), tuple(rules))) == expected


def drawn(content: bytes, extra: bytes = b"", trailer: bytes = b"") -> bytes:
    """A PDF of one page with the *content*."""
    resources = b"<</Font<</F 5 0 R>>/XObject<</I 6 0 R>>>>"
    image = b"<</Type/XObject/Subtype/Image/Width 1/Height 1/ColorSpace/DeviceGray/BitsPerComponent 8/Length 1>>"
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources %s>>" % resources,
        b"<</Length %d>>stream\n%s\nendstream" % (len(content), content),
        b"<</Type/Font/Subtype/Type1/BaseFont/Times-Roman>>",
        image + b"stream\n\x80\nendstream",
        *([extra] if extra else []),
    ]
    made, offsets = b"%PDF-1.5\n", []
    for number, one in enumerate(objects, 1):
        offsets.append(len(made))
        made += b"%d 0 obj %s endobj\n" % (number, one)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    end = b"xref\n0 %d\n0000000000 65535 f \n%s" % (len(objects) + 1, table)
    size = b"/Size %d/Root 1 0 R" % (len(objects) + 1)
    return made + end + b"trailer <<%s%s>>\nstartxref\n%d\n%%%%EOF" % (size, trailer, len(made))


WORDS = b"BT /F 12 Tf 72 700 Td (Ke hoach thang thanh nien nam hai nghin) Tj ET "
SCAN = b"q 595 0 0 842 0 0 cm /I Do Q "
LOCK = b"<</Filter/Standard/V 1/R 2/P -4/O<%s>/U<%s>>>" % (b"41" * 32, b"42" * 32)
TILTED = b"BT /F 40 Tf 0.7 0.7 -0.7 0.7 100 100 Tm (DU THAO) Tj ET "


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (drawn(SCAN), "pdf_scanned"),
        (drawn(b""), "document_empty"),
        (drawn(WORDS, LOCK, b"/Encrypt 7 0 R/ID[<00><00>]"), "pdf_locked"),
    ],
)
def test_what_cannot_be_read_is_refused(data: bytes, code: str, reading: Reading) -> None:
    with pytest.raises(KehoachError) as caught:
        reading(data, "a.pdf")
    assert caught.value.code == code


def test_words_aslant_are_no_words_of_the_text(reading: Reading) -> None:
    (block,) = reading(drawn(TILTED + WORDS), "a.pdf").blocks
    assert isinstance(block, Block) and block.words.text == "Ke hoach thang thanh nien nam hai nghin"


def test_words_that_a_machine_recognised_are_said(reading: Reading) -> None:
    found = reading(drawn(SCAN + WORDS.replace(b"BT", b"BT 3 Tr")), "a.pdf")
    assert [remark.code for remark in found.remarks] == ["IMP110"]
