"""Centred words that need several lines stand in lines of about one length."""

from io import BytesIO

import docx
import pdfplumber
import pytest
from ruamel.yaml import YAML

from kehoach.document.markdown import parse
from kehoach.shipped import shipped
from kehoach.standards.standard import Standard
from kehoach.tree import Letterhead
from kehoach.wording import plain
from kehoach.writing.formats import made
from kehoach.writing.unbroken import unbroken

HEAD = """::::: letterhead
:::: left
::: superior
{superior}
:::
::: issuer
{issuer}
:::
::: number
Số: \u00a0\u00a0\u00a0\u00a0\u00a0\u00a0-KH/ĐTN
:::
::::
:::: right
::: title
Đoàn TNCS Hồ Chí Minh
:::
::: place-date
Thủy Nguyên, ngày \u00a0\u00a0\u00a0\u00a0\u00a0\u00a0 tháng 02 năm 2023
:::
::::
:::::

::: subject
{subject}
:::
"""
SUBJECT = "Công tác Đoàn và phong trào thanh thiếu nhi Khối các cơ quan và doanh nghiệp tỉnh Trà Vinh năm 2021"


def written(superior: str = "Tỉnh đoàn", issuer: str = "BCH Đoàn", subject: str = SUBJECT) -> str:
    return HEAD.format(superior=superior, issuer=issuer, subject=subject)


@pytest.mark.parametrize(
    ("words", "lines"),
    [
        ("BCH Đoàn huyện Thủy Nguyên", ["BCH Đoàn huyện", "Thủy Nguyên"]),
        ("BCH Đoàn thành phố Hồ Chí Minh", ["BCH Đoàn thành phố", "Hồ Chí Minh"]),
        ("BCH Đoàn Lai Châu", ["BCH Đoàn Lai Châu"]),
    ],
)
def test_a_name_of_two_words_stays_in_one(words: str, lines: list[str], standard: Standard) -> None:
    head = unbroken(parse(written(issuer=words)), standard).blocks[0]
    assert isinstance(head, Letterhead)
    held = plain(head.left[1].inlines)
    if len(lines) == 1:
        assert held == words
    else:
        assert held.replace("\N{NO-BREAK SPACE}", "~").split(" ") == [line.replace(" ", "~") for line in lines]


def test_the_lines_of_the_subject_are_of_about_one_length(standard: Standard) -> None:
    files = made(parse(written()), standard, ("pdf", "docx"))
    with pdfplumber.open(BytesIO(files["pdf"])) as pages:
        rows = [line for line in pages.pages[0].extract_text_lines() if line["top"] > 100]
    assert [row["text"] for row in rows] == [
        "Công tác Đoàn và phong trào thanh thiếu nhi Khối",
        "các cơ quan và doanh nghiệp tỉnh Trà Vinh năm 2021",
    ]
    lengths = [row["x1"] - row["x0"] for row in rows]
    assert max(lengths) < 1.2 * min(lengths)
    words = docx.Document(BytesIO(files["docx"])).paragraphs[-1].text
    assert words.replace("\N{NO-BREAK SPACE}", " ") == SUBJECT
    assert words.count(" ") == 1


def test_a_date_stays_in_one(standard: Standard) -> None:
    reference = "(Kèm theo Chương trình số 05-CTr/TĐTN-VP, ngày 09 tháng 01 năm 2023 của Ban Chấp hành Tỉnh đoàn)"
    source = f"::::: annex\n::: annex-reference\n{reference}\n:::\n:::::\n"
    with pdfplumber.open(BytesIO(made(parse(source), standard, ["pdf"])["pdf"])) as pages:
        rows = [line["text"] for line in pages.pages[0].extract_text_lines()]
    assert rows == [
        "(Kèm theo Chương trình số 05-CTr/TĐTN-VP,",
        "ngày 09 tháng 01 năm 2023 của Ban Chấp hành Tỉnh đoàn)",
    ]


def test_a_box_of_several_lines_is_as_wide_as_they_are(standard: Standard) -> None:
    state = Standard.of(YAML(typ="safe").load(shipped("templates") / "standards" / "nd30.yaml"))
    words = "Tài liệu Hội nghị Ban Chấp hành mở rộng lần thứ hai, nhiệm kỳ 2022 - 2027"
    head = written().replace("::: title", f"::: conference\n{words}\n:::\n::: title")
    files = made(parse(head), state, ("docx", "pdf"))
    style = docx.Document(BytesIO(files["docx"])).styles["Phạm vi lưu hành"]
    sides = [round(side.mm, 1) for side in (style.paragraph_format.left_indent, style.paragraph_format.right_indent)]
    assert sides[0] == sides[1] > state.columns.box_padding[0]
    with pdfplumber.open(BytesIO(files["pdf"])) as pages:
        box = max(pages.pages[0].rects, key=lambda one: one["width"])
        held = [one for one in pages.pages[0].chars if box["top"] < one["top"] < box["bottom"]]
    assert box["x1"] / 72 * 25.4 < 190
    assert box["x0"] < min(one["x0"] for one in held) and max(one["x1"] for one in held) < box["x1"]


def test_what_fits_on_a_line_is_left_alone(standard: Standard) -> None:
    document = parse(written(subject="Tháng Thanh niên"))
    assert unbroken(document, standard) == document


def test_a_word_too_long_for_a_line_does_no_harm(standard: Standard) -> None:
    document = parse(written(subject="a" * 300 + " b" * 80))
    assert plain(unbroken(document, standard).blocks[1].inlines).startswith("a" * 300)  # type: ignore[union-attr]
