"""Words that look like code are words, in every format; nothing of the machine gets into a file."""

from collections.abc import Callable
from io import BytesIO
from zipfile import ZipFile

import docx
import pytest

from kehoach.errors import KehoachError, WrongUsage
from kehoach.standards.standard import Standard
from kehoach.tree import Bold, Bullet, Document, Element, Heading, Numbered, Paragraph, Table, Text
from kehoach.writing.formats import made

Reader = Callable[[str, bytes], str]

HOSTILE = [
    '#read("/etc/passwd")',
    "#panic()",
    "$x^2$",
    "*a* _b_ `c`",
    "= h",
    "- x",
    "+ x",
    "1. x",
    "/ a: b",
    "<label> @ref",
    "https://a.vn//b_c",
    "v.v... -- --- -5 -?",
    "a~b \\ c",
    "\"q\" 'r'",
    "![y](/etc/hostname)",
    "<w:p/> &amp; ]]>",
    "{{ x }} {% y %}",
    "::: kind",
    "<script>alert(1)</script>",
    "INCLUDETEXT /etc/passwd",
]


def hostile(words: str) -> Document:
    """A document with *words* in every sort of node."""
    run = (Text(words), Bold((Text(words),)), Text(words))
    table = Table(("left",), (run,), ((run,),))
    paragraph = Paragraph(Element.BODY, run)
    return Document(words, "vi", (paragraph, Heading(1, "I.", run), Numbered("(1)", run), Bullet("-", run), table))


@pytest.mark.parametrize("words", HOSTILE)
def test_words_stay_words(words: str, standard: Standard, letters_of: Reader) -> None:
    files = made(hostile(words), standard, ("docx", "pdf", "txt", "html"))
    text = letters_of("txt", files["txt"])
    assert letters_of("pdf", files["pdf"]) == text
    assert letters_of("docx", files["docx"]) == text
    assert letters_of("html", files["html"]) == text
    assert b"<script" not in files["html"] and b"<img" not in files["html"]
    with ZipFile(BytesIO(files["docx"])) as archive:
        assert not [name for name in archive.namelist() if "media" in name]
        assert b"root:" not in archive.read("word/document.xml")
    document = docx.Document(BytesIO(files["docx"]))
    assert not document.element.findall(".//{*}instrText") and not document.element.findall(".//{*}hyperlink")
    assert document.core_properties.title == words


def test_a_letter_that_the_font_lacks_is_named(standard: Standard) -> None:
    document = Document("a", "vi", (Paragraph(Element.BODY, (Text("Việc đã xong ☑"),)),))
    with pytest.raises(KehoachError) as caught:
        made(document, standard, ["pdf"])
    assert caught.value.code == "glyph_missing"
    assert caught.value.arguments["name"] == "U+2611 BALLOT BOX WITH CHECK"


def test_an_unknown_format_is_wrong_usage(standard: Standard, programme: Document) -> None:
    with pytest.raises(WrongUsage):
        made(programme, standard, ["odt"])


def test_a_bullet_that_the_standard_lacks_is_refused(standard: Standard) -> None:
    document = Document("a", "vi", (Bullet("•", (Text("a"),)),))
    with pytest.raises(KehoachError, match="bullet_unknown"):
        made(document, standard, ["pdf"])
