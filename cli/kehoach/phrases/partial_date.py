"""Dates whose day or month may still be open (``26/3/2023``, ``/01/2023``, ``//2023``)."""

import calendar
import re
from datetime import date

from kehoach.patterns import compiled
from kehoach.phrases.remembering import remembered
from kehoach.records import dataclass, field


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A date of which the day, or the day and the month, may be a gap (None)."""

    written: str = field(compare=False)
    day: int | None
    month: int | None
    year: int

    @property
    def complete(self) -> bool:
        """Whether day and month are both given."""
        return self.day is not None and self.month is not None

    def first(self) -> date:
        """The first day that this can be."""
        return date(self.year, self.month or 1, self.day or 1)

    def last(self) -> date:
        """The last day that this can be."""
        month = self.month or 12
        return date(self.year, month, self.day or calendar.monthrange(self.year, month)[1])


@dataclass(frozen=True, slots=True)
class DateForm:
    """How dates are written: the *pattern*, below which figures a zero is put in front, and the gap.

    The figures are those of a standard of official documents and come from its data.
    """

    pattern: str = "{day}/{month}/{year}"
    day_zero_below: int = 0
    month_zero_below: int = 0
    gap: str = ""


SLASHED = DateForm()

_FORMS = (
    compiled(r"\s*(?P<day>\d{1,2})?\s*/\s*(?P<month>\d{1,2})?\s*/\s*(?P<year>\d{4})\s*"),
    compiled(
        r"\s*(?:ngày\s+(?P<day>\d{1,2})?\s*)?tháng\s+(?P<month>\d{1,2})?\s*năm\s+(?P<year>\d{4})\s*", re.IGNORECASE
    ),
)


@remembered
def parse(text: str) -> PartialDate | None:
    """The date that *text* writes, or None where it writes none or one that does not exist."""
    parts = _parts(text)
    if parts is None or not _exists(*parts):
        return None
    day, month, year = parts
    return PartialDate(text, day, month, year)


def canonical(value: PartialDate, form: DateForm = SLASHED) -> str:
    """The date in *form*, its gaps left open."""
    return form.pattern.format(
        day=_padded(value.day, form.day_zero_below, form.gap),
        month=_padded(value.month, form.month_zero_below, form.gap),
        year=f"{value.year:04}",
    )


def slashed(day: date) -> str:
    """*day* in figures without zeros in front (``26/3/2023``)."""
    return f"{day.day}/{day.month}/{day.year}"


def _parts(text: str) -> tuple[int | None, int | None, int] | None:
    match = next((m for m in (form.fullmatch(text) for form in _FORMS) if m), None)
    if match is None:
        return None
    day, month, year = (int(part) if part else None for part in match.group("day", "month", "year"))
    return day, month, year or 0


def _exists(day: int | None, month: int | None, year: int) -> bool:
    if year < 1 or month not in (None, *range(1, 13)):
        return False
    return day is None or (month is not None and 1 <= day <= calendar.monthrange(year, month)[1])


def _padded(figure: int | None, zero_below: int, gap: str) -> str:
    if figure is None:
        return gap
    return f"{figure:02}" if figure < zero_below else str(figure)
