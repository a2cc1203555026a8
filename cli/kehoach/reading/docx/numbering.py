"""The lists of a Word document, and the number that each of their paragraphs shows."""

import re
from collections.abc import Callable, Mapping
from xml.etree.ElementTree import Element

from kehoach.patterns import compiled
from kehoach.phrases.roman import roman
from kehoach.reading.bullets import BULLETS
from kehoach.reading.docx.markup import attribute, child, children, integer, value
from kehoach.reading.docx.properties import Properties, of_paragraph
from kehoach.records import dataclass, field

MOST = 399
LONGEST_PATTERN = 60
PLACE = compiled(r"%([1-9])")


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list: what it starts from, how it counts, the pattern (``%1.%2.``), its indents."""

    start: int
    form: str
    pattern: str
    legal: bool
    style: str | None
    restart: int | None
    indents: Properties


@dataclass(frozen=True, slots=True)
class List:
    """A list: the definition whose counters it shares, its levels, and levels that it starts anew from a number."""

    definition: str
    levels: Mapping[int, Level]
    starts: Mapping[int, int]


@dataclass
class Counting:
    """The lists of a document while its paragraphs are counted, in order."""

    lists: Mapping[str, List]
    _counts: dict[str, dict[int, int]] = field(default_factory=dict)
    _started: set[tuple[str, int]] = field(default_factory=set)

    def indents(self, properties: Properties, style: str) -> Properties:
        """The indents that the list of *properties* gives a paragraph of *style*."""
        level = self._level(properties, style)
        return level[2].indents if level else {}

    def mark(self, properties: Properties) -> str:
        """The number or bullet of the next paragraph, which has *properties*; nothing outside of lists."""
        level = self._level(properties, str(properties.get("style")))
        return self._next(*level) if level else ""

    def _level(self, properties: Properties, style: str) -> tuple[str, int, Level] | None:
        number = properties.get("list")
        known = self.lists.get(number or "")
        if number is None or known is None:
            return None
        linked = (depth for depth, level in known.levels.items() if level.style == style)
        written = properties.get("level")
        depth = next(linked, 0) if written is None else integer(written)
        return (number, depth, known.levels[depth]) if depth in known.levels else None

    def _next(self, number: str, depth: int, level: Level) -> str:
        known = self.lists[number]
        counts = self._counts.setdefault(known.definition, {})
        if depth in known.starts and (number, depth) not in self._started:
            self._started.add((number, depth))
            counts[depth] = known.starts[depth] - 1
        counts[depth] = counts.get(depth, level.start - 1) + 1
        for deeper in [one for one in counts if one > depth]:
            if self._restarts(known, deeper, depth):
                del counts[deeper]
        return self._shown(known, counts, level)

    @staticmethod
    def _restarts(known: List, deeper: int, depth: int) -> bool:
        """Whether the level *deeper* starts anew after one at *depth*; a level may name the only one that counts."""
        level = known.levels.get(deeper)
        return level is None or level.restart is None or (level.restart > 0 and depth < level.restart)

    @staticmethod
    def _shown(known: List, counts: Mapping[int, int], level: Level) -> str:
        def counted(place: re.Match[str]) -> str:
            depth = int(place[1]) - 1
            above = known.levels.get(depth, level)
            form = "decimal" if level.legal and above.form != "none" else above.form
            return FORMS.get(form, str)(counts.get(depth, above.start))

        if level.form == "bullet":
            return "".join(BULLETS.get(letter, letter) for letter in level.pattern)
        return PLACE.sub(counted, level.pattern)


def counting(root: Element | None) -> Counting:
    """The lists in the part ``numbering.xml``."""
    definitions = {attribute(one, "abstractNumId") or "": one for one in children(root, "abstractNum")}
    by_link = {value(child(one, "styleLink")): one for one in definitions.values()}
    lists = {}
    for one in children(root, "num"):
        definition = value(child(one, "abstractNumId")) or ""
        base = definitions.get(definition)
        base = (
            by_link.get(value(child(base, "numStyleLink")), base) if child(base, "numStyleLink") is not None else base
        )
        lists[attribute(one, "numId") or ""] = _list(one, definition, base)
    return Counting(lists)


def _list(number: Element, definition: str, base: Element | None) -> List:
    levels = dict(map(_level, children(base, "lvl")))
    starts = {}
    for override in children(number, "lvlOverride"):
        depth = integer(attribute(override, "ilvl"))
        own = child(override, "lvl")
        if own is not None:
            levels[depth] = _level(own)[1]
        if child(override, "startOverride") is not None:
            starts[depth] = integer(value(child(override, "startOverride")), 1)
    return List(definition, levels, starts)


def _level(element: Element) -> tuple[int, Level]:
    paragraph = of_paragraph(child(element, "pPr"))
    restart = value(child(element, "lvlRestart"))
    return integer(attribute(element, "ilvl")), Level(
        integer(value(child(element, "start")), 0),
        value(child(element, "numFmt")) or "decimal",
        (value(child(element, "lvlText")) or "")[:LONGEST_PATTERN],
        child(element, "isLgl") is not None,
        value(child(element, "pStyle")),
        None if restart is None else integer(restart),
        {key: paragraph[key] for key in ("left", "right", "first") if key in paragraph},
    )


def _letter(count: int) -> str:
    rounds, letter = divmod(count - 1, 26)
    return chr(ord("a") + letter) * (rounds + 1) if 0 < count < MOST else str(count)


def _roman(count: int) -> str:
    return roman(count) if 0 < count <= MOST else str(count)


FORMS: Mapping[str, Callable[[int], str]] = {
    "upperRoman": _roman,
    "lowerRoman": lambda count: _roman(count).lower(),
    "upperLetter": lambda count: _letter(count).upper(),
    "lowerLetter": _letter,
    "decimalZero": lambda count: f"{count:02}",
    "none": lambda _: "",
}
