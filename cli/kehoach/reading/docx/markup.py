"""WordprocessingML: parsed without entities, and its names and measures."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element, ParseError, TreeBuilder, XMLParser

from kehoach.errors import KehoachError
from kehoach.patterns import compiled
from kehoach.places import Place

MARKUP_BYTES = 48 * 2**20
TAGS = 2_000_000
DEPTH = 60

MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
STRICT_RELATIONS = "http://purl.oclc.org/ooxml/officeDocument/relationships"
FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
MILLIMETRES_A_TWIP = 25.4 / 1440
OFF = frozenset({"0", "false", "off", "none"})
WHOLE = compiled(r"-?[0-9]{1,9}")
MEASURE = compiled(r"(-?[0-9]{1,9}(?:\.[0-9]{1,9})?)(mm|cm|in|pt|pc|pi)?")
UNITS = {"mm": 1440 / 25.4, "cm": 1440 / 2.54, "in": 1440.0, "pt": 20.0, "pc": 240.0, "pi": 240.0}


class _Plain(TreeBuilder):
    """A builder that refuses a document type, and with it every entity of its own."""

    def doctype(self, name: str, pubid: str, system: str) -> None:
        raise ParseError("document type")


def parsed(content: bytes, file: str) -> Element:
    """The root of *content*; ``KehoachError`` where it is not plain XML."""
    parser = XMLParser(target=_Plain())
    try:
        parser.feed(content)
        root: Element = parser.close()
    except (ParseError, ValueError, LookupError) as error:
        raise KehoachError("docx_unreadable", Place(file)) from error
    return root


def name(element: Element) -> str:
    """The name of *element* without its namespace."""
    return element.tag.rpartition("}")[2]


def attribute(element: Element, key: str) -> str | None:
    """The attribute ``w:key``."""
    value = element.get(f"{{{MAIN}}}{key}")
    return element.get(f"{{{STRICT}}}{key}") if value is None else value


def relation(element: Element) -> str:
    """The attribute ``r:id``."""
    return element.get(f"{{{RELATIONS}}}id") or element.get(f"{{{STRICT_RELATIONS}}}id") or ""


def child(element: Element | None, *path: str) -> Element | None:
    """The first descendant along *path*, None where there is none."""
    for step in path:
        if element is None:
            return None
        element = next((one for one in element if name(one) == step), None)
    return element


def children(element: Element | None, wanted: str) -> Iterator[Element]:
    """The children of *element* called *wanted*."""
    return (one for one in (element if element is not None else ()) if name(one) == wanted)


def value(element: Element | None, key: str = "val") -> str | None:
    """The attribute ``w:key`` of *element*, None where either is missing."""
    return None if element is None else attribute(element, key)


def on(element: Element) -> bool:
    """Whether the switch *element* (``w:b``) is on."""
    return (attribute(element, "val") or "1").lower() not in OFF


def integer(written: str | None, default: int = 0) -> int:
    """The integer that *written* is, else *default*; no document needs one of ten digits."""
    return int(written or "") if WHOLE.fullmatch(written or "") else default


def twips(written: str | None) -> float | None:
    """The measure in twentieths of a point, None where it is none; strict documents write units (``2cm``)."""
    if not written:
        return None
    match = MEASURE.fullmatch(written)
    return float(match[1]) * UNITS.get(match[2], 1.0) if match else None


def millimetres(written: str | None) -> float | None:
    """The measure in millimetres, None where it is none."""
    found = twips(written)
    return None if found is None else found * MILLIMETRES_A_TWIP
