"""The styles of a Word document, made from the figures of a standard."""

from collections.abc import Iterator, Mapping
from typing import Any

from kehoach.standards.layout import Style
from kehoach.standards.standard import Standard
from kehoach.tree import Element
from kehoach.writing.ladder import parts
from kehoach.writing.letterhead import BOX_ROOM
from kehoach.writing.marks import BULLETS
from kehoach.writing.ooxml import element, part, twips

HEADINGS_LIST, BULLETS_LIST = 1, 2

KEPT = (Element.BODY, Element.NUMBERED, Element.SIDE, Element.CELL, *BULLETS)
LANGUAGE = "vi-VN"
SINGLE_LINE = 240
HAIRLINE = 2
Indents = Mapping[Element, float]


def styles(standard: Standard, indents: Indents) -> str:
    """The part ``styles.xml``; *indents* (mm) narrow what is framed or ruled to the length of its words."""
    return part("styles", _styles(standard, indents))


def style_id(role: Element) -> str:
    """The id of the style of *role*: ``PlaceDate``."""
    return role.value.title().replace("_", "")


def _styles(standard: Standard, indents: Indents) -> Iterator[str]:
    yield _defaults(standard)
    normal = element("name", val="Normal"), element("qFormat")
    yield element("style", *normal, type="paragraph", default=1, styleId="Normal")
    for role, style in standard.elements.items():
        framed = _frame(standard, indents.get(role, 0)) if style.box else {}
        yield _paragraph_style(style_id(role), style.label, _properties(style, _list(role), **framed), _run(style))
        if style.rule:
            yield _rule(standard, role, style)
    yield from (_kept(standard, role) for role in KEPT)
    yield from _headings(standard)
    number = standard.page_number
    yield _paragraph_style("PageNumber", number.label, _properties(number), _run(number))
    yield _paragraph_style("Compact", "Compact")  # pandoc puts it into empty cells
    yield _spacer("SectionEnd", standard.style_names.section_end, 0)
    yield _spacer("TableEnd", standard.style_names.table_end, standard.columns.table_after)
    yield _spacer("FootStart", standard.style_names.foot_start, standard.columns.foot_before, keep_next=True)
    yield from _tables(standard)


def _defaults(standard: Standard) -> str:
    family = standard.fonts.docx
    fonts = element("rFonts", ascii=family, hAnsi=family, eastAsia=family, cs=family)
    size = round(standard.elements[Element.BODY].size * 2)
    run = element(
        "rPr",
        fonts,
        element("sz", val=size),
        element("szCs", val=size),
        element("lang", val=LANGUAGE, eastAsia=LANGUAGE, bidi="ar-SA"),
    )
    spacing = element("pPr", element("spacing", before=0, after=0))
    return element("docDefaults", element("rPrDefault", run), element("pPrDefault", spacing))


def _paragraph_style(identity: str, label: str, *properties: str, based_on: str = "Normal") -> str:
    head = element("name", val=label), element("basedOn", val=based_on), element("qFormat")
    return element("style", *head, *properties, type="paragraph", customStyle=1, styleId=identity)


def _frame(standard: Standard, indent: float) -> dict[str, Any]:
    """A box as long as the words: what ``_properties`` needs for it."""
    beside, above = standard.columns.box_padding
    spaces = {"top": above, "left": beside, "bottom": above, "right": beside}
    weight = round(standard.columns.box_line * 8)
    edges = (
        element(side, val="single", sz=weight, space=round(space / 25.4 * 72), color="auto")
        for side, space in spaces.items()
    )
    return {"border": element("pBdr", *edges), "framed": max(beside + BOX_ROOM, indent - BOX_ROOM)}


def _properties(
    style: Style, numbering: str = "", border: str = "", framed: float = 0, level: int | None = None
) -> str:
    return element(
        "pPr",
        element("keepNext") * style.keep_next,
        element("keepLines") * style.keep_together,
        element("widowControl"),
        numbering,
        border,
        element(
            "spacing",
            before=round(style.before * 20),
            after=round(style.after * 20),
            line=round(style.exact * 20) if style.exact else round(style.line * SINGLE_LINE),
            lineRule="exact" if style.exact else "auto",
        ),
        element("ind", left=twips(style.left + framed), right=twips(framed), firstLine=twips(style.indent)),
        element("jc", val="both" if style.align == "justify" else style.align),
        "" if level is None else element("outlineLvl", val=level),
    )


