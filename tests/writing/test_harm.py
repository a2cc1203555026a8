"""Words that look like code are words, in every format; nothing of the machine gets into a file."""

import re
import subprocess
from collections.abc import Callable
from io import BytesIO
from time import monotonic
from typing import Any
from zipfile import ZipFile

import docx
import pytest

from kehoach import wording
from kehoach.document.escape import inline, plain
from kehoach.document.markdown import parse
from kehoach.errors import KehoachError, WrongUsage
from kehoach.shipped import shipped
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
    '::: {typst:inset="1pt)[#read(\\"/etc/passwd\\")]#block("}',
    '<span typst:text:fill="{panic(read(\\"/etc/passwd\\"))}">a</span>',
    '```{=typst} #read("/etc/passwd")```',
    '`<w:fldSimple w:instr="INCLUDETEXT /etc/passwd"/>`{=openxml}',
    '[a]{custom-style="Title"}',
    "[a](javascript:alert(1)) [b](file:///etc/passwd) [c](\\\\host\\x)",
    "![y](file:///etc/hostname)",
    '#import "@preview/tablex:0.0.8": *',
    '#include "../document.typ"',
    "#while true {}",
    '#("a" * 2000000000) #range(200000000)',
    "{{ ''.__class__.__mro__[1].__subclasses__() }}",
    "[" * 2000 + "a" + "]" * 2000,
]


def hostile(words: str) -> Document:
    """A document with *words* in every sort of node."""
    run = (Text(words), Bold((Text(words),)), Text(words))
    table = Table(("left",), (run,), ((run,),))
    paragraph = Paragraph(Element.BODY, run)
    return Document(words, "vi", (paragraph, Heading(1, "I.", run), Numbered("(1)", run), Bullet("-", run), table))


@pytest.mark.parametrize("words", HOSTILE, ids=lambda words: words[:30])
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


@pytest.mark.parametrize("words", HOSTILE, ids=lambda words: words[:30])
def test_words_of_a_plan_are_read_back_as_words_in_time(words: str) -> None:
    start = monotonic()
    (block,) = parse(inline(words).replace("\n", " ")).blocks
    assert isinstance(block, Paragraph) and block.role is Element.BODY
    assert " ".join(wording.plain(block.inlines).split()) == " ".join(plain(words).split())
    assert monotonic() - start < 2


def test_typst_sees_no_file_but_our_template(standard: Standard) -> None:
    folder = shipped("templates") / "typst"
    assert [(one.name, one.is_symlink()) for one in folder.iterdir()] == [("document.typ", False)]
    template = (folder / "document.typ").read_text(encoding="utf-8")
    assert not re.search(r"\b(eval|read|plugin)\(|#(include|import)\b", template)


def test_pandoc_runs_in_its_sandbox_without_filters(standard: Standard, monkeypatch: pytest.MonkeyPatch) -> None:
    commands: list[list[str]] = []
    run: Callable[..., Any] = subprocess.run

    def noted(command: list[object], **options: Any) -> Any:
        commands.append([str(part) for part in command])
        return run(command, **options)

    monkeypatch.setattr(subprocess, "run", noted)
    made(hostile("a"), standard, ["docx"])
    (command,) = (one for one in commands if "--to" in one)
    assert "--sandbox" in command and command[command.index("--from") + 1] == "json"
    assert not [part for part in command if "filter" in part]


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
