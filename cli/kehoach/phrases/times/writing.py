"""Periods put into words: the canonical ones, and those of a part of a period."""

from collections.abc import Iterator
from datetime import date

from kehoach.phrases.lexicon import Lexicon
from kehoach.phrases.times import spans
from kehoach.phrases.times.when import Bound, Grain, Period
from kehoach.phrases.times.written import written_time
from kehoach.records import replace


def canonical(period: Period, lexicon: Lexicon) -> str:
    """The period in its usual words, with its year; they read back as the same period."""
    return " ".join((*_front(period, lexicon), *_middle(period, lexicon)))


def restricted(period: Period, first: date, last: date, lexicon: Lexicon) -> Period | None:
    """What of *period* lies from *first* to *last*: itself if all of it does, None if nothing.

    A part is put into canonical words; a stretch that is cut is told in months or days.
    """
    parts = (spans.cut(stretch, first, last) for stretch in period.days)
    days = spans.in_order(part for part in parts if part)
    if not days or days == period.days:
        return period if days else None
    part = replace(period, days=days)
    if not set(days) <= set(period.days):
        part = _told_anew(part)
    return replace(part, written=canonical(part, lexicon))


def _told_anew(period: Period) -> Period:
    months = period.grain is not Grain.DAY and all(map(spans.whole_months, period.days))
    grain = Grain.MONTH if months else Grain.DAY
    return replace(period, grain=grain, part="", name="", lunar=False, weekday=None)


def _front(period: Period, lexicon: Lexicon) -> Iterator[str]:
    """The words in front of the time; a weekday that recurs stands last among them."""
    if period.tentative:
        yield _said(lexicon, "tentative")
    if period.bound:
        by = "by" if period.grain is Grain.DAY else "by_the_end_of"
        yield _said(lexicon, "before" if period.bound is Bound.BEFORE else by)
    if period.hour:
        yield f"{period.hour.hour:02}{_said(lexicon, 'hour')}{period.hour.minute:02}"
    if period.part_of_day:
        yield lexicon.words("periods", "parts_of_day", period.part_of_day)[0]
    if period.weekday is not None:
        yield f"{_weekday(lexicon, period.weekday)},"
    if period.recurrence and period.recurrence.weekday is not None:
        yield _weekday(lexicon, period.recurrence.weekday)


def _middle(period: Period, lexicon: Lexicon) -> Iterator[str]:
    time, recurrence = written_time(period, lexicon), period.recurrence
    if recurrence is None:
        yield time
        return
    rhythm = lexicon.words("periods", "recurrences", recurrence.every.value)[0]
    if recurrence.every is Grain.YEAR:
        yield from (time, rhythm)
        return
    if recurrence.day is not None:
        yield f"{_said(lexicon, 'day')} {recurrence.day}"
    yield from (rhythm, _said(lexicon, "within"), time)


def _weekday(lexicon: Lexicon, weekday: int) -> str:
    return lexicon.words("periods", "weekdays", str(weekday))[0]


def _said(lexicon: Lexicon, name: str) -> str:
    return str(lexicon.at("periods", "written", name))
