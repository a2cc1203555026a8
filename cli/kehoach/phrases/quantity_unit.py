"""Where the unit of a quantity ends inside a sentence.

The unit is the run of words after the number up to the first word that cannot belong to it:

1. known nouns (``tổ chức cơ sở Đoàn``) and fixed groups (``có nhu cầu``, ``về nguồn``) are taken
   whole, so a stop word inside them does not count;
2. a stop word (``được``, ``tham gia``, ``tại``, ``của`` …) ends it; a deed (``tuyên truyền``, ``tập
   huấn``) ends it only after persons, organisations and places, who do it, and names the topic of
   anything else (``lớp tập huấn``);
3. a comma, ``và`` or ``hoặc`` is crossed only to a noun of a class that the unit already has
   (``đoàn viên, thanh niên``), a spaced dash only to a capital (``Đoàn - Hội - Đội``);
4. any other mark ends it. A unit in quotation marks is its own end.
"""

import re
from dataclasses import dataclass, field

from kehoach.phrases.quantity_words import Words

DOERS = frozenset({"persons", "organisations", "places"})
_LONG = 10
_WORD = re.compile(r"[^\W_]+")
_SPACE = re.compile(r"\s+")
_LINK = re.compile(r"\s*,\s+|\s+(?:và|hoặc)\s+")
_DASH = re.compile(r"\s[-–]\s(?=[^\W\d_])")
_QUOTED = re.compile(r"“[^”\n]{1,80}”|\"[^\"\n]{1,80}\"|‘[^’\n]{1,80}’")


@dataclass(slots=True)
class Unit:
    """The unit between *start* and *end* of a plain text (equal: none), and the classes of its nouns."""

    start: int
    end: int
    groups: list[str] = field(default_factory=list)
    unsure: bool = False

    @property
    def head(self) -> str:
        """The class of the first noun, or nothing for a word that is not known."""
        return self.groups[0] if self.groups else ""


def unit_at(text: str, at: int, words: Words) -> Unit:
    """The unit that begins at *at* of the plain *text*, quantifiers before it left out."""
    at = _skipped(text, at)
    while quantifier := words.quantifier.match(text, at):
        at = quantifier.end()
    if quoted := _QUOTED.match(text, at):
        return Unit(at, quoted.end(), ["named"])
    unit = Unit(at, at)
    start: int | None = at
    while start is not None and (end := _word(text, start, unit, words)):
        unit.end = end
        start = _onward(text, unit, words)
    if len(text[unit.start : unit.end].split()) > _LONG:
        unit.unsure = True
    return unit


def _skipped(text: str, at: int) -> int:
    space = _SPACE.match(text, at)
    return space.end() if space else at


def _word(text: str, at: int, unit: Unit, words: Words) -> int:
    """The end of the noun, group or word at *at*; 0 where the unit ends before it."""
    if keep := words.keep.match(text, at):
        return keep.end()
    noun = words.noun.match(text, at)
    stop = words.stop.match(text, at) or (unit.head in DOERS and words.deed.match(text, at)) or None
    if stop and not (noun and noun.end() > stop.end()) and not (noun and unit.end == unit.start):
        return 0
    if noun:
        group = words.nouns[" ".join(noun.group().casefold().split())]
        unit.groups.append(group)
        return noun.end()
    word = _WORD.match(text, at)
    return word.end() if word and not word.group()[0].isdigit() else 0


def _onward(text: str, unit: Unit, words: Words) -> int | None:
    """Where the next word of the unit would begin, or None where a mark ends it."""
    if link := _LINK.match(text, unit.end):
        return _across(text, link.end(), unit, words)
    if dash := _DASH.match(text, unit.end):
        return dash.end() if text[dash.end()].isupper() else None
    space = _SPACE.match(text, unit.end)
    return space.end() if space and "\n" not in space.group() else None


def _across(text: str, at: int, unit: Unit, words: Words) -> int | None:
    noun = words.noun.match(text, at)
    if noun:
        group = words.nouns[" ".join(noun.group().casefold().split())]
        return at if group in unit.groups or (group == "topics" and unit.head not in DOERS) else None
    if unit.groups and _WORD.match(text, at) and not words.known.match(text, at):
        unit.unsure = True
    return None
