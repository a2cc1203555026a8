"""Days and spans that are written as times are, and that no calendar has."""

import re
from calendar import monthrange
from collections.abc import Iterator

from kehoach.patterns import any_case, caseless, small
from kehoach.phrases.choices import DASH, YEAR
from kehoach.phrases.lexicon import Lexicon
from kehoach.phrases.remembering import remembered
from kehoach.phrases.times.plain import Plain, plain
from kehoach.records import dataclass

CENTURY = "20"
LAST = 31
LATE, EARLY, HALF = 10, 3, 15


@dataclass(frozen=True, slots=True, eq=False)
class _Patterns:
    """Days; months and quarters of no year; spans of days, of days in one month, of months, of years.

    In small letters *dated* stands in every day, *until* in every span.
    """

    dated: re.Pattern[str]
    until: re.Pattern[str]
    day: re.Pattern[str]
    month: re.Pattern[str]
    span: re.Pattern[str]
    short: re.Pattern[str]
    months: re.Pattern[str]
    years: re.Pattern[str]


@remembered
def impossible_days(text: str, year: int, lexicon: Lexicon) -> tuple[re.Match[str], ...]:
    """The days that *text* names and the calendar lacks; a missing year is *year*, 0 where that is not known."""
    known = lexicon.view(_patterns)
    days = known.day.finditer(text) if known.dated.search(small(text)) else ()
    return tuple(match for match in days if not _exists(match, year))


@remembered
def impossible_months(text: str, lexicon: Lexicon) -> tuple[re.Match[str], ...]:
    """The months and quarters that *text* names with their year and that no year has."""
    return tuple(lexicon.view(_patterns).month.finditer(text)) if CENTURY in text else ()


def _exists(match: re.Match[str], year: int) -> bool:
    day, month = int(match["day"] or match["day2"]), int(match["month"] or match["month2"])
    written = match["year"] or match["year2"]
    if day > LAST and not match["year2"]:
        return True
    return 1 <= month <= 12 and 1 <= day <= monthrange(int(written) if written else year or 2000, month)[1]


@remembered
def backward_spans(text: str, lexicon: Lexicon) -> tuple[re.Match[str], ...]:
    """The spans of days and years that *text* names and that end before they begin.

    A span that writes no years may lead from the end of one into the next: *từ 25/12 đến 05/01*.
    """
    known = lexicon.view(_patterns)
    return tuple(_backwards(text, known)) if known.until.search(small(text)) else ()


def _backwards(text: str, known: _Patterns) -> Iterator[re.Match[str]]:
    yield from (match for match in known.span.finditer(text) if _runs_back(match))
    yield from (match for match in known.short.finditer(text) if _within_month(match))
    yield from (match for match in known.months.finditer(text) if _month(match, 2) < _month(match, 1))
    yield from (match for match in known.years.finditer(text) if match["last"] < match["first"])


def _month(match: re.Match[str], number: int) -> tuple[int, int]:
    return int(match[f"y{number}"]), int(match[f"m{number}"])


def _within_month(match: re.Match[str]) -> bool:
    """Whether a span of days of one month runs backwards; *28 - 02/3* leads from one month into the next."""
    return 0 < int(match["first"]) - int(match["last"]) <= HALF


def _runs_back(match: re.Match[str]) -> bool:
    first, last = ((int(match[f"m{n}"]), int(match[f"d{n}"])) for n in (1, 2))
    if match["y1"] and match["y2"] and match["y1"] != match["y2"]:
        return match["y2"] < match["y1"]
    if not match["y1"] and first[0] >= LATE and last[0] <= EARLY:
        return False
    return last < first


def _patterns(lexicon: Lexicon) -> _Patterns:
    said = lexicon.view(plain)
    until = rf"(?:{said.until}|{DASH})"
    month, last = _month_of_year(said, 1), _month_of_year(said, 2)
    return _Patterns(
        dated=caseless(rf"\d(?:\s?/\s?|\s+{said.month}\s+)\d"),
        until=caseless(rf"\d\s*{until}"),
        day=any_case(
            rf"(?<![\w/.,-])(?P<day>\d{{1,2}})\s?/\s?(?P<month>\d{{1,2}})\s?/\s?(?P<year>{YEAR})(?![\w/-])"
            rf"|\b{said.day}\s+(?P<day2>\d{{1,2}})(?:\s?/\s?|\s+{said.month}\s+)(?P<month2>\d{{1,2}})"
            rf"(?:(?:\s?/\s?|\s+{said.year}\s+)(?P<year2>{YEAR}))?(?![\w/%-])(?!\s*%)"
        ),
        month=any_case(
            rf"\b(?:{said.month}\s+(?:0{{1,2}}|1[3-9]|[2-9]\d)|{said.quarter}\s+(?:0|[5-9]|VI{{0,3}}))"
            rf"\s?(?:/|{said.year}\s+)\s?20\d\d(?!\d)"
        ),
        span=any_case(rf"(?:\b{said.since}\s+|\()\s*{_end(said, 1)}\s*{until}\s*{_end(said, 2)}(?![\w/])"),
        short=any_case(
            rf"\b{said.day}\s+(?P<first>\d{{1,2}})\s*{until}\s*(?:{said.day}\s*)?(?P<last>\d{{1,2}})\s?/\s?\d{{1,2}}(?![\w-])"
        ),
        months=any_case(rf"\b{said.since}\s+{month}\s+{said.until}\s+{last}(?!\d)"),
        years=any_case(rf"\b{said.span}\s+(?P<first>20\d\d)\s*{DASH}\s*(?P<last>20\d\d)(?!\d)"),
    )


def _end(said: Plain, number: int) -> str:
    """One end of a span of days: its day and month, and its year where it writes one."""
    between = r"(?:\s?/\s?|\s+{}\s+)"
    month, year = between.format(said.month), between.format(said.year)
    day = rf"(?:{said.day}\s+)?(?P<d{number}>\d{{1,2}}){month}(?P<m{number}>\d{{1,2}})"
    return rf"{day}(?:{year}(?P<y{number}>20\d\d))?"


def _month_of_year(said: Plain, number: int) -> str:
    return rf"{said.month}\s+(?P<m{number}>\d{{1,2}})\s?(?:/|{said.year}\s+)(?P<y{number}>20\d\d)"
