"""A theme in a heading of capitals keeps its small letters, in every format, and the heading stays a heading."""

from collections.abc import Mapping
from io import BytesIO

import docx
import pdfplumber
import pypdfium2
import pytest
from docx.oxml.ns import qn

from kehoach.document.markdown import parse
from kehoach.standards.standard import Standard
from kehoach.writing.formats import made

SOURCE = "# I. Chủ đề công tác: ~“Tuổi trẻ & 05-CT/TW”~\n\n# II. Nhiệm vụ\n"
PRINTED = "CHỦ ĐỀ CÔNG TÁC: “Tuổi trẻ & 05-CT/TW”"


@pytest.fixture(scope="module")
def files(standard: Standard) -> Mapping[str, bytes]:
    return made(parse(SOURCE), standard, ("docx", "pdf", "html", "txt"))


def test_in_word(files: Mapping[str, bytes]) -> None:
    first, second = docx.Document(BytesIO(files["docx"])).paragraphs
    assert [one.style and one.style.name for one in (first, second)] == ["Heading 1", "Heading 1"]
    capitals = {qn("w:caps")}
    runs = [(run.text, [one.get(qn("w:val")) for one in run._r.iter(*capitals)]) for run in first.runs]
    assert runs == [("Chủ đề công tác: ", []), ("“Tuổi trẻ & 05-CT/TW”", ["0"])]
    assert first.style is not None and first.style.font.all_caps is True


def test_on_paper(files: Mapping[str, bytes]) -> None:
    with pdfplumber.open(BytesIO(files["pdf"])) as pages:
        (first, second) = pages.pages[0].extract_text_lines()
    assert (first["text"], second["text"]) == (f"I. {PRINTED}", "II. NHIỆM VỤ")
    assert {char["fontname"].partition("+")[2] for char in first["chars"]} == {"Tinos-Bold"}


def test_bookmarks_keep_their_small_letters(files: Mapping[str, bytes]) -> None:
    titles = [one.get_title() for one in pypdfium2.PdfDocument(files["pdf"]).get_toc()]
    assert titles == ["I. Chủ đề công tác: “Tuổi trẻ & 05-CT/TW”", "II. Nhiệm vụ"]


def test_in_text_and_on_the_screen(files: Mapping[str, bytes]) -> None:
    assert files["txt"].decode().splitlines()[0] == f"I. {PRINTED}"
    assert (
        '<span class="as-written">“Tuổi trẻ &amp; <span class="whole">05-CT/TW</span>”</span>' in files["html"].decode()
    )
    assert ".as-written { text-transform: none; }" in files["html"].decode()
