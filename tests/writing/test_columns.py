"""Tables with the same head have the same columns, whatever stands in each."""

import re
from io import BytesIO

import docx
import pdfplumber
import pytest
from docx.oxml.ns import qn

from kehoach.document.markdown import parse
from kehoach.standards.standard import Standard
from kehoach.tree import Element
from kehoach.writing.formats import made

FORM = "| TT | Nội dung |\n|---|---|\n| | |\n| | |\n"
HEAD = "| TT | Hoạt động | Thời gian |\n|:-:|---|---|\n"
SHORT = f"{HEAD}| 1 | Ra quân | 26/3 |"
LONG = f"{HEAD}| 2 | {'Chiến dịch thanh niên tình nguyện hè ' * 4} | từ tháng 6 đến hết tháng 8 năm 2023 |"
OTHER = "| Đơn vị | Số giao |\n|---|---|\n| Tam Đường | 9.000 |"
BODY = f"{SHORT}\n\nChữ\n\n{LONG}\n\nChữ\n\n{OTHER}\n"


@pytest.mark.parametrize("source", [BODY, f"::: landscape\n{BODY}:::\n"], ids=["upright", "sideways"])
def test_tables_of_one_head_have_one_set_of_columns(source: str, standard: Standard) -> None:
    files = made(parse(source), standard, ("docx", "pdf", "html"))
    word = [
        [int(column.get(qn("w:w"))) for column in table._tbl.tblGrid.findall(qn("w:gridCol"))]
        for table in docx.Document(BytesIO(files["docx"])).tables
    ]
    with pdfplumber.open(BytesIO(files["pdf"])) as pages:
        paper = [
            [round(cell[2] - cell[0]) for cell in table.rows[0].cells if cell] for table in pages.pages[0].find_tables()
        ]
    screen = [
        re.findall(r"width:([\d.]+)%", columns)
        for columns in re.findall(r"<colgroup>(.*?)</colgroup>", files["html"].decode())
    ]
    for first, second, other in (word, paper, screen):
        assert first == second
        assert len(other) == 2
    widths = [[share / sum(table) for share in table] for table in (word[0], paper[0], list(map(float, screen[0])))]
    assert all(abs(a - b) < 0.01 for table in widths for a, b in zip(table, widths[0], strict=True))


def test_empty_rows_of_a_form_are_as_high_as_a_line(standard: Standard) -> None:
    files = made(parse(FORM), standard, ("html", "pdf"))
    assert files["html"].decode().count('<p class="cell">\N{ZERO WIDTH SPACE}</p>') == 4
    with pdfplumber.open(BytesIO(files["pdf"])) as pages:
        (table,) = pages.pages[0].find_tables()
        assert all(row.bbox[3] - row.bbox[1] > standard.elements[Element.CELL].size for row in table.rows)
