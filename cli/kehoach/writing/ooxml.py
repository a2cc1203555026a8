"""WordprocessingML as nested tuples, written out as text: names, attributes and order are all that it needs."""

from collections.abc import Iterable

NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
# What may not stand in an attribute as it is. (``xml.sax.saxutils`` would do, and import half a web browser.)
ESCAPES = str.maketrans(
    {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\n": "&#10;", "\r": "&#13;", "\t": "&#9;"}
)
TWIPS_A_MILLIMETRE = 1440 / 25.4


def element(name: str, /, *inner: str, **attributes: object) -> str:
    """The element ``w:name``; attributes that are None are left out, ``r_id`` becomes ``r:id``."""
    given = ((_prefixed(key), str(value).translate(ESCAPES)) for key, value in attributes.items() if value is not None)
    written = "".join(f' {key}="{value}"' for key, value in given)
    content = "".join(inner)
    return f"<w:{name}{written}>{content}</w:{name}>" if content else f"<w:{name}{written}/>"


def text_run(words: str, *properties: str) -> str:
    """The run ``w:r`` of *words* with *properties*."""
    text = words.translate(ESCAPES)
    return element("r", element("rPr", *properties), f'<w:t xml:space="preserve">{text}</w:t>')


def part(name: str, inner: Iterable[str]) -> str:
    """A whole part of a Word file whose root is ``w:name``."""
    content = "\n".join(inner)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<w:{name} {NAMESPACES}>\n{content}\n</w:{name}>\n'


def twips(millimetres: float) -> int:
    """Millimetres in twentieths of a point."""
    return round(millimetres * TWIPS_A_MILLIMETRE)


def _prefixed(key: str) -> str:
    return f"r:{key[2:]}" if key.startswith("r_") else f"w:{key}"
