"""Names that stand in quotation marks: one event, project or slogan has one name."""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from kehoach.findings import Fault, Related
from kehoach.phrases.remembering import remembered
from kehoach.plan import Plan
from kehoach.records import dataclass
from kehoach.rules.passages import Passage, texts
from kehoach.rules.registry import INFO, Grain, rule
from kehoach.rules.view import View
from kehoach.written import Written

_QUOTED = re.compile(r"[“”\"]\*{0,3}([^“”\"\n]{6,140}?)\*{0,3}[”“\"]")
_TONES = "\u0300\u0301\u0303\u0309\u0323"
WHOLE, MORE = 8, 2


FIGURES = frozenset({"i", "ii", "iii", "iv", "v", "vi"})


@dataclass(frozen=True, slots=True)
class Name:
    """A quoted name, from code point *start* to *end* of its passage; *words* is what is compared."""

    passage: Passage
    start: int
    end: int
    text: str
    words: tuple[str, ...]


Known = dict[tuple[str, ...], Name]


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
    other = same or next((other for other in rivals if _near(name, other, near)), None)
    if other and (same is None or _marks(name.text) != _marks(same.text)):
        place = name.passage.place(name.start, name.end)
        related = (Related(other.passage.place(other.start, other.end), "named_here"),)
        yield Fault(code, place, name.passage.pointer, {"name": name.text, "other": other.text}, related)


def _near(one: Name, other: Name, near: int) -> bool:
    """Whether two names are one in two wordings; names that differ in a figure are two."""
    short, long = sorted((one.words, other.words), key=len)
    if len(short) == len(long):
        from rapidfuzz import fuzz

        alike = bool(fuzz.ratio(" ".join(short), " ".join(long), score_cutoff=near))
    else:
        alike = len(short) >= WHOLE and short in {long[: len(short)], long[-len(short) :]}
    return alike and _figures(one) == _figures(other)


def _least(view: View, name: str) -> int:
    return int(str(view.lexicon.at("names", name)))


def _figures(name: Name) -> list[str]:
    return [word for word in name.words if any(map(str.isdigit, word)) or word in FIGURES]


def _marks(text: str) -> list[str]:
    """The marks between the words, dashes of every length being one."""
    return re.findall(r"[^\w\s]", re.sub(r"[–—‑]", "-", text.strip(" .,;:*")))


def _names(file: Written, view: View) -> tuple[Name, ...]:
    return tuple(_found(file, view))


def _found(file: Written, view: View) -> Iterator[Name]:
    for passage in texts(file, view):
        for start, end, text, words in _quoted(passage.text):
            yield Name(passage, start, end, text, words)


@remembered
def _quoted(text: str) -> tuple[tuple[int, int, str, tuple[str, ...]], ...]:
    """What stands in quotation marks in *text*: from where to where, as it is shown and as it is compared."""
    found = ((*match.span(1), " ".join(match[1].split())) for match in _QUOTED.finditer(text))
    return tuple((start, end, name, tuple(map(_spelt, re.findall(r"\w+", name)))) for start, end, name in found)


@lru_cache(4096)
def _spelt(word: str) -> str:
    """A word whatever its case and wherever its tone stands (*hoá*, *hóa*)."""
    letters = unicodedata.normalize("NFD", word.lower())
    tones = "".join(letter for letter in letters if letter in _TONES)
    return "".join(letter for letter in letters if letter not in _TONES) + tones
