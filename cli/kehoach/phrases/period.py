"""When something is to be done: days, weeks, months, quarters, recurring or named times."""

from dataclasses import dataclass, field
from datetime import date, time
from enum import StrEnum

from kehoach.phrases.lexicon import Lexicon


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
    """How the end of a period binds: ``by`` includes its last day, ``before`` excludes its first."""

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

    *days* holds each stretch of days, in order, *first* and *last* being its two ends; one stretch is
    usual, several stand for ``các ngày 19/3, 28/5``. A bound period holds the days that it names, not
    the time until then. A recurring one holds the days within which it recurs.
    """

    written: str = field(compare=False)
    days: tuple[tuple[date, date], ...]
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
        return self.days[-1][1]


@dataclass(frozen=True, slots=True)
class Found:
    """A period inside a sentence; *unsure* where the words may be part of a name instead of a time."""

    start: int
    end: int
    period: Period
    unsure: bool = False


def parse(text: str, year: int, lexicon: Lexicon) -> Period | None:
    """The period that the whole of *text* writes, a missing year being *year*; None where it writes none."""
    return None


def find(text: str, year: int, lexicon: Lexicon) -> tuple[Found, ...]:
    """Every period inside the sentence *text*, in order."""
    return ()