def _run(style: Style) -> str:
    size = round(style.size * 2)
    slant = element("i") + element("iCs")
    weight = element("b") + element("bCs")
    sizes = element("sz", val=size) + element("szCs", val=size)
    under = element("u", val="single") * style.underline
    return element("rPr", weight * style.bold, slant * style.italic, element("caps") * style.caps, sizes, under)


def _list(role: Element) -> str:
    if role not in BULLETS:
        return ""
    return element("numPr", element("ilvl", val=BULLETS.index(role)), element("numId", val=BULLETS_LIST))


def _rule(standard: Standard, role: Element, style: Style) -> str:
    line = element("top", val="single", sz=round(style.rule * 8), space=0, color="auto")
    gaps = {"before": round(style.rule_gap * 20), "after": round(style.after * 20)}
    spacing = element("spacing", **gaps, line=HAIRLINE * 10, lineRule="exact")
    properties = element("pPr", element("keepNext") * style.keep_next, element("pBdr", line), spacing)
    label = standard.style_names.rule.format(label=style.label)
    return _paragraph_style(f"{style_id(role)}Rule", label, properties, element("rPr", element("sz", val=HAIRLINE)))


def _spacer(identity: str, label: str, points: float, keep_next: bool = False) -> str:
    spacing = element("spacing", before=round(points * 20), after=0, line=HAIRLINE * 10, lineRule="exact")
    properties = element("pPr", element("keepNext") * keep_next, spacing)
    return _paragraph_style(identity, label, properties, element("rPr", element("sz", val=HAIRLINE)))


def _kept(standard: Standard, role: Element) -> str:
    label = standard.style_names.kept.format(label=standard.elements[role].label)
    properties = element("pPr", element("keepNext"), element("keepLines"))
    return _paragraph_style(f"{style_id(role)}Kept", label, properties, based_on=style_id(role))


def _headings(standard: Standard) -> Iterator[str]:
    for level in range(1, 7):
        style = standard.rung(level)
        listed = numbered(standard, level)
        number = element("numPr", element("ilvl", val=level - 1), element("numId", val=HEADINGS_LIST)) if listed else ""
        head = element("name", val=f"heading {level}"), element("basedOn", val="Normal"), element("qFormat")
        properties = _properties(style, number, level=level - 1), _run(style)
        yield element("style", *head, *properties, type="paragraph", styleId=f"Heading{level}")
        sides = element("ind", left=twips(style.left), firstLine=twips(style.indent))
        unlisted = element("pPr", element("numPr", element("numId", val=0)), sides)
        yield _paragraph_style(f"Typed{level}", typed(standard, level), unlisted, based_on=f"Heading{level}")


def numbered(standard: Standard, level: int) -> bool:
    """Whether Word can count the headings of *level*: a rung of the ladder whose number holds a counter."""
    return level <= len(standard.ladder) and bool(parts(standard.rung(level).number))


def typed(standard: Standard, level: int) -> str:
    """The name of the style for a heading of *level* whose number is typed out."""
    label = f"{standard.rung(level).label} {level}"
    return standard.style_names.typed.format(label=label)


def _tables(standard: Standard) -> Iterator[str]:
    padding = twips(standard.columns.cell_padding)
    sides = ("top", "left", "bottom", "right", "insideH", "insideV")
    weight = round(standard.columns.grid_line * 8)
    grid = element("tblBorders", *(element(side, val="single", sz=weight, space=0, color="auto") for side in sides))
    yield _table_style(standard.style_names.frame, "", 0)
    yield _table_style(standard.style_names.grid, grid, padding)


def _table_style(name: str, borders: str, padding: int) -> str:
    margins = element("tblCellMar", *(element(side, w=padding, type="dxa") for side in ("left", "right")))
    properties = element("tblPr", element("tblInd", w=0, type="dxa"), borders, margins)
    return element("style", element("name", val=name), properties, type="table", customStyle=1, styleId=name)
