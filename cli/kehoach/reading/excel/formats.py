"""Which styles of a workbook show a number as a percentage."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from kehoach.patterns import compiled
from kehoach.reading.docx.markup import child, children

BUILT_IN = frozenset({"9", "10"})
_QUOTED = compiled(r'"[^"]*"|\\.|\[[^\]]*\]')


def percents(styles: Element | None) -> frozenset[int]:
    """The numbers of the cell styles whose format ends in a percent sign that is not mere text."""
    own = {one.get("numFmtId", ""): one.get("formatCode", "") for one in children(child(styles, "numFmts"), "numFmt")}
    return frozenset(_shares(styles, own))


def _shares(styles: Element | None, own: dict[str, str]) -> Iterator[int]:
    for order, style in enumerate(children(child(styles, "cellXfs"), "xf")):
        format = style.get("numFmtId", "0")
        if format in BUILT_IN or "%" in _QUOTED.sub("", own.get(format, "")):
            yield order
