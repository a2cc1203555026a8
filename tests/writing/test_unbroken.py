"""What belongs to a number stays on its line; the words stay the same."""

import re
from collections.abc import Callable
from io import BytesIO

import pdfplumber
import pytest

from kehoach.document.markdown import parse
from kehoach.standards.standard import Standard
from kehoach.writing.formats import made
from kehoach.writing.unbroken import spaces

Reader = Callable[[str, bytes], str]
SENTENCE = "Căn cứ nghị quyết nhiệm kỳ 2022 - 2027, phấn đấu đạt 05 tỷ đồng trong quý IV. "


@pytest.mark.parametrize(
    ("words", "kept"),
    [
        ("nhiệm kỳ 2022 - 2027;", "nhiệm kỳ 2022~-~2027;"),
        ("từ 70 – 80 đoàn viên", "từ 70~–~80 đoàn viên"),
        ("(26/3/1931 - 26/3/2023)", "(26/3/1931 - 26/3/2023)"),
        ("1.500 - 2.000 cây", "1.500 - 2.000 cây"),
        ("Tháng 3, ngày 02 tháng 5 năm 2023", "Tháng~3, ngày~02 tháng~5 năm~2023"),
        ("trong quý IV và quý này", "trong quý~IV và quý này"),
        ("05 tỷ đồng, 30 % cơ sở, 2 triệu", "05~tỷ đồng, 30~% cơ sở, 2~triệu"),
        ("02 đồng chí, 5 tỷ lệ", "02~đồng chí, 5~tỷ lệ"),
        ("Đoàn - Hội - Đội", "Đoàn - Hội - Đội"),
        ("bảng 2", "bảng 2"),
    ],
)
def test_which_spaces_are_kept(words: str, kept: str, standard: Standard) -> None:
    assert spaces(standard.unbroken)(words).replace("\N{NO-BREAK SPACE}", "~") == kept


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
