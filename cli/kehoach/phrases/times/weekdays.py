"""Days of one year in another: the same day of the calendar, or the nearest one of the same weekday."""

import calendar
from datetime import date, timedelta

Stretch = tuple[date, date]
WEEK = timedelta(7)


def same_day(day: date, years: int) -> date:
    """The same day of the year, *years* later; the last of February for the 29th."""
    year = day.year + years
    return day.replace(year=year, day=min(day.day, calendar.monthrange(year, day.month)[1]))


def same_weekday(stretch: Stretch, years: int) -> Stretch:
    """The nearest stretch *years* later that begins on the same weekday, in the same months if there is one."""
    first, last = stretch
    same = same_day(first, years)
    off = (first.weekday() - same.weekday() + 3) % 7 - 3
    near = same + timedelta(off)
    tries = sorted((near, near - WEEK, near + WEEK), key=lambda day: abs(day - same))
    fitting = (day for day in tries if _months(day, day + (last - first)) == _months(first, last))
    begin = next(fitting, near)
    return begin, begin + (last - first)


def _months(first: date, last: date) -> tuple[int, int]:
    return first.month, last.month
