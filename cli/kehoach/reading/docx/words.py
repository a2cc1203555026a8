"""The words of a paragraph, in runs that look alike, as a reader of the printed page sees them."""

from collections.abc import Callable, Iterator
from xml.etree.ElementTree import Element

from kehoach.errors import KehoachError
from kehoach.patterns import compiled
from kehoach.reading.docx.markup import DEPTH, FALLBACK, attribute, child, integer, name
from kehoach.reading.docx.properties import Properties, of_run
from kehoach.reading.docx.styles import Styles, toggled
from kehoach.records import dataclass, field
from kehoach.sheet import Run

NOT_PRINTED = frozenset({"del", "moveFrom", "pPr", "rPr", "txbxContent", "instrText", "delText"})
LINES = frozenset({"line", "straightConnector1", "cxnSp"})
SYMBOL = compiled(r"[0-9A-Fa-f]{1,4}")
LONGEST_FAMILY = 64
UNITS_A_MILLIMETRE = 36_000
VML_LINE = "#_x0000_t32"
LETTERS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-", "ptab": "\t"}
SWITCHED = ("bold", "italic", "caps", "underlined", "marked", "struck")
Family = Callable[[Properties, str], str]


@dataclass
class Words:
    """What is gathered while a paragraph is read; *instruction* holds the field being spelt out, *fields* how deep."""

    styles: Styles
    family: Family
    base: Properties
    runs: list[Run] = field(default_factory=list)
    drawn: bool = False
    drawn_length: float = 0
    holds: bool = False
    boxed: str = ""
    tabs_before_number: int = 0
    page_number: Run | None = None
    hidden: int = 0
    _fields: list[list[str]] = field(default_factory=list)
    _shown: list[bool] = field(default_factory=list)

    def read(self, element: Element, depth: int = 0) -> None:
        """Take in everything that *element* prints."""
        if depth > DEPTH:
            raise KehoachError("docx_too_deep", most=DEPTH)
        for one in element:
            tag = name(one)
            if tag == "r":
                self._run(one)
            elif tag == "fldSimple":
                self._instruction(attribute(one, "instr") or "", self.base)
                self.read(one, depth + 1)
            elif tag not in NOT_PRINTED and one.tag != FALLBACK:
                self.read(one, depth + 1)

    def _run(self, run: Element) -> None:
        own = of_run(child(run, "rPr"))
        look = {**toggled(self.base, self.styles.of_characters(own.get("style"))), **own} if own else self.base
        if look.get("hidden"):
            self.hidden += any(name(one) == "t" for one in run)
        else:
            text = "".join(self._letters(run, look))
            if text:
                self.runs.append(self._looking(text, look))

    def _letters(self, run: Element, look: Properties) -> Iterator[str]:
        for one in run:
            tag = name(one)
            if tag in {"t", "sym"} | LETTERS.keys():
                yield self._letter(one, tag) if all(self._shown) else ""
            elif tag in {"fldChar", "instrText"}:
                self._field(one, tag, look)
            elif tag in {"drawing", "pict", "AlternateContent", "object"}:
                self._drawing(one)

    def _drawing(self, drawing: Element) -> None:
        lined = any(map(_is_line, drawing.iter()))
        self.drawn, self.holds = self.drawn or lined, True
        self.boxed = self.boxed or "".join(_boxed(drawing))
        if lined and not self.drawn_length:
            self.drawn_length = next(filter(None, map(_length, drawing.iter())), 0.0)

    def _letter(self, one: Element, tag: str) -> str:
        if tag == "t":
            return one.text or ""
        if tag == "sym":
            return _symbol(attribute(one, "char") or "")
        ends_page = attribute(one, "type") in {"page", "column"}
        self.holds = self.holds or ends_page
        return "" if ends_page else LETTERS[tag]

    def _field(self, one: Element, tag: str, look: Properties) -> None:
        """Fields are spelt ``begin … instruction … separate … result … end``; only the result is printed."""
        kind = attribute(one, "fldCharType")
        if tag == "instrText":
            if self._fields:
                self._fields[-1].append(one.text or "")
        elif kind == "begin":
            self._fields.append([])
            self._shown.append(False)
        elif self._fields and kind == "separate":
            self._instruction("".join(self._fields[-1]), look)
            self._shown[-1] = True
        elif self._fields and kind == "end":
            if not self._shown.pop():
                self._instruction("".join(self._fields[-1]), look)
            self._fields.pop()

    def _instruction(self, words: str, look: Properties) -> None:
        if words.split()[:1] == ["PAGE"] and self.page_number is None:
            self.page_number = self._looking("", look)
            self.tabs_before_number = sum(run.text.count("\t") for run in self.runs)

    def _looking(self, text: str, look: Properties) -> Run:
        switches = {key: bool(look.get(key)) for key in SWITCHED}
        colour = str(look.get("colour", ""))
        return Run(text, self.family(look, text), look.get("size", 10.0), colour=colour, **switches)


def _symbol(code: str) -> str:
    """The sign with the hexadecimal *code*; nothing where there is none."""
    found = int(code, 16) if SYMBOL.fullmatch(code) else 0
    return "" if found == 0 or 0xD800 <= found < 0xE000 else chr(found)


def _is_line(element: Element) -> bool:
    tag = name(element)
    if tag == "prstGeom":
        return element.get("prst") in LINES
    if tag == "shape":
        return element.get("type") == VML_LINE
    return tag == "cxnSp" or (tag == "line" and "vml" in element.tag)


def _length(element: Element) -> float:
    """How long (mm) a drawing says that it is across the page; 0 where *element* does not say it."""
    return integer(element.get("cx")) / UNITS_A_MILLIMETRE if name(element) == "extent" else 0.0


def _boxed(drawing: Element) -> Iterator[str]:
    """The words of the first text box in *drawing*, which may be drawn a second way for old programs."""
    box = next((one for one in drawing.iter() if name(one) == "txbxContent"), None)
    return (one.text or "" for one in (box.iter() if box is not None else ()) if name(one) == "t")


def fonts(theme: Element | None) -> Family:
    """How the family of a run is found: named, or one of the *theme*'s two; the family of letters beyond ASCII counts
    where there are any."""
    scheme = child(theme, "themeElements", "fontScheme")
    named = {}
    for kind in ("major", "minor"):
        latin = child(scheme, f"{kind}Font", "latin")
        named[kind] = latin.get("typeface", "") if latin is not None else ""

    def family(look: Properties, text: str) -> str:
        slots = ("ascii", "hAnsi") if text.isascii() else ("hAnsi", "ascii")
        for slot in slots:
            theme_slot = look.get(f"{slot}Theme")
            found = named.get(str(theme_slot)[:5], "") if theme_slot else look.get(slot)
            if found:
                return str(found)[:LONGEST_FAMILY]
        return ""

    return family
