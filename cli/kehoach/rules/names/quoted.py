"""Names that stand in quotation marks: one event, project or slogan has one name."""

import re
from collections.abc import Iterator

from kehoach.findings import Fault, Related
from kehoach.patterns import compiled
from kehoach.phrases.lexicon import Lexicon
from kehoach.phrases.remembering import remembered
from kehoach.plan import Plan
from kehoach.records import dataclass, field
from kehoach.rules.holding import holding
from kehoach.rules.names.wording import Words, parted, spelt
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
APART = 2


@dataclass(frozen=True, slots=True)
class Name:
    """A quoted name, from code point *start* to *end* of its passage.

    *words* is what is compared: whatever the case, where the tone stands and how a number is written.
    """

    passage: Passage
    start: int
    end: int
    text: str
    words: Words


@dataclass(frozen=True, slots=True, eq=False)
class Known:
    """Names by their words; two wordings of one share how many words they have, or the first of them, or the last."""

    names: dict[Words, Name] = field(default_factory=dict)
    _sharing: dict[object, list[Words]] = field(default_factory=dict)

    def add(self, name: Name) -> None:
        """Know *name* too, unless its words are known."""
        if name.words not in self.names:
            self.names[name.words] = name
            for trait in _traits(name.words):
                self._sharing.setdefault(trait, []).append(name.words)

    def near(self, words: Words, lexicon: Lexicon) -> Name | None:
        """The first of the names that *words* are another wording of."""
        rivals = (other for trait in _traits(words) for other in self._sharing.get(trait, ()))
        found = {other for other in rivals if _one(words, other, lexicon)}
        return next(name for known, name in self.names.items() if known in found) if found else None


@rule("ORG301", Grain.WRITTEN, INFO)
def one_name(file: Written, view: View) -> Iterator[Fault]:
    """What stands in quotation marks has one name throughout the plan.

    Commas and dashes, a word more or less, or two letters make two names of one project; readers look for both.
    """
    first = Known()
    for name in names_in(file, view):
        yield from _told("ORG301", name, first, view)
        first.add(name)


@rule("ORG302", Grain.RESOLVED, INFO)
def name_of_the_parent(plan: Plan, view: View) -> Iterator[Fault]:
    """What the level above has named bears its name here too.

    Only what almost agrees is told; a name of our own is our own.
    """
    file, above = view.written(plan.id), Known()
    for parent in map(view.written, plan.parents):
        for name in names_in(parent, view) if parent else ():
            above.add(name)
    for name in names_in(file, view) if file and above.names else ():
        yield from _told("ORG302", name, above, view)


def _told(code: str, name: Name, known: Known, view: View) -> Iterator[Fault]:
    """The fault of *name*, where it almost is one of the *known* ones and quite none of them."""
    if len(name.words) < view.lexicon.view(_limits)[0]:
        return
    same = known.names.get(name.words)
    other = same or known.near(name.words, view.lexicon)
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


def _traits(words: Words) -> tuple[object, ...]:
    return len(words), words[:1], ("", *words[-1:])


@remembered
def _one(one: Words, other: Words, lexicon: Lexicon) -> bool:
    """Whether two names are one in two wordings; names that differ in a figure are two."""
    short, long = sorted((one, other), key=len)
    if len(long) - len(short) > MORE:
        return False
    return (_near(short, long, lexicon) or _within(short, long, lexicon)) and _figures(one) == _figures(other)


def _near(short: Words, long: Words, lexicon: Lexicon) -> bool:
    """Whether two names differ in a few letters of one or two words, or one begins or ends the other."""
    if len(short) == len(long):
        if sum(map(str.__ne__, short, long)) > APART:
            return False
        from rapidfuzz import fuzz

        return bool(fuzz.ratio(" ".join(short), " ".join(long), score_cutoff=lexicon.view(_limits)[1]))
    return len(short) >= WHOLE and short in {long[: len(short)], long[-len(short) :]}


def _within(short: Words, long: Words, lexicon: Lexicon) -> bool:
    """Whether one name is the other with words put in that make no other thing of it."""
    if len(short) < INSIDE or len(short) == len(long) or short[0] != long[0] or short[-1] != long[-1]:
        return False
    return parted(short, long, lexicon)


def _limits(lexicon: Lexicon) -> tuple[int, int]:
    """How many words a name has at least, and how near two of them must be."""
    words, near = (int(str(lexicon.at("names", limit))) for limit in ("words", "near"))
    return words, near


def _figures(words: Words) -> list[str]:
    return [word for word in words if any(map(str.isdigit, word)) or word in FIGURES]


def _marks(text: str) -> list[str]:
    """The marks between the words, dashes of every length being one."""
    return re.findall(r"[^\w\s]", re.sub(r"[–—‑]", "-", text.strip(" .,;:*")))


def _said(text: str) -> list[bool]:
    """Which of the words are written in figures."""
    return [word.isdecimal() for word in re.findall(r"\w+", text)]


def names_in(file: Written, view: View) -> tuple[Name, ...]:
    """What stands in quotation marks in *file*, in order."""
    return view.once(_names, file)


def _names(file: Written, view: View) -> tuple[Name, ...]:
    passages = holding(file, view, *MARKS)
    return tuple(Name(passage, *found) for passage in passages for found in _quoted(passage.text, view.lexicon))


@remembered
def _quoted(text: str, lexicon: Lexicon) -> tuple[tuple[int, int, str, Words], ...]:
    """What stands in quotation marks in *text*: from where to where, as it is shown and as it is compared."""
    found = ((*match.span(1), " ".join(match[1].split())) for match in _QUOTED.finditer(text))
    return tuple((start, end, name, spelt(name, lexicon)) for start, end, name in found)
