"""The sections of a Word document: the sheet, its margins, its headers and footers."""

from collections.abc import Callable, Mapping
from xml.etree.ElementTree import Element

from kehoach.reading.docx.borders import visible
from kehoach.reading.docx.markup import attribute, child, children, integer, millimetres, on, relation, value
from kehoach.sheet import Pages, Paragraphs, Section

Part = Callable[[str], Paragraphs]
# What Word takes where a document does not say it: A4 is usual, but the program's own default is Letter.
LETTER = (215.9, 279.4)
MARGIN = 25.4


def section(element: Element | None, part: Part, before: Section | None) -> Section:
    """The section that ends with the ``w:sectPr`` *element*; *part* reads a header by the id of its relation."""
    size, margins = child(element, "pgSz"), child(element, "pgMar")
    gutter = _length(margins, "gutter", 0)
    first, numbers = child(element, "titlePg"), child(element, "pgNumType")
    return Section(
        _length(size, "w", LETTER[0]),
        _length(size, "h", LETTER[1]),
        abs(_length(margins, "top", MARGIN)),
        abs(_length(margins, "bottom", MARGIN)),
        _length(margins, "left", MARGIN) + gutter,
        _length(margins, "right", MARGIN),
        first is not None and on(first),
        _parts(element, "headerReference", part, before.headers if before else {}),
        _parts(element, "footerReference", part, before.footers if before else {}),
        value(numbers, "fmt") or "decimal",
        integer(value(numbers, "start")) if value(numbers, "start") else None,
        _columns(child(element, "cols")),
        any(map(visible, borders if (borders := child(element, "pgBorders")) is not None else ())),
    )


def _columns(element: Element | None) -> int:
    listed = sum(1 for _ in children(element, "col"))
    return max(integer(value(element, "num"), 1), listed, 1)


def _parts(
    element: Element | None, tag: str, part: Part, before: Mapping[Pages, Paragraphs]
) -> Mapping[Pages, Paragraphs]:
    own = {attribute(one, "type") or "default": one for one in children(element, tag)}
    return {**before, **{kind: part(relation(own[kind])) for kind in Pages if kind in own}}


def _length(element: Element | None, key: str, default: float) -> float:
    found = millimetres(attribute(element, key)) if element is not None else None
    return default if found is None else found
