"""The nouns of time: what a period is, however it was written."""

from datetime import date, time
from enum import StrEnum

from kehoach.records import dataclass, field

Stretch = tuple[date, date]


class Grain(StrEnum):
    """How finely a period is told."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    HALF = "half"
    YEAR = "year"
    SEASON = "season"
    SCHOOL_YEAR = "school_year"
    TERM = "term"
    NAMED = "named"


class Bound(StrEnum):
    """How a period limits: ``by`` counts its last day, ``before`` ends where it begins."""

    BY = "by"
    BEFORE = "before"


@dataclass(frozen=True, slots=True)
class Recurrence:
    """How often: *every* week, month, … and on which *weekday* (Monday is 0) or *day* of it."""

    every: Grain
    weekday: int | None = None
    day: int | None = None


@dataclass(frozen=True, slots=True)
class Period:
    """A time as an officer writes it; two periods are equal when they mean the same.

    *days* holds each stretch of days in order, both ends included: one as a rule, several for ``các
    ngày 19/3, 28/5``. A bound period holds the days that it names, not the time until then; a
    recurring one the days within which it recurs, which *grain* then tells. *part* is ``start``,
    ``middle`` or ``end`` (``cuối tháng 5``), *part_of_day* ``evening`` and the like, *weekday* the
    day of the week that is written beside a date, *name* the id of a named time.
    """

    written: str = field(compare=False)
    days: tuple[Stretch, ...]
    grain: Grain
    tentative: bool = False
    bound: Bound | None = None
    recurrence: Recurrence | None = None
    hour: time | None = None
    part_of_day: str = ""
    part: str = ""
    weekday: int | None = None
    lunar: bool = False
    name: str = ""

    @property
    def first(self) -> date:
        """The first day."""
        return self.days[0][0]

    @property
    def last(self) -> date:
        """The last day."""
        return max(last for _, last in self.days)


@dataclass(frozen=True, slots=True)
class Found:
    """A period inside a sentence; *unsure* where its words may as well belong to a name."""

    start: int
    end: int
    period: Period
    unsure: bool = False
