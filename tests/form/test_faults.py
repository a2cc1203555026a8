"""A document in the form of the standard has no fault; each fault put into it is found once, and nothing else."""

import re
import zipfile
from collections.abc import Callable, Iterator, Mapping
from copy import deepcopy
from io import BytesIO
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_COLOR_INDEX
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm, Pt, RGBColor
from docx.text.paragraph import Paragraph
from ruamel.yaml import YAML

from kehoach.findings import Fault
from kehoach.reporting.words import LANGUAGES, Words
from kehoach.rules.registry import RULES, Grain

HERE = Path(__file__).parent
CASES: dict[str, dict[str, Any]] = YAML(typ="base").load(HERE / "faults.yaml")
Check = Callable[[bytes], list[Fault]]
Way = Callable[[Any, Any, Any], None]
ALIGNMENTS = {
    "left": WD_ALIGN_PARAGRAPH.LEFT,
    "right": WD_ALIGN_PARAGRAPH.RIGHT,
    "center": WD_ALIGN_PARAGRAPH.CENTER,
}
LENGTHS = {"first": "first_line_indent", "left": "left_indent", "right": "right_indent"}
POINTS = {"before": "space_before", "after": "space_after", "points": "line_spacing"}
LETTERS = {"bold": "bold", "italic": "italic", "caps": "all_caps", "underline": "underline", "struck": "strike"}
SHEET = {
    "left": "left_margin",
    "right": "right_margin",
    "top": "top_margin",
    "bottom": "bottom_margin",
    "width": "page_width",
    "height": "page_height",
}


NUMBERS = {
    "small": ("size", "10"),
    "slanted": ("italic", "true"),
    "bold": ("bold", "true"),
    "strange": ("font", "Arial"),
    "underlined": ("underline", "true"),
    "red": ("colour", "FF0000"),
}


BEFORE = {"worded": "Trang ", "dashed": "- "}


def planted(document: bytes, fault: Mapping[str, Any]) -> bytes:
    """*document* with *fault* put in."""
    word = docx.Document(BytesIO(_changed(document, fault["xml"]) if "xml" in fault else document))
    at = _paragraph(word, fault["at"]) if "at" in fault else None
    lines = list(paragraphs(word))
    first = next((n for n, one in enumerate(lines) if at is not None and one._p is at._p), 0)
    for one in lines[first : first + int(fault["lines"])] if "lines" in fault else [at]:
        for name, how in fault.items():
            if name in WAYS:
                WAYS[name](word, one, how)
    out = BytesIO()
    word.save(out)
    return out.getvalue()


def _changed(document: bytes, how: Mapping[str, str]) -> bytes:
    """*document* with what is found (a pattern) put otherwise, wherever it stands in a part."""
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(document)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            if name == f"word/{how['part']}.xml":
                text, found = re.subn(how["find"], how["put"], content.decode("utf-8"))
                assert found, how["find"]
                content = text.encode("utf-8")
            new.writestr(name, content)
    return out.getvalue()


def _paragraph(word: Any, beginning: str) -> Any:
    found = [one for one in paragraphs(word) if one.text.startswith(beginning)]
    exact = [one for one in found if one.text == beginning]
    return (exact or found)[0]


def paragraphs(word: Any) -> Iterator[Any]:
    """All paragraphs of a document, those of tables too."""
    yield from (Paragraph(one, word) for one in word.element.body.iter(qn("w:p")))


def _set(word: Any, at: Any, figures: Mapping[str, Any]) -> None:
    runs = _cut(at, figures["words"]) if "words" in figures else at.runs
    for name, figure in figures.items():
        if name == "align":
            at.alignment = ALIGNMENTS[figure]
        elif name in LENGTHS:
            setattr(at.paragraph_format, LENGTHS[name], Mm(float(figure)))
        elif name in POINTS:
            setattr(at.paragraph_format, POINTS[name], Pt(float(figure)))
        elif name == "line":
            at.paragraph_format.line_spacing = float(figure)
        elif name != "words":
            for run in runs:
                _letters(run, name, figure)


def _letters(run: Any, name: str, figure: str) -> None:
    if name == "font":
        fonts = run._r.get_or_add_rPr().get_or_add_rFonts()
        for slot in ("w:ascii", "w:hAnsi"):
            fonts.set(qn(slot), figure)
    elif name == "size":
        run.font.size = Pt(float(figure))
    elif name == "colour":
        run.font.color.rgb = RGBColor.from_string(figure)
    elif name == "highlight":
        run.font.highlight_color = WD_COLOR_INDEX.YELLOW
    else:
        setattr(run.font, LETTERS[name], figure == "true")


