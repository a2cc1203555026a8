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

from collections.abc import Iterator, Mapping
from re import Pattern

from kehoach.patterns import caseless, compiled, small
from kehoach.phrases.choices import begun_whole, choice
from kehoach.phrases.lexicon import Lexicon
from kehoach.phrases.quantities.words import Lists
from kehoach.records import dataclass, field

DOERS = frozenset({"persons", "organisations", "places"})
KIN = {"teams": "organisations"}
_LONG = 10
_WORD = compiled(r"[^\W_]+")
_SPACE = compiled(r"\s+")
_DASH = compiled(r"\s[-–]\s(?=[^\W\d_])")
_QUOTED = compiled(r"“[^”\n]{1,80}”|\"[^\"\n]{1,80}\"|‘[^’\n]{1,80}’")


@dataclass(frozen=True, slots=True)
class UnitWords:
    """What a unit is made of and ends before, in small letters; *groups* maps each noun to its class."""

    quantifier: Pattern[str]
    noun: Pattern[str]
    groups: Mapping[str, str]
    link: Pattern[str]
    keep: Pattern[str]
    stop: Pattern[str]
    deed: Pattern[str]

    def group(self, noun: str) -> str:
        """The class of a noun as it stands in a text."""
        return self.groups[" ".join(noun.casefold().split())]


def unit_words_of(lexicon: Lexicon) -> UnitWords:
    """The words about units in *lexicon*."""
    lists = Lists(lexicon)
    groups = {word.casefold(): group for group in lists.table("nouns") for word in lists("nouns", group)}
    groups |= {word: f"measure/{name}" for name in lists.table("measures") for word in lists("measures", name)}
    return UnitWords(
        quantifier=caseless(rf"{begun_whole(lists('quantifiers'))}\s+"),
        noun=caseless(begun_whole(groups)),
        groups=groups,
        link=caseless(rf"\s*,\s+|\s+{choice(lists.links)}\s+"),
        keep=caseless(begun_whole(lists("keeps"))),
        stop=caseless(begun_whole(_stops(lists))),
        deed=caseless(begun_whole(lists("deeds"))),
    )


def _stops(lists: Lists) -> Iterator[str]:
    yield from (*lists("stops"), *lists("reached"), *lists("ambition", "words"), *lists("ambition", "slips"))
    for side in ("before", "after"):
        for op in lists.table("comparators", side):
            yield from lists("comparators", side, op)


@dataclass(slots=True)
class Unit:
    """The unit between *start* and *end* of a plain text (equal: none), and the classes of its nouns."""

    start: int
    end: int
    groups: list[str] = field(default_factory=list)
    unsure: bool = False

    def __bool__(self) -> bool:
        return self.end > self.start

    @property
    def head(self) -> str:
        """The class of the first noun, or nothing for a word that is not known."""
        return self.groups[0] if self.groups else ""


def unit_at(text: str, at: int, words: UnitWords) -> Unit:
    """The unit that begins at *at* of the plain *text*, quantifiers before it left out."""
    low = small(text)
    at = _skipped(text, at)
    while quantifier := words.quantifier.match(low, at):
        at = quantifier.end()
    if quoted := _QUOTED.match(text, at):
        return Unit(at, quoted.end(), ["named"])
    unit = Unit(at, at)
    start: int | None = at
    while start is not None and (end := _word(low, start, unit, words)):
        unit.end = end
        start = _onward(text, low, unit, words)
    if len(text[unit.start : unit.end].split()) > _LONG:
        unit.unsure = True
    return unit


def _skipped(text: str, at: int) -> int:
    space = _SPACE.match(text, at)
    return space.end() if space else at


def _word(low: str, at: int, unit: Unit, words: UnitWords) -> int:
    """The end of the noun, group or word at *at*; 0 where the unit ends before it."""
    if keep := words.keep.match(low, at):
        return keep.end()
    noun = words.noun.match(low, at)
    stop = words.stop.match(low, at) or (unit.head in DOERS and words.deed.match(low, at)) or None
    if stop and not (noun and (noun.end() > stop.end() or not unit)):
        return 0
    if noun:
        unit.groups.append(words.group(noun.group()))
        return noun.end()
    word = _WORD.match(low, at)
    return word.end() if word and not word.group()[0].isdigit() else 0


def _onward(text: str, low: str, unit: Unit, words: UnitWords) -> int | None:
    """Where the next word of the unit would begin, or None where a mark ends it."""
    if link := words.link.match(low, unit.end):
        return _across(low, link.end(), unit, words)
    if dash := _DASH.match(text, unit.end):
        return dash.end() if text[dash.end()].isupper() else None
    space = _SPACE.match(text, unit.end)
    return space.end() if space and "\n" not in space.group() else None


def _across(low: str, at: int, unit: Unit, words: UnitWords) -> int | None:
    noun = words.noun.match(low, at)
    if noun:
        group = words.group(noun.group())
        akin = KIN.get(group, group) in (KIN.get(known, known) for known in unit.groups)
        return at if akin or (group == "topics" and unit.head not in DOERS) else None
    if unit.groups and _WORD.match(low, at) and not _goes_on(low, at, words):
        unit.unsure = True
    return None


def _goes_on(low: str, at: int, words: UnitWords) -> bool:
    """Whether a new clause or figure plainly begins at *at*."""
    return low[at].isdigit() or any(pattern.match(low, at) for pattern in (words.stop, words.deed))
