"""The signatures of a joint issue stand level, however many lines each body takes."""

from io import BytesIO

import docx
import pdfplumber
import pytest

from kehoach.document.markdown import parse
from kehoach.standards.standard import Standard
from kehoach.writing.formats import made

FOOT = """Hết.

:::::: foot
:::: recipients
Nơi nhận:

- Lưu VP.
::::
::::: signatures
{signatures}
:::::
::::::
"""
ONE = """:::: signature
::: authority
{authority}
:::
::: office
{office}
:::
::: name
{name}
:::
::::"""
LONG = "TM. Ủy ban Hội Liên hiệp Thanh niên Việt Nam tỉnh"
CASES = {
    "a longer body at the right": [("TM. Ban Chấp hành", "Bí thư", "Ân"), (LONG, "Chủ tịch", "Bình")],
    "a longer body at the left": [(LONG, "Chủ tịch", "Ân"), ("TM. Ban Chấp hành", "Bí thư", "Bình")],
    "a longer office": [("TM. BCH", "Bí thư", "Ân"), ("TM. UBH", "Phó Chủ tịch thường trực kiêm Tổng thư ký", "Bình")],
}


@pytest.mark.parametrize("signed", CASES.values(), ids=CASES)
def test_offices_and_names_stand_level(signed: list[tuple[str, str, str]], standard: Standard) -> None:
    keys = "authority", "office", "name"
    source = FOOT.format(signatures="\n".join(ONE.format(**dict(zip(keys, one, strict=True))) for one in signed))
    files = made(parse(source), standard, ("pdf", "docx"))
    with pdfplumber.open(BytesIO(files["pdf"])) as pages:
        words = {one["text"]: one["top"] for one in pages.pages[0].extract_words()}
    assert abs(words["Ân"] - words["Bình"]) < 1
    offices = [office.upper().split()[0] for _, office, _ in signed]
    assert abs(words[offices[0]] - words[offices[1]]) < 1
    row = docx.Document(BytesIO(files["docx"])).tables[0].rows[0]
    assert len({len(cell.text.replace("\N{NO-BREAK SPACE}", " ").split("\n")) for cell in row.cells} - {3, 4}) == 0
