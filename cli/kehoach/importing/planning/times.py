"""The times in a sentence that say when something is done."""

from collections.abc import Iterator, Sequence

from kehoach.importing.planning.work import Work
from kehoach.patterns import compiled
from kehoach.phrases import period
from kehoach.phrases.period import Grain, Period
from kehoach.records import dataclass

NEAR = 40
DATED = frozenset({Grain.DAY, Grain.WEEK, Grain.MONTH, Grain.QUARTER})
_ANNIVERSARY = compiled(r"\d{1,2}/\d{1,2}/(\d{4})\s*[-–—]\s*(\d{1,2}/\d{1,2}/(\d{4}))")


@dataclass(frozen=True, slots=True)
class Time:
    """A time and where it stands in its sentence."""

    start: int
    end: int
    period: Period


def dates(text: str, work: Work) -> tuple[Time, ...]:
    """The days, weeks, months and quarters in *text*, about the plan's year.

    Where it has none: the day of an anniversary, else the named time or season that the sentence holds, or the
    school year that it closes.
    """
    found = period.find(text, work.year, work.lexicon)
    told = tuple(Time(one.start, one.end, one.period) for one in found if _dated(one, text, work))
    return told or tuple(_anniversaries(text, work)) or tuple(_named(found, text, work))


def limits(text: str, work: Work) -> tuple[Time, ...]:
    """The times in *text* by which or before which something must be done, or how often a report is sent."""
    found = period.find(text, work.year, work.lexicon)
    repeated = work.words.deadline.match(text)
    wanted = (one for one in found if one.period.bound or (repeated and one.period.recurrence and not one.unsure))
    return tuple(Time(one.start, one.end, one.period) for one in wanted)


def _dated(found: period.Found, text: str, work: Work) -> bool:
    one = found.period
    near = work.year - 1 <= one.first.year <= work.year + 1
    sure = not found.unsure or (one.grain is Grain.DAY and _of_occasion(text[: found.start], work))
    return sure and one.recurrence is None and near and (one.grain in DATED or one.lunar)


def _of_occasion(before: str, work: Work) -> bool:
    """Whether a day with a name stands right *before* a date: *Tết thiếu nhi 01/6*."""
    return bool(work.words.occasion.search(before[-NEAR:]))


def _named(found: Sequence[period.Found], text: str, work: Work) -> Iterator[Time]:
    """The named times and seasons that *text* begins to hold (*Ra quân Tháng Thanh niên*), and school years closed."""
    led = False
    for one in found:
        means, before = one.period, text[: one.start]
        if means.grain is Grain.SCHOOL_YEAR:
            wanted = means.last.year == work.year and bool(work.words.closes.search(before))
        else:
            led = led or bool(work.words.holds.match(before))
            told = means.grain is Grain.NAMED or (means.grain is Grain.SEASON and any(map(str.isdigit, means.written)))
            wanted = told and led and work.year - 1 <= means.first.year <= work.year
        if wanted:
            yield Time(one.start, one.end, means)


def _anniversaries(text: str, work: Work) -> Iterator[Time]:
    for match in _ANNIVERSARY.finditer(text):
        means = period.parse(match[2], work.year, work.lexicon)
        if means and int(match[3]) == work.year and int(match[1]) < work.year:
            yield Time(match.start(2), match.end(2), means)