def _cut(at: Any, words: str) -> list[Any]:
    """The run that holds just *words*, cut out of the one that holds them."""
    run = next(one for one in at.runs if words in one.text)
    before, after = run.text.split(words)
    middle, last = deepcopy(run._r), deepcopy(run._r)
    run._r.addnext(middle)
    middle.addnext(last)
    run.text = before
    cut = [one for one in at.runs if one._r in (middle, last)]
    cut[0].text, cut[1].text = words, after
    return cut[:1]


def _text(word: Any, at: Any, words: str) -> None:
    first, *others = at.runs
    first.text = words
    for run in others:
        run._r.getparent().remove(run._r)


def _typed(word: Any, at: Any, number: str) -> None:
    """The number typed out; the list no longer counts the paragraph."""
    at.runs[0].text = number + at.runs[0].text
    properties = at._p.get_or_add_pPr().get_or_add_numPr()
    properties.get_or_add_numId().val = 0
    at.paragraph_format.first_line_indent = Mm(12.7)


def _remove(word: Any, at: Any, how: str) -> None:
    at._p.getparent().remove(at._p)


def _section(word: Any, at: Any, figures: Mapping[str, str]) -> None:
    for name, figure in figures.items():
        setattr(word.sections[0], SHEET[name], Mm(float(figure)))


def _header(word: Any, at: Any, how: str) -> None:
    section = word.sections[0]
    number = section.header.paragraphs[0]
    if how == "empty":
        _emptied(number)
    elif how == "footer":
        section.footer.paragraphs[0]._p.getparent().append(deepcopy(number._p))
        _emptied(number)
    elif how == "right":
        number.alignment = ALIGNMENTS["right"]
    elif how == "first":
        section.different_first_page_header_footer = False
    elif how == "roman":
        section._sectPr.find(qn("w:pgNumType")).set(qn("w:fmt"), "lowerRoman")
    elif how in BEFORE:
        number.runs[0]._r.addprevious(word.element.body.makeelement(qn("w:r"), {}))
        number.runs[0].text = BEFORE[how]
    else:
        for run in number.runs:
            _letters(run, *NUMBERS[how])


def _headed(word: Any, at: Any, words: str) -> None:
    word.sections[0].header.add_paragraph(words)


def _emptied(paragraph: Any) -> None:
    for run in paragraph.runs:
        run._r.getparent().remove(run._r)


def _unruled(word: Any, at: Any, how: str) -> None:
    rule = at._p.getnext()
    rule.getparent().remove(rule)


def _first_of_cell(word: Any, at: Any, how: str) -> None:
    for above in list(at._p.itersiblings(qn("w:p"), preceding=True)):
        above.getparent().remove(above)


def _loose(word: Any, at: Any, how: str) -> None:
    row = at._p.getparent().getparent()
    for fixed in list(row.iter(qn("w:cantSplit"))):
        fixed.getparent().remove(fixed)
    for one in row.iter(qn("w:p")):
        Paragraph(one, word).paragraph_format.keep_with_next = False


def _level(word: Any, at: Any, how: Mapping[str, str]) -> None:
    levels = word.part.numbering_part.element.iter(qn("w:lvl"))
    level = next(one for one in levels if one.get(qn("w:ilvl")) == how["depth"])
    level.find(qn("w:start")).set(qn("w:val"), how["start"])


def _sign(word: Any, at: Any, how: Mapping[str, str]) -> None:
    levels = word.part.numbering_part.element.iter(qn("w:lvl"))
    level = next(one for one in levels if one.get(qn("w:ilvl")) == how["depth"])
    level.find(qn("w:lvlText")).set(qn("w:val"), how["form"])
    if "counts" in how:
        level.find(qn("w:numFmt")).set(qn("w:val"), how["counts"])


def _flat(word: Any, at: Any, table: str) -> None:
    """The paragraphs of a table without it."""
    grid = word.tables[int(table)]._tbl
    for one in list(grid.iter(qn("w:p"))):
        grid.addprevious(one)
    grid.getparent().remove(grid)


def _turned(word: Any, at: Any, table: str) -> None:
    """The columns of a table, changed about."""
    for row in word.tables[int(table)].rows:
        left, right = (cell._tc for cell in row.cells)
        left.addprevious(right)


def _above(word: Any, at: Any, beginning: str) -> None:
    _paragraph(word, beginning)._p.addprevious(at._p)


def _before(word: Any, at: Any, words: str) -> None:
    at.runs[0].text = words + at.runs[0].text


