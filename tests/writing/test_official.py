"""The plans of this workspace on paper: a reader that knows no standard finds every element where it belongs."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from io import BytesIO
from itertools import pairwise
from pathlib import Path
from typing import Any

import docx
import pdfplumber
import pytest
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph
from ruamel.yaml import YAML

from kehoach.commands.rendering.pressing import press, standard
from kehoach.document.compose import markdown
from kehoach.document.markdown import parse
from kehoach.reading.workspace import Workspace
from kehoach.reporting.words import Words
from kehoach.writing.formats import made

ROOT = Path(__file__).parents[2]
OFFICIAL: dict[str, dict[str, Any]] = YAML(typ="safe").load(Path(__file__).with_name("official.yaml"))
WORKSPACE = Workspace.around(ROOT)
PLANS = [plan for plan in WORKSPACE.plans() if (found := WORKSPACE.resolve(plan)) and found.complete]
ONE = next(plan for plan in PLANS if plan.endswith("annual_programme"))
CASES = [("doan", plan) for plan in PLANS] + [("dang", ONE), ("nd30", ONE)]
FORMATS = ("docx", "pdf", "html", "txt")
# Left and right of the middle of the text, in millimetres from the sheet's edge.
MIDDLE = 108
# Letters within so many points of one another stand on one line.
LEVEL = 2.0
# Where the block of the signature begins, in millimetres.
SIGNATURE = 97
SIGNED = {"authority", "office"}
FOOT = {"recipients", "recipient", "authority", "office", "closing"}
Reader = Callable[[str, bytes], str]
Letters = list[dict[str, Any]]
Line = tuple[int, str, Letters]


@cache
def written(form: str, plan: str) -> Mapping[str, bytes]:
    """*plan* in the standard *form*, in every format."""
    resolved = WORKSPACE.resolve(plan)
    assert resolved is not None
    layout = standard(WORKSPACE, form)
    document = parse(markdown(resolved, press(WORKSPACE, resolved, layout, Words("vi"), None)))
    return made(document, layout.on(resolved.day), FORMATS)


@dataclass(frozen=True)
class Seen:
    """Some words, where they stand, and how they look; lengths in millimetres, sizes in points."""

    words: str
    size: float
    look: str
    place: str
    indent: float = 0.0


def look(bold: bool, italic: bool) -> str:
    return "b" * bold + "i" * italic or "n"


def of_style(style: Any, name: str) -> Any:
    """What *style*, or the nearest style that it rests on, says of *name*."""
    while style is not None:
        if (value := getattr(style.font, name)) is not None:
            return value
        style = style.base_style
    return None


def of_paragraph(style: Any, name: str) -> Any:
    """The same of a property of the paragraph."""
    while style is not None:
        if (value := getattr(style.paragraph_format, name)) is not None:
            return value
        style = style.base_style
    return None


@cache
def in_word(form: str, plan: str, lists_of: Callable[[Any], Any]) -> list[Seen]:
    """Every paragraph of a Word document."""
    return list(seen_in_word(docx.Document(BytesIO(written(form, plan)["docx"])), lists_of))


def seen_in_word(document: Any, lists_of: Callable[[Any], Any]) -> Iterator[Seen]:
    lists, styles = lists_of(document), {style.style_id: style for style in document.styles}
    for paragraph in document.element.body.iter(qn("w:p")):
        style = styles[paragraph.style]
        text = lists.shown(paragraph) + (" " if lists_shown(style) else "")
        text += Paragraph(paragraph, document).text
        words = re.sub(r"\s+", " ", text).strip().upper()
        indent = of_paragraph(style, "first_line_indent")
        yield Seen(
            words,
            of_style(style, "size").pt if of_style(style, "size") else 0,
            look(bool(of_style(style, "bold")), bool(of_style(style, "italic"))),
            place_in_word(paragraph, style),
            indent.mm if indent else 0.0,
        )


def lists_shown(style: Any) -> bool:
    """Whether a number or bullet stands before the words."""
    while style is not None:
        number = style.element.find(f"{qn('w:pPr')}/{qn('w:numPr')}/{qn('w:numId')}")
        if number is not None:
            return bool(number.get(qn("w:val")) != "0")
        style = style.base_style
    return False


def place_in_word(paragraph: Any, style: Any) -> str:
    cell = paragraph.getparent()
    if cell.tag == qn("w:tc"):
        return "left" if cell.getparent().findall(qn("w:tc")).index(cell) == 0 else "right"
    return "centre" if of_paragraph(style, "alignment") == 1 else "indent"


@cache
def on_paper(form: str, plan: str) -> list[Line]:
    """Every line of a PDF: its page, its words in capitals, and its letters."""
    with pdfplumber.open(BytesIO(written(form, plan)["pdf"])) as pages:
        return [(page.page_number, words_of(line), line) for page in pages.pages for line in lines_of(page.chars)]


def words_of(letters: Letters) -> str:
    """The words of some letters in capitals; a space that does not break is a space."""
    return "".join(one["text"] for one in letters).upper().replace("\N{NO-BREAK SPACE}", " ")


def lines_of(letters: Letters) -> Iterator[Letters]:
    """Letters whose feet stand at one height, from left to right."""
    rows: list[Letters] = []
    for letter in sorted(letters, key=lambda one: -float(one["matrix"][5])):
        level = rows and abs(rows[-1][0]["matrix"][5] - letter["matrix"][5]) < LEVEL
        rows[-1].append(letter) if level else rows.append([letter])
    for row in rows:
        yield sorted(row, key=lambda one: float(one["x0"]))


def found_on_paper(form: str, plan: str, name: str) -> Seen | None:
    """The words of the element *name* and how they are printed: the first ones, in the foot the last ones."""
    free = re.compile(OFFICIAL[form]["elements"][name]["words"].removeprefix("^").removesuffix("$"))
    lines = on_paper(form, plan)
    if name in FOOT:
        signed = next(page for page, words, _ in lines if "NƠI NHẬN:" in words)
        lines = [cut(line, name in SIGNED) for line in lines if line[0] == signed][::-1]
    for _, words, letters in lines:
        if match := free.search(words):
            held = [one for one in letters[match.start() : match.end()] if one["text"].strip()]
            return seen_on_paper(match[0], held)
    return None


def cut(line: Line, signed: bool) -> Line:
    """The part of *line* in the block of the signature, or the whole of it."""
    page, words, letters = line
    kept = [one for one in letters if one["x0"] / 72 * 25.4 > SIGNATURE]
    return (page, words_of(kept), kept) if signed else (page, words, letters)


def seen_on_paper(words: str, letters: Letters) -> Seen:
    first, last = letters[0]["x0"] / 72 * 25.4, letters[-1]["x1"] / 72 * 25.4
    font = letters[0]["fontname"]
    middle = (first + last) / 2
    place = "centre" if abs(middle - 110) < 3 else "left" if middle < MIDDLE else "right"
    return Seen(words, round(letters[0]["size"], 1), look("Bold" in font, "Italic" in font), place, first)


def has(form: str, plan: str, name: str) -> bool:
    """Whether *plan* has the element *name*, which not every plan needs."""
    where = OFFICIAL[form]["elements"][name].get("where", "")
    resolved = WORKSPACE.resolve(plan)
    assert resolved is not None
    lines = markdown(resolved, press(WORKSPACE, resolved, standard(WORKSPACE, form), Words("vi"), None)).splitlines()
    return not where or where in lines or f"::: {where}" in lines


ELEMENTS = [(form, plan, name) for form, plan in CASES for name in OFFICIAL[form]["elements"] if has(form, plan, name)]


@pytest.mark.parametrize(("form", "plan", "name"), ELEMENTS)
def test_word_has_the_element(form: str, plan: str, name: str, lists_of: Callable[[Any], Any]) -> None:
    asked = OFFICIAL[form]["elements"][name]
    pattern = re.compile(asked["words"])
    found = next((one for one in in_word(form, plan, lists_of) if pattern.search(one.words)), None)
    assert found is not None
    assert (found.size, found.look) == (asked["size"], asked["look"])
    assert asked["place"] in {found.place, "any"}
    assert abs(found.indent - asked.get("indent", 0)) < 0.1 or asked["place"] == "any"


@pytest.mark.parametrize(("form", "plan", "name"), ELEMENTS)
def test_paper_has_the_element(form: str, plan: str, name: str) -> None:
    asked = OFFICIAL[form]["elements"][name]
    found = found_on_paper(form, plan, name)
    assert found is not None
    assert (found.size, found.look) == (asked["size"], asked["look"])
    left = OFFICIAL[form]["margins"][2]
    if asked["place"] == "indent":
        assert abs(found.indent - left - asked["indent"]) < 0.5
    elif asked["place"] == "left" and name.startswith("recipient"):
        assert abs(found.indent - left) < 0.5
    else:
        assert asked["place"] in {found.place, "any"} or (name == "kind" and form == "dang")


@pytest.mark.parametrize(("form", "plan"), CASES)
def test_the_same_words_in_every_format(form: str, plan: str, letters_of: Reader) -> None:
    files = written(form, plan)
    text = letters_of("txt", files["txt"])
    assert len(text) > 1000
    assert {name: letters_of(name, files[name]) == text for name in FORMATS} == dict.fromkeys(FORMATS, True)


@pytest.mark.parametrize(("form", "plan"), CASES)
def test_the_page_of_the_form(form: str, plan: str) -> None:
    files, asked = written(form, plan), OFFICIAL[form]
    section = docx.Document(BytesIO(files["docx"])).sections[0]
    margins = section.top_margin, section.bottom_margin, section.left_margin, section.right_margin
    assert [round(one.mm) for one in margins if one is not None] == asked["margins"]
    with pdfplumber.open(BytesIO(files["pdf"])) as pages:
        upper = [page.crop((0, 0, page.width, 56)).extract_text() for page in pages.pages]
        middle = [page.crop((0, 0, page.width, 56)).chars for page in pages.pages[1:2]]
        body = [char for page in pages.pages for char in page.chars if char["text"].strip()]
    assert upper[:3] == ["", "2", "3"]
    ((number,),) = middle
    across = asked["margins"][2] + (210 - asked["margins"][2] - asked["margins"][3]) / 2
    assert abs((number["x0"] + number["x1"]) / 2 / 72 * 25.4 - across) < 0.5
    assert 13 <= number["size"] <= 14
    assert min(char["x0"] for char in body) / 72 * 25.4 > asked["margins"][2] - 0.3


@pytest.mark.parametrize(("form", "plan"), CASES)
def test_recipients_begin_level_with_the_line_of_the_form(form: str, plan: str) -> None:
    pattern = OFFICIAL[form]["elements"][OFFICIAL[form]["level"]]["words"].strip("^$")
    line = next(words for _, words, _ in on_paper(form, plan) if "NƠI NHẬN:" in words)
    assert re.search(pattern, line)


@pytest.mark.parametrize(("form", "plan"), CASES)
def test_the_title_has_a_line_of_its_length(form: str, plan: str) -> None:
    last = "motto" if "motto" in OFFICIAL[form]["elements"] else "title"
    with pdfplumber.open(BytesIO(written(form, plan)["pdf"])) as pages:
        drawn = [(line["x0"], line["x1"]) for line in pages.pages[0].lines]
    for _, words, letters in on_paper(form, plan):
        if match := re.search(OFFICIAL[form]["elements"][last]["words"].strip("^$"), words):
            held = letters[match.start() : match.end()]
            assert any(abs(a - held[0]["x0"]) < 1.5 and abs(b - held[-1]["x1"]) < 1.5 for a, b in drawn)
            return
    raise AssertionError(last)


def test_the_state_draws_lines_of_a_third_to_half_of_the_words_above() -> None:
    content = written("nd30", ONE)["pdf"]
    with pdfplumber.open(BytesIO(content)) as pages:
        page = pages.pages[0]
        drawn = sorted((line["top"], line["x0"], line["x1"]) for line in page.lines)
        shares = [(x1 - x0) / length_above(page, top, (x0 + x1) / 2) for top, x0, x1 in drawn[1:]]
    assert len(shares) == 2
    assert all(1 / 3 <= share <= 1 / 2 for share in shares)


def test_the_lines_of_the_state_run_clear_of_the_words_above() -> None:
    gaps = []
    with pdfplumber.open(BytesIO(written("nd30", ONE)["pdf"])) as pages:
        page = pages.pages[0]
        for line in sorted(page.lines, key=lambda one: float(one["top"]))[1:]:
            over = [c for c in page.chars if line["x0"] < c["x0"] < line["x1"] and c["bottom"] < line["top"] + 6]
            gaps.append(line["top"] - max(page.height - c["matrix"][5] for c in over))
    # Letters reach a fifth of their size below their feet.
    assert len(gaps) == 2 and min(gaps) > 13 / 5 + 1


def length_above(page: Any, top: float, middle: float) -> float:
    """How long the line of words is that stands nearest above *top* and around *middle*."""
    block = (middle - 230, 0, middle + 230, page.height) if middle > 250 else (0, 0, 2 * middle - 90, page.height)
    rows = page.crop(block, strict=False).extract_text_lines(return_chars=True)
    near = [row for row in rows if row["bottom"] <= top + 5 and row["x0"] < middle < row["x1"]]
    return float(near[-1]["x1"] - near[-1]["x0"])


@pytest.mark.parametrize("form", ["doan", "dang"])
def test_the_lines_of_the_body_stand_as_far_apart_as_the_form_says(form: str) -> None:
    exact = OFFICIAL[form]["line"]
    with pdfplumber.open(BytesIO(written(form, ONE)["pdf"])) as pages:
        rows = [round(char["matrix"][5], 1) for char in pages.pages[1].chars if char["size"] == 14]
    gaps = [round(a - b, 1) for a, b in pairwise(rows) if 5 < a - b < 30]
    usual = max(set(gaps), key=gaps.count)
    assert abs(usual - exact) < 0.2 if exact else 16 <= usual <= 14 * 1.149 * 1.2


@pytest.mark.parametrize(("form", "plan"), CASES[-2:])
def test_the_same_bytes_on_two_runs(form: str, plan: str) -> None:
    first = written(form, plan)
    written.cache_clear()
    assert written(form, plan) == first
