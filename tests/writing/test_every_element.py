"""A document with every mark that a form knows: readers of their own find each element, in order, where it belongs."""

from collections.abc import Callable, Iterator
from functools import cache
from io import BytesIO
from itertools import takewhile
from pathlib import Path
from typing import Any, NamedTuple

import docx
import pdfplumber
import pytest
from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph
from ruamel.yaml import YAML

from kehoach.document.markdown import parse
from kehoach.shipped import shipped
from kehoach.standards.standard import Standard
from kehoach.writing.formats import made

HERE = Path(__file__).parent
FORMS: dict[str, dict[str, Any]] = YAML(typ="safe").load(HERE / "every_element.yaml")
ELEMENTS = [(form, row["is"]) for form in FORMS for row in FORMS[form]["elements"]]
# Headings deeper than those of the plan that the forms are told apart by.
DEEPER = "### 1.1. Học tập nghị quyết\n\n#### 1.1.1. Đợt một\n\n##### 1.1.1.1. Tuần đầu\n"
POINT = 25.4 / 72
Lists = Callable[[Any], Any]


class Seen(NamedTuple):
    """How an element looks, and where it stands: for paper in millimetres."""

    size: float
    look: str
    place: str
    drawn: str
    first: float = 0.0
    last: float = 0.0


@cache
def written(form: str) -> dict[str, bytes]:
    source = (HERE.parent / "document" / "forms" / f"joint.{form}.md").read_text(encoding="utf-8")
    standard = Standard.of(YAML(typ="base").load(shipped("templates") / "standards" / f"{form}.yaml"))
    return made(parse(source.replace("### 1.1. Học tập nghị quyết\n", DEEPER)), standard, ("docx", "pdf"))


def told(name: str, style: Any, part: str = "font") -> Any:
    """What *style*, or the nearest style that it rests on, says of *name*."""
    while style is not None:
        if (value := getattr(getattr(style, part), name)) is not None:
            return value
        style = style.base_style
    return None


@cache
def in_word(form: str, lists_of: Lists) -> list[tuple[str, Seen]]:
    """Every paragraph of the Word document as it is printed."""
    document = docx.Document(BytesIO(written(form)["docx"]))
    lists = lists_of(document)
    return [of_paragraph(one, document, lists) for one in document.element.body.iter(qn("w:p"))]


def of_paragraph(element: Any, document: Any, lists: Any) -> tuple[str, Seen]:
    paragraph = Paragraph(element, document.part)
    style = paragraph.style
    words = f"{lists.shown(element)} {paragraph.text}".replace("\N{NO-BREAK SPACE}", " ").strip(" ")
    look = "b" * bool(told("bold", style)) + "i" * bool(told("italic", style)) or "n"
    edges = style.element.findall(f"{qn('w:pPr')}/{qn('w:pBdr')}/*") if style else []
    drawn = "box" if len(edges) == 4 else "underline" if told("underline", style) else "nothing"
    size = told("size", style)
    seen = Seen(size.pt if size else 0, look, place_in_word(element, style), drawn)
    return (words.upper() if told("all_caps", style) else words), seen


def place_in_word(element: Any, style: Any) -> str:
    alignment, cell = told("alignment", style, "paragraph_format"), element.getparent()
    if cell.tag != qn("w:tc"):
        indent = told("first_line_indent", style, "paragraph_format")
        justified = alignment == ALIGN.JUSTIFY and indent is not None
        return "centre" if alignment == ALIGN.CENTER else f"indent {indent.mm:.1f}" if justified else "?"
    if alignment != ALIGN.CENTER:
        return "edge"
    second = cell.getparent().findall(qn("w:tc")).index(cell)
    table = cell.getparent().getparent()
    body = [one for one in table.getparent() if one.tag == qn("w:tbl")]
    return (("left", "right") if table is body[0] else ("first", "second"))[second]


