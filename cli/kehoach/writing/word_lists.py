"""The lists of a Word document: the ladder of headings, and the bullets."""

from collections.abc import Iterator

from kehoach.standards.standard import Standard
from kehoach.writing.ladder import FORMATS, parts, pattern
from kehoach.writing.marks import BULLETS
from kehoach.writing.ooxml import element, part, twips
from kehoach.writing.word_styles import BULLETS_LIST, HEADINGS_LIST, numbered, style_id


def numbering(standard: Standard) -> str:
    """The part ``numbering.xml``: the ladder tied to the headings, and the bullets tied to their styles."""
    return part("numbering", _lists(standard))


def _lists(standard: Standard) -> Iterator[str]:
    rungs = range(1, len(standard.ladder) + 1)
    ladder = (_rung(standard, level) for level in rungs if numbered(standard, level))
    bullets = (_bullet(standard, level) for level in range(len(standard.bullets)))
    for number, levels in ((HEADINGS_LIST, ladder), (BULLETS_LIST, bullets)):
        kind = element("multiLevelType", val="multilevel")
        yield element("abstractNum", kind, *levels, abstractNumId=number)
    for number in (HEADINGS_LIST, BULLETS_LIST):
        yield element("num", element("abstractNumId", val=number), numId=number)


def _rung(standard: Standard, level: int) -> str:
    style = standard.ladder[level - 1]
    return element(
        "lvl",
        element("start", val=1),
        element("numFmt", val=FORMATS[parts(style.number)[-1]]),
        element("pStyle", val=f"Heading{level}"),
        element("suff", val="space"),
        element("lvlText", val=pattern(style.number, level)),
        element("lvlJc", val="left"),
        element("pPr", element("ind", left=twips(style.left), firstLine=twips(style.indent))),
        ilvl=level - 1,
    )


def _bullet(standard: Standard, level: int) -> str:
    role = BULLETS[level]
    style, family = standard.elements[role], standard.fonts.docx
    return element(
        "lvl",
        element("start", val=1),
        element("numFmt", val="bullet"),
        element("pStyle", val=style_id(role)),
        element("suff", val="space"),
        element("lvlText", val=standard.bullets[level]),
        element("lvlJc", val="left"),
        element("pPr", element("ind", left=twips(style.left), firstLine=twips(style.indent))),
        element("rPr", element("rFonts", ascii=family, hAnsi=family, cs=family)),
        ilvl=level,
    )
