"""The plans of this workspace, block by block: every paragraph and cell says the same in every format."""

import re
from collections.abc import Callable, Iterator
from html.parser import HTMLParser
from io import BytesIO
from pathlib import Path
from typing import Any
from unicodedata import normalize

import docx
import pdfplumber
import pytest
from docx.oxml.ns import qn

from kehoach.commands.rendering.pressing import press, standard
from kehoach.document.compose import markdown
from kehoach.document.markdown import parse
from kehoach.reading.workspace import Workspace
from kehoach.reporting.words import Words
from kehoach.writing.formats import made

WORKSPACE = Workspace.around(Path(__file__).parents[2])
PLANS = [plan for plan in WORKSPACE.plans() if (found := WORKSPACE.resolve(plan)) and found.complete]
CASES = [*(("doan", plan) for plan in PLANS), ("dang", PLANS[0]), ("nd30", PLANS[0])]
# Page numbers stand above, in points.
HEADER = 50
# Letters whose feet differ by less stand on one line; so do raised ones.
LEVEL = 6.0
FORMATS = ("docx", "pdf", "html", "txt")
# What prints words in Word, and which, where they are not the part's own.
PRINTED = {qn("w:t"): "", qn("w:br"): " ", qn("w:noBreakHyphen"): "-"}

Lists = Callable[[Any], Any]


def one(words: str) -> str:
    """*words* in capitals, each stretch of spaces and each blank to fill one space."""
    return re.sub(r"\s+", " ", normalize("NFC", words)).strip().upper()


def kept(blocks: Iterator[str]) -> list[str]:
    """The blocks that hold words."""
    return [words for words in map(one, blocks) if words]


def in_word(content: bytes, lists_of: Lists) -> Iterator[str]:
    """The paragraphs of a Word document, numbers and bullets of its lists included."""
    document = docx.Document(BytesIO(content))
    lists = lists_of(document)
    for paragraph in document.element.body.iter(qn("w:p")):
        number = lists.shown(paragraph)
        parts = paragraph.iter(*PRINTED)
        yield f"{number} " + "".join(PRINTED[part.tag] or part.text or "" for part in parts)


class Blocks(HTMLParser):
    """The paragraphs and headings of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: object) -> None:
        if re.fullmatch(r"p|h\d", tag):
            self.found.append("")
        elif tag == "br":
            self.found[-1] += " "

    def handle_data(self, data: str) -> None:
        if self.found:
            self.found[-1] += data.replace("\u200b", "")


def on_a_page(content: bytes) -> list[str]:
    """The blocks of a page of HTML."""
    page = Blocks()
    page.feed(content.decode())
    return page.found


def on_paper(content: bytes) -> str:
    """The words of a PDF in the order in which they were set, line ends between lines."""
    words, foot = "", 0.0
    with pdfplumber.open(BytesIO(content)) as pages:
        for letter in (one for page in pages.pages for one in page.chars if one["top"] > HEADER):
            words += "\n" * (abs(letter["matrix"][5] - foot) > LEVEL) + letter["text"]
            foot = letter["matrix"][5]
    return normalize("NFC", words).upper()


def follows(paper: str, at: int, block: str) -> int:
    """Where *block* ends if it stands in *paper* from *at* on, or a failure: a line may end at a space or in a word."""
    at += len(paper[at:]) - len(paper[at:].lstrip())
    for letter in block:
        start = at
        while paper[at : at + 1].isspace() and (letter == " " or paper[at] == "\n"):
            at += 1
        assert letter != " " or at > start, (block, paper[at - 40 : at + 40])
        assert letter in {" ", paper[at : at + 1]}, (block, paper[at - 40 : at + 40])
        at += letter != " "
    return at


@pytest.mark.parametrize(("form", "plan"), CASES)
def test_every_block_says_the_same_in_every_format(form: str, plan: str, lists_of: Lists) -> None:
    resolved, layout = WORKSPACE.resolve(plan), standard(WORKSPACE, form)
    assert resolved is not None
    document = parse(markdown(resolved, press(WORKSPACE, resolved, layout, Words("vi"), None)))
    files = made(document, layout.on(resolved.day), FORMATS)
    text = kept(cell for line in files["txt"].decode().splitlines() for cell in line.split("\t"))
    assert len(text) > 50
    assert kept(in_word(files["docx"], lists_of)) == text
    assert kept(iter(on_a_page(files["html"]))) == text
    paper, at = on_paper(files["pdf"]), 0
    for block in text:
        at = follows(paper, at, block)
    assert not paper[at:].strip()
