"""The times in a sentence that say when something is done."""

import re
from collections.abc import Iterator

from kehoach.importing.planning.work import Work
from kehoach.phrases import period
from kehoach.phrases.period import Grain, Period
from kehoach.records import dataclass

NEAR = 40
DATED = frozenset({Grain.DAY, Grain.WEEK, Grain.MONTH, Grain.QUARTER})
_ANNIVERSARY = re.compile(r"\d{1,2}/\d{1,2}/(\d{4})\s*[-–—]\s*(\d{1,2}/\d{1,2}/(\d{4}))")


@dataclass(frozen=True, slots=True)
class Time:
    """A time and where it stands in its sentence."""

    start: int
    end: int
    period: Period


def dates(text: str, work: Work) -> tuple[Time, ...]:
    """The days, weeks, months and quarters in *text*, about the plan's year; else the day of an anniversary."""
    found = period.find(text, work.year, work.lexicon)
    told = tuple(Time(one.start, one.end, one.period) for one in found if _dated(one, text, work))
    return told or tuple(_anniversaries(text, work))


def limits(text: str, work: Work) -> tuple[Time, ...]:
    """The times in *text* by which or before which something must be done."""
    found = period.find(text, work.year, work.lexicon)
    return tuple(Time(one.start, one.end, one.period) for one in found if one.period.bound)


def _dated(found: period.Found, text: str, work: Work) -> bool:
    one = found.period
    near = work.year - 1 <= one.first.year <= work.year + 1
    sure = not found.unsure or (one.grain is Grain.DAY and _of_occasion(text[: found.start], work))
    return sure and one.recurrence is None and near and (one.grain in DATED or one.lunar)


def _of_occasion(before: str, work: Work) -> bool:
    """Whether a day with a name stands right *before* a date: *Tết thiếu nhi 01/6*."""
    return bool(work.words.occasion.search(before[-NEAR:]))


def _anniversaries(text: str, work: Work) -> Iterator[Time]:
    for match in _ANNIVERSARY.finditer(text):
        means = period.parse(match[2], work.year, work.lexicon)
        if means and int(match[3]) == work.year and int(match[1]) < work.year:
            yield Time(match.start(2), match.end(2), means)
