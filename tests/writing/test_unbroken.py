"""What belongs to a number stays on its line; the words stay the same."""

import re
from collections.abc import Callable
from io import BytesIO

import docx
import pdfplumber
import pytest
from docx.oxml.ns import qn

from kehoach.document.markdown import parse
from kehoach.standards.standard import Standard
from kehoach.wording import plain
from kehoach.writing.formats import made
from kehoach.writing.holding import pieces, spaces
from kehoach.writing.unbroken import unbroken

PRINTED = qn("w:t"), qn("w:noBreakHyphen")
Reader = Callable[[str, bytes], str]
SENTENCE = "Căn cứ nghị quyết nhiệm kỳ 2022 - 2027, phấn đấu đạt 05 tỷ đồng trong quý IV. "


@pytest.mark.parametrize(
    ("words", "kept"),
    [
        ("nhiệm kỳ 2022 - 2027;", "nhiệm kỳ 2022~-~2027;"),
        ("từ 70 – 80 đoàn viên", "từ 70~–~80 đoàn viên"),
        ("(26/3/1931 - 26/3/2023)", "(26/3/1931~- 26/3/2023)"),
        ("1.500 - 2.000 cây", "1.500~- 2.000 cây"),
        ("Tháng 3, ngày 02 tháng 5 năm 2023", "Tháng~3, ngày~02 tháng~5 năm~2023"),
        ("trong quý IV và quý này", "trong quý~IV và quý này"),
        ("05 tỷ đồng, 30 % cơ sở, 2 triệu", "05~tỷ đồng, 30~% cơ sở, 2~triệu"),
        ("02 đồng chí, 5 tỷ lệ", "02~đồng chí, 5~tỷ lệ"),
        ("Đoàn - Hội - Đội", "Đoàn~- Hội~- Đội"),
        ("khu vực châu Á - Thái Bình Dương", "khu vực châu Á~- Thái Bình Dương"),
        ("theo Điều 3, khoản 2, khóa XIII, lần thứ XII", "theo Điều~3, khoản~2, khóa~XIII, lần thứ~XII"),
        ("2 lần/năm (6 tháng và cả năm), chạy 5 km", "2~lần/năm (6~tháng và cả năm), chạy 5~km"),
        ("ngày 26 tháng 3 năm 2023, kỷ niệm 92 năm", "ngày~26 tháng~3 năm~2023, kỷ niệm 92~năm"),
        ("bảng 2", "bảng 2"),
    ],
)
def test_which_spaces_are_kept(words: str, kept: str, standard: Standard) -> None:
    assert spaces(standard.unbroken)(words).replace("\N{NO-BREAK SPACE}", "~") == kept


@pytest.mark.parametrize(
    ("words", "whole"),
    [
        ("số 99-KH/TWĐTN ngày", ["99-KH/TWĐTN"]),
        ("(31-NQ/TW, 15/2020/QH14)", ["31-NQ/TW", "15/2020/QH14"]),
        ("-CTr/TĐTN-VP ngày", ["-CTr/TĐTN-VP"]),
        ("03-CT/TĐTN-BMT.ANQP.ĐBDC", ["03-CT/TĐTN-BMT.ANQP.ĐBDC"]),
        ("12-KH/TĐTN-CTĐ&TTN", ["12-KH/TĐTN-CTĐ&TTN"]),
        ("từ 02-03/3/2023, 26/3/2023", ["02-03/3/2023"]),
        ("70\u00a0-\u00a080% cơ sở", ["70\u00a0-\u00a080%"]),
        ("kinh tế - xã hội, HIV/AIDS, Mác-Lênin, và/hoặc", []),
        ("http://ytuongsangtao.net/a-1 trang", []),
        (f"1-{'a' * 60}", []),
    ],
)
def test_which_words_are_held(words: str, whole: list[str]) -> None:
    parts = list(pieces(words))
    assert [piece for piece, held in parts if held] == whole
    assert "".join(piece for piece, _ in parts) == words


SYMBOL = "Thực hiện Kế hoạch số 99-KH/TWĐTN-CNĐT và Chỉ thị 42-CT/TW, ngày 02-03/3/2023, ở châu Á - Thái Bình Dương. "


@pytest.mark.parametrize("lead", range(0, 60, 7))
def test_no_line_of_paper_parts_a_symbol_or_begins_with_a_dash(lead: int, standard: Standard) -> None:
    document = parse("a" * lead + " " + SYMBOL * 6)
    with pdfplumber.open(BytesIO(made(document, standard, ["pdf"])["pdf"])) as pages:
        lines = [line["text"].strip() for line in pages.pages[0].extract_text_lines()]
    assert len(lines) > 7
    assert not [line for line in lines if re.search(r"[-/]$", line) and not line.endswith(" -")]
    assert not [line for line in lines if line.startswith("-")]


def test_word_parts_no_symbol_either(standard: Standard, letters_of: Reader) -> None:
    files = made(parse(SYMBOL), standard, ("docx", "txt"))
    (paragraph,) = docx.Document(BytesIO(files["docx"])).paragraphs
    assert paragraph.text.replace("\N{NO-BREAK SPACE}", " ") == SYMBOL.strip()
    held = "".join(
        "~" if part.tag == qn("w:noBreakHyphen") else part.text or "" for part in paragraph._p.iter(*PRINTED)
    )
    assert re.findall(r"[^\s,]*~[^\s,]*", held) == ["99~KH/TWĐTN~CNĐT", "42~CT/TW", "02~03/3/2023"]
    assert letters_of("docx", files["docx"]) == letters_of("txt", files["txt"])


def test_a_number_in_bold_holds_its_unit(standard: Standard) -> None:
    (block,) = unbroken(parse("vay **05** tỷ đồng - vốn"), standard).blocks
    assert plain(block.inlines) == "vay 05\u00a0tỷ đồng\u00a0- vốn"  # type: ignore[union-attr]


@pytest.mark.parametrize("lead", range(0, 60, 7))
def test_no_line_of_paper_parts_a_range(lead: int, standard: Standard) -> None:
    document = parse("a" * lead + " " + SENTENCE * 6)
    with pdfplumber.open(BytesIO(made(document, standard, ["pdf"])["pdf"])) as pages:
        lines = [line["text"].strip() for line in pages.pages[0].extract_text_lines()]
    assert len(lines) > 4
    assert not [line for line in lines if re.search(r"(\d|-|05|quý)$", line) or re.match(r"- |2027|tỷ|IV", line)]


def test_plain_text_keeps_plain_spaces(standard: Standard, letters_of: Reader) -> None:
    files = made(parse(SENTENCE), standard, ("docx", "pdf", "html", "txt", "md"))
    assert "\N{NO-BREAK SPACE}" not in (files["txt"] + files["md"]).decode()
    assert len({letters_of(name, files[name]) for name in ("docx", "pdf", "html", "txt")}) == 1
    assert b'<span class="whole">2022\xc2\xa0-\xc2\xa02027</span>' in files["html"]
