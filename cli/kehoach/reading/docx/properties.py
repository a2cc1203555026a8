"""The properties of paragraphs and runs as flat mappings, which a later layer overrides key by key."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any
from xml.etree.ElementTree import Element

from kehoach.patterns import compiled
from kehoach.reading.docx.markup import OFF, attribute, child, children, integer, millimetres, name, on, twips, value

Properties = Mapping[str, Any]
ALIGNED = {"both": "justify", "distribute": "justify", "start": "left", "end": "right"}
FONT_SLOTS = ("ascii", "hAnsi", "asciiTheme", "hAnsiTheme")
TOGGLES = {"b": "bold", "i": "italic", "caps": "caps"}
EDGES = ("top", "bottom")
SINGLE = 240
# The space (points) where a paragraph is spaced as pages of the web are.
WEB_SPACE = 14.0
HIDDEN_COLOURS = frozenset({"hyperlink", "followedHyperlink", "text1", "dark1"})
# So dark a colour is black to a reader; so pale a ground is paper.
DARKEST, PALEST = 0x48, 0xF0
HEX = compiled(r"[0-9A-Fa-f]{6}")


def of_run(element: Element | None) -> dict[str, Any]:
    """The properties of a ``w:rPr``: fonts, size in points, switches, the style."""
    found: dict[str, Any] = {}
    for one in element if element is not None else ():
        found |= dict(_run_property(one))
    return found


def of_paragraph(element: Element | None) -> dict[str, Any]:
    """The properties of a ``w:pPr``: figures of the layout, the list, the style."""
    found: dict[str, Any] = {}
    for one in element if element is not None else ():
        make = PARAGRAPH.get(name(one))
        if make:
            found |= {key: known for key, known in make(one) if known is not None}
    return found


def _run_property(one: Element) -> Iterator[tuple[str, Any]]:
    tag = name(one)
    if tag in SWITCHES:
        yield SWITCHES[tag], on(one)
    elif tag in RUN:
        key, make = RUN[tag]
        yield key, make(one)
    elif tag == "rFonts":
        yield from _fonts(one)


def _colour(one: Element) -> str:
    """The colour of letters; nothing where they are as good as black, or those of a link."""
    written = value(one) or ""
    if attribute(one, "themeColor") in HIDDEN_COLOURS or not HEX.fullmatch(written):
        return ""
    return "" if max(bytes.fromhex(written)) < DARKEST else written.upper()


def _shaded(one: Element) -> bool:
    """Whether the ground is coloured; a paper white that pages of the web leave is none."""
    fill = attribute(one, "fill") or ""
    return HEX.fullmatch(fill) is not None and min(bytes.fromhex(fill)) < PALEST


SWITCHES = {**TOGGLES, "vanish": "hidden", "strike": "struck", "dstrike": "struck"}
RUN: Mapping[str, tuple[str, Callable[[Element], Any]]] = {
    "u": ("underlined", lambda one: value(one) not in {None, "none"}),
    "rStyle": ("style", value),
    "sz": ("size", lambda one: integer(value(one), 20) / 2),
    "color": ("colour", _colour),
    "highlight": ("marked", lambda one: value(one) not in {None, "none", "white"}),
    "shd": ("marked", _shaded),
}


def _fonts(one: Element) -> Iterator[tuple[str, Any]]:
    """The slots that are named; a font of the theme outdoes a named one, and each layer starts anew."""
    for slot in FONT_SLOTS[:2]:
        theme, named = attribute(one, f"{slot}Theme"), attribute(one, slot)
        if theme or named:
            yield f"{slot}Theme", theme
            yield slot, named


def _spacing(one: Element) -> Iterator[tuple[str, Any]]:
    for key in ("before", "after"):
        lines, points = attribute(one, f"{key}Lines"), twips(attribute(one, key))
        given = integer(lines) * SINGLE / 2000 if lines and points is None else points and points / 20
        web = attribute(one, f"{key}Autospacing")
        yield key, WEB_SPACE if web and web.lower() not in OFF else given
    line = twips(attribute(one, "line"))
    if line is not None:
        fixed = attribute(one, "lineRule") in {"exact", "atLeast"}
        yield "line", 0.0 if fixed else line / SINGLE
        yield "points", line / 20 if fixed else 0.0


def _indents(one: Element) -> Iterator[tuple[str, Any]]:
    yield "left", millimetres(attribute(one, "left") or attribute(one, "start"))
    yield "right", millimetres(attribute(one, "right") or attribute(one, "end"))
    hanging, first = millimetres(attribute(one, "hanging")), millimetres(attribute(one, "firstLine"))
    yield "first", first if hanging is None else -hanging


def _list(one: Element) -> Iterator[tuple[str, Any]]:
    yield "list", value(child(one, "numId"))
    yield "level", value(child(one, "ilvl"))


def _borders(one: Element) -> Iterator[tuple[str, Any]]:
    drawn = (edge for edge in one if value(edge) not in {None, "nil", "none"})
    yield "edges", frozenset(name(edge) for edge in drawn if name(edge) in EDGES)


def _tabs(one: Element) -> Iterator[tuple[str, Any]]:
    stops = (
        (millimetres(attribute(tab, "pos")) or 0.0, value(tab) or "left")
        for tab in children(one, "tab")
        if value(tab) != "clear"
    )
    yield "tabs", tuple(sorted(stops))


def _aligned(one: Element) -> Iterator[tuple[str, Any]]:
    written = value(one) or ""
    yield "align", ALIGNED.get(written, written)


PARAGRAPH: Mapping[str, Callable[[Element], Iterator[tuple[str, Any]]]] = {
    "pStyle": lambda one: iter((("style", value(one)),)),
    "keepNext": lambda one: iter((("keep_next", on(one)),)),
    "numPr": _list,
    "pBdr": _borders,
    "tabs": _tabs,
    "spacing": _spacing,
    "ind": _indents,
    "jc": _aligned,
    "outlineLvl": lambda one: iter((("outline", value(one)),)),
    "shd": lambda one: iter((("marked", _shaded(one)),)),
    "framePr": lambda one: iter((("frame", attribute(one, "xAlign")),)),
}
