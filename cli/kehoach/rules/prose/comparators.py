"""Comparators that contradict what they stand with."""

import re
from collections.abc import Iterable, Iterator

from kehoach.findings import Fault
from kehoach.patterns import compiled, small
from kehoach.phrases.lexicon import Lexicon
from kehoach.phrases.remembering import remembered
from kehoach.records import dataclass
from kehoach.rules.prose.prose import prose
from kehoach.rules.registry import WARNING, Grain, rule
from kehoach.rules.view import View
from kehoach.written import Written

_NUMBER = r"\**\d[\d.,]*\**"
_COUNT = compiled(r" \**\d")
_RANGE = compiled(r"[0-9][\d.,]*\** ?[-–] ?\**\d[\d.,]*")
REACH = 60
ABOUT = "about"


@dataclass(frozen=True, slots=True)
class Bounds:
    """The words that set a bound behind a number, and what stands before them or before a range when that has one.

    *words* are the bounds before a number, *doubled* are two of them. By *compared* something is held against another,
    so that a bound may follow: *thấp hơn tối đa 10 tuổi*.
    """

    words: tuple[str, ...]
    compared: tuple[str, ...]
    after: tuple[str, ...]
    doubled: re.Pattern[str]
    twice: re.Pattern[str]
    before: re.Pattern[str]
    no_range: re.Pattern[str]


@rule("TXT501", Grain.WRITTEN, WARNING)
def comparator_agrees(file: Written, view: View) -> Iterator[Fault]:
    """One bound is said once and of one number: not *ít nhất 65% trở lên*, *ít nhất trên 65%* or *trên 1-2 đợt*.

    *Trở lên* behind a grade (*hoàn thành tốt nhiệm vụ trở lên*) is no second bound.
    """
    told = prose(file, view)
    for begin, (start, end) in told.worded(_contradicted, view.lexicon):
        yield told.fault("TXT501", begin + start, begin + end, text=told.text[begin + start : begin + end])


@remembered
def _contradicted(line: str, lexicon: Lexicon) -> tuple[tuple[int, int], ...]:
    """Where a bound of *line* does not go with what it stands at."""
    if not _COUNT.search(line):
        return ()
    bounds = lexicon.view(_bounds)
    return tuple(sorted((*_doubled(line, bounds), *_twice(line, bounds), *_of_range(line, bounds))))


def _doubled(text: str, bounds: Bounds) -> Iterator[tuple[int, int]]:
    """Where two bounds stand before a number; only a line in which any stands before one is looked through."""
    low, ends = small(text), (number.start() for number in _COUNT.finditer(text))
    if any(low.endswith(bounds.words, 0, end) for end in ends):
        found = (match for match in bounds.doubled.finditer(text) if not match[0].lower().startswith(bounds.compared))
        yield from (match.span() for match in found)


def _twice(text: str, bounds: Bounds) -> Iterator[tuple[int, int]]:
    """Where a bound stands before a number and another behind it."""
    for word in bounds.after:
        at = text.find(word)
        while at >= 0:
            if match := bounds.twice.search(text, max(at - REACH, 0), at):
                yield match.start(), at + len(word)
            at = text.find(word, at + 1)


def _of_range(text: str, bounds: Bounds) -> Iterator[tuple[int, int]]:
    """Where a bound stands before a range."""
    for found in _RANGE.finditer(text):
        match = bounds.before.search(text, max(found.start() - REACH, 0), found.start())
        if match and not bounds.no_range.match(text, found.end()):
            yield match.start(), found.end()


def _bounds(lexicon: Lexicon) -> Bounds:
    before = lexicon.table("quantities", "comparators", "before")
    bounds = [word for name, words in before.items() if name != ABOUT for word in _listed(words)]
    words = _any(bounds)
    after = lexicon.table("quantities", "comparators", "after").values()
    fillers = _any(lexicon.words("prose", "comparators", "between"))
    grades = _any(lexicon.words("prose", "comparators", "not_counted"))
    dates = _any(lexicon.words("prose", "comparators", "not_ranges"))
    start = rf"(?i:\b(?:{words})(?: (?:{fillers}))*) "
    return Bounds(
        tuple(word.lower() for word in bounds),
        tuple(lexicon.words("prose", "comparators", "compared")),
        tuple(word for words in after for word in _listed(words)),
        compiled(rf"(?i:\b(?:{words})(?: (?:{fillers}))* (?:{words})) {_NUMBER} ?%?"),
        compiled(rf"{start}{_NUMBER} ?%?(?: (?!(?:{grades})\b)[^\W\d_]+){{0,4}} \Z"),
        compiled(rf"{start}\**\Z"),
        compiled(rf"[\d/]| ?(?:{dates})\b"),
    )


def _listed(words: object) -> tuple[str, ...]:
    return tuple(map(str, words)) if isinstance(words, tuple) else (str(words),)


def _any(words: Iterable[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
