"""Stretches of days: months, quarters, years, and what they have in common with one another."""

import calendar
from collections.abc import Iterable
from datetime import date

from kehoach.phrases.times.when import Stretch


def days(year: int, month: int, first: int, last: int) -> Stretch | None:
    """Day *first* to day *last* of a month (0: its end; days after the end are cut off), None if there is none."""
    if not 1 <= month <= 12:
        return None
    length = calendar.monthrange(year, month)[1]
    last = min(last, length) if last else length
    return (date(year, month, first), date(year, month, last)) if 1 <= first <= last else None


def day(year: int, month: int, number: int) -> Stretch | None:
    """One day, None where the calendar has no such day."""
    if not 1 <= month <= 12 or not 1 <= number <= calendar.monthrange(year, month)[1]:
        return None
    return date(year, month, number), date(year, month, number)


def months(year: int, first: int, last: int) -> Stretch | None:
    """Month *first* to month *last* of a year, None where the year has no such months."""
    if not 1 <= first <= last <= 12:
        return None
    return date(year, first, 1), date(year, last, calendar.monthrange(year, last)[1])


def quarter(year: int, number: int) -> Stretch | None:
    """A quarter of a year, None where there is none."""
    return months(year, 3 * number - 2, 3 * number)


def whole_months(stretch: Stretch) -> bool:
    """Whether a stretch begins with the first and ends with the last day of a month."""
    first, last = stretch
    return first.day == 1 and last.day == calendar.monthrange(last.year, last.month)[1]


def in_order(stretches: Iterable[Stretch]) -> tuple[Stretch, ...]:
    """The stretches sorted, none of them twice."""
    return tuple(sorted(set(stretches)))


def cut(stretch: Stretch, first: date, last: date) -> Stretch | None:
    """What of a stretch lies between *first* and *last*, None where nothing does."""
    start, end = max(stretch[0], first), min(stretch[1], last)
    return (start, end) if start <= end else None


def year(number: int) -> Stretch:
    """A whole year."""
    return date(number, 1, 1), date(number, 12, 31)
