"""Styles of a Word document: what a paragraph or run looks like once every layer is laid over the other."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any
from xml.etree.ElementTree import Element

from kehoach.reading.docx.borders import drawn
from kehoach.reading.docx.markup import attribute, child, children, value
from kehoach.reading.docx.properties import TOGGLES, Properties, of_paragraph, of_run
from kehoach.records import dataclass, field

LONGEST_CHAIN = 40
ListIndents = Callable[[Properties, str], Properties]


@dataclass(frozen=True, slots=True)
class Style:
    """One style, and the style that it builds on."""

    id: str
    based_on: str | None
    paragraph: Properties
    run: Properties
    lines: Mapping[str, bool]


@dataclass
class Styles:
    """All styles of a document by id; *usual* is that of paragraphs which name none.

    *indents* gives the indents that the list of some properties sets for a style.
    """

    styles: Mapping[str, Style]
    usual: str | None
    paragraph: Properties
    run: Properties
    indents: ListIndents
    _made: dict[tuple[str | None, str | None], tuple[Properties, Properties]] = field(default_factory=dict)

    def of(self, style: str | None, table: str | None = None) -> tuple[Properties, Properties]:
        """What the paragraph style *style* inside a table of the style *table* gives paragraphs and runs."""
        known = style if style in self.styles else self.usual
        if (known, table) not in self._made:
            self._made[known, table] = self._laid(known, table)
        return self._made[known, table]

    def lines(self, style: str | None) -> Mapping[str, bool]:
        """Which lines of its tables the table style *style* shows."""
        return _merged(one.lines for one in self._chain(style))

    def of_characters(self, style: str | None) -> Properties:
        """What the character style *style* gives, and nothing of other layers."""
        return _merged(one.run for one in self._chain(style))

    def _laid(self, style: str | None, table: str | None) -> tuple[Properties, Properties]:
        paragraph, run = dict(self.paragraph), dict(self.run)
        for one in self._chain(table):
            paragraph |= one.paragraph
            run |= one.run
        for one in self._chain(style):
            if one.paragraph.get("list"):
                paragraph |= self.indents({**paragraph, **one.paragraph}, one.id)
            paragraph |= one.paragraph
            run |= one.run
        return {**paragraph, "style": style}, run

    def _chain(self, style: str | None) -> list[Style]:
        """*style* and what it builds on, the ground first."""
        chain: list[Style] = []
        while (known := self.styles.get(style or "")) and len(chain) < LONGEST_CHAIN:
            chain.append(known)
            style = known.based_on
        return chain[::-1]


def styles(root: Element | None, indents: ListIndents) -> Styles:
    """The styles in the part ``styles.xml``."""
    known = {style.id: style for style in map(_style, children(root, "style"))}
    defaults = child(root, "docDefaults")
    return Styles(
        known,
        next(_usual(root), None),
        of_paragraph(child(defaults, "pPrDefault", "pPr")),
        of_run(child(defaults, "rPrDefault", "rPr")),
        indents,
    )


def toggled(style: Properties, characters: Properties) -> Properties:
    """The run properties of a character style over those of a paragraph: a switch on in both is off again."""
    both = {key: False for key in TOGGLES.values() if style.get(key) and characters.get(key)}
    return {**style, **characters, **both}


def _style(element: Element) -> Style:
    return Style(
        attribute(element, "styleId") or "",
        value(child(element, "basedOn")),
        of_paragraph(child(element, "pPr")),
        of_run(child(element, "rPr")),
        drawn(child(element, "tblPr", "tblBorders")),
    )


def _usual(root: Element | None) -> Iterator[str]:
    for element in children(root, "style"):
        chosen = (attribute(element, "default") or "0").lower() in {"1", "true", "on"}
        if chosen and attribute(element, "type") == "paragraph":
            yield attribute(element, "styleId") or ""


def _merged(layers: Iterator[Mapping[str, Any]]) -> dict[str, Any]:
    merged: dict[str, Any] = {}
    for layer in layers:
        merged |= layer
    return merged