@cache
def on_paper(form: str) -> tuple[str, list[dict[str, Any]], list[tuple[int, dict[str, Any]]]]:
    """The letters of the PDF in the order of reading, and what is drawn, each with its page."""
    letters, drawn = [], []
    with pdfplumber.open(BytesIO(written(form)["pdf"])) as pages:
        for page in pages.pages:
            letters += page.chars
            drawn += [(page.page_number, one) for one in (*page.rects, *page.lines)]
    return "".join(one["text"] for one in letters).replace("\N{NO-BREAK SPACE}", " "), letters, drawn


def found_in_word(form: str, lists_of: Lists) -> Iterator[tuple[str, Seen | None]]:
    paragraphs = iter(in_word(form, lists_of))
    for row in FORMS[form]["elements"]:
        yield row["is"], next((seen for words, seen in paragraphs if words.startswith(row["words"])), None)


def found_on_paper(form: str) -> Iterator[tuple[str, Seen | None]]:
    text, letters, drawn = on_paper(form)
    at = 0
    for row in FORMS[form]["elements"]:
        at = text.find(row["words"], at)
        if at < 0:
            yield row["is"], None
            return
        yield row["is"], of_letters(letters[at : at + len(row["words"])], list(on_line(letters[at:])), drawn)
        at += len(row["words"])


def on_line(letters: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """The letters that stand on the line of the first, up to the first that does not."""
    return takewhile(lambda one: abs(one["matrix"][5] - letters[0]["matrix"][5]) < 1, letters)


def of_letters(held: list[dict[str, Any]], line: list[dict[str, Any]], drawn: list[tuple[int, dict[str, Any]]]) -> Seen:
    font, page = held[0]["fontname"], held[0]["page_number"]
    look = "b" * ("Bold" in font) + "i" * ("Italic" in font) or "n"
    first, last = line[0]["x0"], max(one["x1"] for one in line if one["text"].strip())
    near = [
        one for number, one in drawn if number == page and one["x0"] <= first + 1 and one["x1"] >= held[-1]["x1"] - 1
    ]
    around = any(one["top"] < held[0]["top"] and one["bottom"] > held[0]["bottom"] for one in near)
    below = any(0 < one["top"] - held[0]["bottom"] + 6 < 8 and one["height"] < 2 for one in near)
    name = "box" if around else "underline" if below else "nothing"
    return Seen(round(held[0]["size"], 1), look, "", name, first * POINT, last * POINT)


def asked(form: str, name: str) -> dict[str, Any]:
    row: dict[str, Any] = next(row for row in FORMS[form]["elements"] if row["is"] == name)
    return row


@pytest.mark.parametrize(("form", "name"), ELEMENTS)
def test_word_has_it(form: str, name: str, lists_of: Lists) -> None:
    row, found = asked(form, name), dict(found_in_word(form, lists_of))[name]
    assert found is not None
    assert (found.size, found.look) == (row["size"], row["look"])
    wanted = f"indent {FORMS[form]['indent']:.1f}" if row["place"] == "indent" else row["place"]
    assert found.place == wanted
    assert found.drawn == row.get("drawn", found.drawn)


@pytest.mark.parametrize(("form", "name"), ELEMENTS)
def test_paper_has_it(form: str, name: str) -> None:
    row, found = asked(form, name), dict(found_on_paper(form)).get(name)
    assert found is not None
    assert (found.size, found.look) == (row["size"], row["look"])
    assert found.drawn == row.get("drawn", found.drawn)
    left, right = FORMS[form]["margins"]
    match row["place"]:
        case "indent":
            assert abs(found.first - left - FORMS[form]["indent"]) < 0.5
        case "edge":
            assert abs(found.first - left) < 0.5
        case "centre":
            assert abs((found.first + found.last) / 2 - left - (210 - left - right) / 2) < 0.6


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("place", ["left", "right", "first", "second"])
def test_what_stands_in_a_block_stands_in_its_middle(form: str, place: str) -> None:
    seen = dict(found_on_paper(form))
    held = [one for row in FORMS[form]["elements"] if row["place"] == place and (one := seen.get(row["is"]))]
    middles = [(one.first + one.last) / 2 for one in held]
    assert len(middles) >= 2
    assert max(middles) - min(middles) < 1
    low, high = {"left": (55, 75), "right": (140, 160), "first": (60, 80), "second": (140, 160)}[place]
    assert low < middles[0] < high
