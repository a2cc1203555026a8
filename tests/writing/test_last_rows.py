"""The last rows of a table stay together on a page, so that no total stands alone."""

from io import BytesIO

import docx
import pdfplumber
import pytest

from kehoach.document.markdown import parse
from kehoach.standards.standard import Standard
from kehoach.tree import Document
from kehoach.writing.formats import made
from kehoach.writing.tables import LAST

HEAD = "| TT | Đơn vị | Cây xanh |\n|---:|---|---:|\n"
TOTAL = "|  | **Tổng số** | **1.000** |"
# A page holds fewer rows than the last of these, and all of the first.
LENGTHS = range(34, 46)


def table(rows: int, words: str = "Xã Tân Mỹ") -> Document:
    """A document that holds a table of so many rows and a total."""
    return parse(HEAD + "\n".join(f"| {n} | {words} | 10 |" for n in range(1, rows + 1)) + f"\n{TOTAL}\n")


def of(form: str, document: Document, standard: Standard) -> bytes:
    """*document* as a file of one format."""
    return made(document, standard, (form,))[form]


def rows_of_pages(content: bytes) -> list[int]:
    """How many rows with words each page holds, the head of the table aside."""
    with pdfplumber.open(BytesIO(content)) as pdf:
        pages = [page.extract_text().splitlines() for page in pdf.pages]
    return [sum("Xã Tân" in line or "Tổng số" in line for line in lines) for lines in pages]


def kept(content: bytes) -> list[bool]:
    """Of every row in Word below the head, whether it stays with the next."""
    rows = docx.Document(BytesIO(content)).tables[0].rows[1:]
    cells = [[cell.paragraphs[0] for cell in row.cells if cell.text] for row in rows]
    return [all(one.style.paragraph_format.keep_with_next for one in row) for row in cells]


def test_no_page_holds_the_total_alone(standard: Standard) -> None:
    pages = [rows_of_pages(of("pdf", table(rows), standard)) for rows in LENGTHS]
    assert {len(one) for one in pages} == {1, 2}
    assert [sum(one) for one in pages] == [rows + 1 for rows in LENGTHS]
    assert all(one[-1] >= LAST for one in pages)


def test_word_is_told_which_rows_stay_together(standard: Standard) -> None:
    assert kept(of("docx", table(6), standard)) == [False] * 4 + [True] * 2 + [False]
    assert kept(of("docx", table(1), standard)) == [True, False]


def test_a_browser_is_told_too(standard: Standard) -> None:
    page = of("html", table(6), standard).decode("utf-8")
    assert page.count('<tr class="kept">') == LAST - 1


@pytest.mark.parametrize(
    ("words", "last"), [("Xã Tân Mỹ " * 25, [False, False, True, False]), ("Xã " * 200, [False] * 4)]
)
def test_long_rows_may_be_parted(standard: Standard, words: str, last: list[bool]) -> None:
    assert kept(of("docx", table(3, words), standard)) == last
