"""Names that stand in quotation marks: one event, project or slogan has one name."""

import re
from collections.abc import Iterator

from kehoach.findings import Fault, Related
from kehoach.patterns import compiled
from kehoach.phrases.lexicon import Lexicon
from kehoach.phrases.remembering import remembered
from kehoach.plan import Plan
from kehoach.records import dataclass
from kehoach.rules.holding import holding
from kehoach.rules.names.wording import parted, spelt
from kehoach.rules.passages import Passage
from kehoach.rules.prose.phrases import misspelt
from kehoach.rules.registry import INFO, Grain, rule
from kehoach.rules.view import View
from kehoach.written import Written

_QUOTED = compiled(r"[“”\"]\*{0,3}([^“”\"\n]{6,140}?)\*{0,3}[”“\"]")
MARKS = '“”"'
WHOLE, MORE = 8, 2


FIGURES = frozenset({"i", "ii", "iii", "iv", "v", "vi"})
INSIDE = 4


@dataclass(frozen=True, slots=True)
class Name:
    """A quoted name, from code point *start* to *end* of its passage.

    *words* is what is compared: whatever the case, where the tone stands and how a number is written.
    """

    passage: Passage
    start: int
    end: int
    text: str
    words: tuple[str, ...]


Words = tuple[str, ...]
Known = dict[Words, Name]


@rule("ORG301", Grain.WRITTEN, INFO)
def one_name(file: Written, view: View) -> Iterator[Fault]:
    """What stands in quotation marks has one name throughout the plan.

    Commas and dashes, a word more or less, or two letters make two names of one project; readers look for both.
    """
    first: Known = {}
    for name in view.once(_names, file):
        yield from _told("ORG301", name, first, view)
        first.setdefault(name.words, name)


@rule("ORG302", Grain.RESOLVED, INFO)
def name_of_the_parent(plan: Plan, view: View) -> Iterator[Fault]:
    """What the level above has named bears its name here too.

    Only what almost agrees is told; a name of our own is our own.
    """
    file = view.written(plan.id)
    above: Known = {}
    for parent in plan.parents:
        written = view.written(parent)
        for name in _found(written, view) if written else ():
            above.setdefault(name.words, name)
    for name in view.once(_names, file) if file and above else ():
        yield from _told("ORG302", name, above, view)


def _told(code: str, name: Name, known: Known, view: View) -> Iterator[Fault]:
    """The fault of *name*, where it almost is one of the *known* ones and quite none of them."""
    if len(name.words) < _least(view, "words"):
        return
    same, length, near = known.get(name.words), len(name.words), _least(view, "near")
    rivals = (other for words, other in known.items() if -MORE <= len(words) - length <= MORE)
    other = same or next((other for other in rivals if _one(name.words, other.words, near, view.lexicon)), None)
    if other and (same is None or _otherwise(name.text, same.text)) and _slipped(name, view) == _slipped(other, view):
        place = name.passage.place(name.start, name.end)
        related = (Related(other.passage.place(other.start, other.end), "named_here"),)
        yield Fault(code, place, name.passage.pointer, {"name": name.text, "other": other.text}, related)


def _slipped(name: Name, view: View) -> bool:
    """Whether the name has a slip of the keys, which TXT603 tells."""
    return misspelt(name.passage.text, name.start, name.end, view.lexicon)


def _otherwise(one: str, other: str) -> bool:
    """Whether one name is written in two ways: with other marks, or in figures."""
    return one != other and (_marks(one) != _marks(other) or _said(one) != _said(other))


@remembered
def _one(one: Words, other: Words, near: int, lexicon: Lexicon) -> bool:
    """Whether two names are one in two wordings; names that differ in a figure are two."""
    short, long = sorted((one, other), key=len)
    return (_near(short, long, near) or _within(short, long, lexicon)) and _figures(one) == _figures(other)


def _near(short: Words, long: Words, near: int) -> bool:
    """Whether two names differ in a few letters, or one begins or ends the other."""
    if len(short) == len(long):
        from rapidfuzz import fuzz

        return bool(fuzz.ratio(" ".join(short), " ".join(long), score_cutoff=near))
    return len(short) >= WHOLE and short in {long[: len(short)], long[-len(short) :]}


def _within(short: Words, long: Words, lexicon: Lexicon) -> bool:
    """Whether one name is the other with words put in that make no other thing of it."""
    if len(short) < INSIDE or len(short) == len(long) or short[0] != long[0] or short[-1] != long[-1]:
        return False
    return parted(short, long, lexicon)


def _least(view: View, name: str) -> int:
    return int(str(view.lexicon.at("names", name)))


def _figures(words: Words) -> list[str]:
    return [word for word in words if any(map(str.isdigit, word)) or word in FIGURES]


def _marks(text: str) -> list[str]:
    """The marks between the words, dashes of every length being one."""
    return re.findall(r"[^\w\s]", re.sub(r"[–—‑]", "-", text.strip(" .,;:*")))


def _said(text: str) -> list[bool]:
    """Which of the words are written in figures."""
    return [word.isdecimal() for word in re.findall(r"\w+", text)]


def _names(file: Written, view: View) -> tuple[Name, ...]:
    return tuple(_found(file, view))


def _found(file: Written, view: View) -> Iterator[Name]:
    for passage in holding(file, view, *MARKS):
        for start, end, text, words in quoted(passage.text, view.lexicon):
            yield Name(passage, start, end, text, words)


@remembered
def quoted(text: str, lexicon: Lexicon) -> tuple[tuple[int, int, str, tuple[str, ...]], ...]:
    """What stands in quotation marks in *text*: from where to where, as it is shown and as it is compared."""
    found = ((*match.span(1), " ".join(match[1].split())) for match in _QUOTED.finditer(text))
    return tuple((start, end, name, spelt(name, lexicon)) for start, end, name in found)
