"""The times that a plan writes, wherever they stand."""

import re
from collections.abc import Iterator, Set

from kehoach.patterns import caseless, compiled, small
from kehoach.phrases import period
from kehoach.phrases.choices import any_word, choice
from kehoach.phrases.lexicon import Lexicon
from kehoach.phrases.period import Period
from kehoach.phrases.remembering import remembered
from kehoach.phrases.times.plain import plain
from kehoach.places import Place
from kehoach.records import dataclass
from kehoach.rules.holding import holding
from kehoach.rules.passages import Passage, passages, sentences
from kehoach.rules.view import View
from kehoach.written import Written

TIMES = frozenset({"when", "due"})
_YEARS = compiled(r"(?<!\d)(?:19|20)\d\d(?!\d)")


@dataclass(frozen=True, slots=True)
class Dated:
    """A time in a passage, from code point *start* to *end*; *unsure* where its words may belong to a name."""

    passage: Passage
    start: int
    end: int
    period: Period
    unsure: bool = False

    @property
    def place(self) -> Place:
        """Where the time is written."""
        return self.passage.place(self.start, self.end)

    @property
    def words(self) -> str:
        """The time as it is written."""
        return self.passage.text[self.start : self.end]

    @property
    def explicit(self) -> bool:
        """Whether its year is written."""
        return str(self.period.last.year) in self.words

    @property
    def before(self) -> str:
        """What stands before it in its passage."""
        return self.passage.text[: self.start]


def traces(lexicon: Lexicon) -> tuple[str, ...]:
    """Of what every passage that names a time holds something, in small letters; a view of the lexicon."""
    month, quarter = (small(str(lexicon.at("periods", "written", name))) for name in ("month", "quarter"))
    terms = (word for name in ("term", "school_year") for word in lexicon.words("periods", "units", name))
    return "/", month, quarter, *map(small, terms)


def dated(file: Written, view: View) -> tuple[Dated, ...]:
    """Every time of *file*, in its order: those of ``when`` and ``due``, and those that only its sentences say."""
    return view.once(_dated, file)


def _dated(file: Written, view: View) -> tuple[Dated, ...]:
    year = file.year
    if not year:
        return ()
    told = {p.whole for p in passages(file, view) if p.key in TIMES}
    telling = set(map(id, holding(file, view, *view.lexicon.view(traces))))
    asked = (p for p in passages(file, view) if p.key in TIMES or id(p) in telling)
    found = ((_whole if p.key in TIMES else _within)(p, year, view) for p in asked)
    lines = {place.line for place in told}
    return tuple(t for times in found for t in times if t.passage.key in TIMES or not _among(t, told, lines))


def _among(time: Dated, told: Set[Place], lines: Set[int]) -> bool:
    """Whether *time* stands where one of *told* does, which begin on *lines*."""
    around = time.passage.scalar.place
    return not lines.isdisjoint(range(around.line, around.end_line + 1)) and time.place in told


def _whole(passage: Passage, year: int, view: View) -> Iterator[Dated]:
    read = period.parse(passage.text, year, view.lexicon)
    if read:
        yield Dated(passage, 0, len(passage.text), read)


def _within(passage: Passage, year: int, view: View) -> Iterator[Dated]:
    for start, found in _told(passage.text, year, view.lexicon) if passage.worded else ():
        yield Dated(passage, start + found.start, start + found.end, found.period, found.unsure)


@remembered
def _told(text: str, year: int, lexicon: Lexicon) -> tuple[tuple[int, period.Found], ...]:
    """The times that the sentences of *text* tell, each with where its sentence begins."""
    tells = lexicon.view(_telling)
    if not tells.search(small(text)):
        return ()
    telling = (one for one in sentences(text) if tells.search(small(one[1])))
    return tuple((start, found) for start, sentence in telling for found in period.find(sentence, year, lexicon))


def named_years(passage: Passage, lexicon: Lexicon) -> frozenset[int]:
    """The years that the titles above a passage, or its first words, say that it tells of."""
    begun = lexicon.view(_begun).match(passage.text)
    return frozenset(
        int(year) for text in (*passage.titles, begun[0] if begun else "") for year in _YEARS.findall(text)
    )


def says(text: str, view: View, *path: str) -> bool:
    """Whether *text* has any of the words at *path* of the lexicon."""
    return bool(any_word(view.lexicon.words(*path)).search(text))


def _telling(lexicon: Lexicon) -> re.Pattern[str]:
    """What of a sentence tells a time."""
    said, school = lexicon.view(plain), choice(lexicon.words("periods", "units", "school_year"))
    return caseless(rf"\d\s*/\s*\d|{said.month}\s+\d|{said.quarter}\s+[IV\d]|{school}\s+\d")


def _begun(lexicon: Lexicon) -> re.Pattern[str]:
    """A year that a text begins with."""
    said = lexicon.view(plain)
    return compiled(rf"\W*(?:{said.within}\s+)?{said.year}\s+(?:19|20)\d\d\b", re.IGNORECASE)
