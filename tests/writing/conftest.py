"""The standard and the sample document that the tests of writing share, and a reader of what was written.

The reader reads as a person does: Word's own numbers and bullets included, page numbers not.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from html.parser import HTMLParser
from io import BytesIO
from pathlib import Path
from typing import Any

import docx
import pdfplumber
import pytest
from docx.oxml.ns import qn
from ruamel.yaml import YAML

from kehoach.document.markdown import parse
from kehoach.shipped import shipped
from kehoach.standards.standard import Standard
from kehoach.tree import Document
from kehoach.writing.formats import made

HERE = Path(__file__).parent
ROMAN = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X")
DOAN = shipped("templates") / "standards" / "doan.yaml"


def plain_data(file: Path = DOAN) -> dict[str, object]:
    """The content of a YAML file, every scalar a string."""
    read: dict[str, object] = YAML(typ="base", pure=False).load(file)
    return read


@pytest.fixture(scope="session")
def figures() -> dict[str, object]:
    """The plain data of the standard."""
    return plain_data()


@pytest.fixture(scope="session")
def standard() -> Standard:
    """The Youth Union's own standard."""
    return Standard.of(plain_data())


@pytest.fixture(scope="session")
def programme() -> Document:
    """A district's programme with every part of the form, and two annexes."""
    return parse((HERE / "programme.md").read_text(encoding="utf-8"))


@pytest.fixture(scope="session")
def files(programme: Document, standard: Standard) -> Mapping[str, bytes]:
    """The programme in every format."""
    return made(programme, standard, ("docx", "pdf", "txt", "md", "html"))


@pytest.fixture(scope="session")
def lists_of() -> Callable[[Any], "Lists"]:
    """Counts the lists of a Word document."""
    return Lists


@pytest.fixture(scope="session")
def letters_of() -> Callable[[str, bytes], str]:
    """Reads a file of a format: its letters in reading order, without spaces, in capitals."""

    def read(name: str, content: bytes) -> str:
        match name:
            case "docx":
                return docx_letters(content)
            case "pdf":
                return pdf_letters(content)
            case "html":
                return html_letters(content)
            case _:
                return letters(content.decode())

    return read


def letters(words: str) -> str:
    """*words* without spaces, in capitals, as those are the standard's affair."""
    return re.sub(r"\s", "", words).upper()


def pdf_letters(content: bytes, margin: float = 56.0) -> str:
    """The letters of a PDF in the order in which they were set, without what stands in the upper margin."""
    with pdfplumber.open(BytesIO(content)) as pages:
        return letters("".join(char["text"] for page in pages.pages for char in page.chars if char["top"] > margin))


class Page(HTMLParser):
    """The words of a page of HTML, without its title and style."""

    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []
        self.silent = False

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self.silent = self.silent or tag == "head"

    def handle_endtag(self, tag: str) -> None:
        self.silent = self.silent and tag != "head"

    def handle_data(self, data: str) -> None:
        self.words += [] if self.silent else [data.replace("\u200b", "")]


def html_letters(content: bytes) -> str:
    """The letters of a page of HTML."""
    page = Page()
    page.feed(content.decode())
    return letters("".join(page.words))


def docx_letters(content: bytes) -> str:
    """The letters of a Word document, with the numbers and bullets that its lists show."""
    document = docx.Document(BytesIO(content))
    lists = Lists(document)
    found = (lists.shown(one) + words(one) for one in paragraphs(document))
    return letters("".join(found))


def words(paragraph: Any) -> str:
    """The words of one paragraph."""
    parts = paragraph.iter(qn("w:t"), qn("w:noBreakHyphen"))
    return "".join(part.text or "" if part.tag == qn("w:t") else "-" for part in parts)


def paragraphs(document: Any) -> Iterator[Any]:
    """All paragraphs of a Word document in reading order, those in tables too."""
    yield from document.element.body.iter(qn("w:p"))


class Lists:
    """Counts along as Word does."""

    def __init__(self, document: Any) -> None:
        numbering = document.part.numbering_part.element
        kinds = {one.get(qn("w:abstractNumId")): one for one in numbering.iter(qn("w:abstractNum"))}
        self.levels = {
            one.get(qn("w:numId")): list(kinds[_value(one, "w:abstractNumId")].iter(qn("w:lvl")))
            for one in numbering.iter(qn("w:num"))
        }
        self.styles = {style.style_id: style for style in document.styles}
        self.counts: dict[str, list[int]] = {}

    def shown(self, paragraph: Any) -> str:
        """The number or bullet that Word shows before *paragraph*."""
        place = self._place(paragraph.style)
        if place is None:
            return ""
        number, level = place
        counts = self.counts.setdefault(number, [0] * 9)
        counts[level] += 1
        counts[level + 1 :] = [0] * (8 - level)
        shape = _value(self.levels[number][level], "w:lvlText")
        return re.sub(r"%(\d)", lambda found: self._counter(number, int(found[1]) - 1), shape)

    def _counter(self, number: str, level: int) -> str:
        count = self.counts[number][level] or 1
        written = {"upperRoman": ROMAN[count % len(ROMAN)], "lowerLetter": chr(ord("a") + (count - 1) % 26)}
        return written.get(_value(self.levels[number][level], "w:numFmt"), str(count))

    def _place(self, style_id: str | None) -> tuple[str, int] | None:
        style = self.styles.get(style_id) if style_id else None
        while style is not None:
            numbered = style.element.find(f"{qn('w:pPr')}/{qn('w:numPr')}")
            if numbered is not None:
                number, level = _value(numbered, "w:numId"), _value(numbered, "w:ilvl")
                return None if number == "0" else (number, int(level or 0))
            style = style.base_style
        return None


def _value(parent: Any, name: str) -> str:
    child = parent.find(qn(name))
    return "" if child is None else child.get(qn("w:val"))