def _empty(word: Any, at: Any, how: str) -> None:
    """Empty paragraphs above."""
    for _ in range(int(how)):
        at._p.addprevious(word.element.body.makeelement(qn("w:p"), {}))


def _lined(word: Any, at: Any, table: str) -> None:
    """Every line of a table drawn."""
    borders = OxmlElement("w:tblBorders")
    for side in ("top", "left", "bottom", "right", "insideH", "insideV"):
        edge = OxmlElement(f"w:{side}")
        edge.set(qn("w:val"), "single")
        edge.set(qn("w:sz"), "4")
        borders.append(edge)
    word.tables[int(table)]._tbl.tblPr.append(borders)


def _below(word: Any, at: Any, beginning: str) -> None:
    _paragraph(word, beginning)._p.addnext(at._p)


def _parted(word: Any, at: Any, how: str) -> None:
    """A section that ends with the paragraph, its pages counted for themselves as those of the next are."""
    own = deepcopy(word.sections[0]._sectPr)
    at._p.get_or_add_pPr().append(own)
    title = word.sections[1]._sectPr.find(qn("w:titlePg"))
    title.getparent().remove(title)


def _counted(word: Any, at: Any, start: str) -> None:
    """The paragraph counted by a list of its own, from *start*."""
    level = "<w:lvl w:ilvl='0'><w:start w:val='{}'/><w:numFmt w:val='decimal'/><w:lvlText w:val='%1.'/></w:lvl>"
    own = f"<w:abstractNum {nsdecls('w')} w:abstractNumId='900'>{level.format(start)}</w:abstractNum>"
    lists = word.part.numbering_part.element
    lists.insert(0, parse_xml(own))
    lists.append(parse_xml(f"<w:num {nsdecls('w')} w:numId='900'><w:abstractNumId w:val='900'/></w:num>"))
    at._p.get_or_add_pPr().get_or_add_numPr().get_or_add_numId().val = 900


def _boxed(word: Any, at: Any, words: str) -> None:
    """A text box that hangs on the paragraph."""
    box, line, run, text = (OxmlElement(name) for name in ("w:txbxContent", "w:p", "w:r", "w:t"))
    text.text = words
    run.append(text)
    line.append(run)
    box.append(line)
    picture = OxmlElement("w:pict")
    picture.append(box)
    at.runs[0]._r.append(picture)


def _also(word: Any, at: Any, words: str) -> None:
    """The paragraph once more below, with other words."""
    other = deepcopy(at._p)
    at._p.addnext(other)
    _text(word, Paragraph(other, word), words)


def _without(word: Any, at: Any, beginning: str) -> None:
    _remove(word, _paragraph(word, beginning), "")


def _rows(word: Any, at: Any, how: Mapping[str, str]) -> None:
    """A table with so many rows more, its head no longer repeated."""
    table = word.tables[int(how["table"])]._tbl
    for head in list(table.iter(qn("w:tblHeader"))):
        head.getparent().remove(head)
    for _ in range(int(how["more"])):
        table.append(deepcopy(table.tr_lst[-1]))


WAYS: Mapping[str, Way] = {
    "set": _set,
    "text": _text,
    "remove": _remove,
    "typed": _typed,
    "section": _section,
    "header": _header,
    "unruled": _unruled,
    "first_of_cell": _first_of_cell,
    "loose": _loose,
    "level": _level,
    "sign": _sign,
    "flat": _flat,
    "turned": _turned,
    "above": _above,
    "before": _before,
    "headed": _headed,
    "empty": _empty,
    "lined": _lined,
    "below": _below,
    "rows": _rows,
    "parted": _parted,
    "boxed": _boxed,
    "counted": _counted,
    "also": _also,
    "without": _without,
}


def test_what_we_write_has_no_fault(programme: bytes, faults_of: Check) -> None:
    assert faults_of(programme) == []


@pytest.mark.parametrize("name", CASES)
def test_a_fault_is_found_once(name: str, programme: bytes, faults_of: Check) -> None:
    case = CASES[name]
    found = faults_of(planted(programme, case))
    assert [fault.code for fault in found] == [case["code"]]
    beginning = " ".join((case.get("found") or case.get("at", "Tỉnh Đoàn")).split())
    assert beginning in (found[0].place.words or "")
    for language in LANGUAGES:
        assert Words(language).message(found[0]) and Words(language).cure(found[0])


def test_every_rule_is_broken_somewhere() -> None:
    rules = {rule.code for rule in RULES.values() if rule.grain is Grain.FORM}
    assert rules == {case["code"] for case in CASES.values()}
