"""Days and spans that are written as times are, and that no calendar has."""

import re
from calendar import monthrange
from collections.abc import Iterator

from kehoach.patterns import compiled
from kehoach.phrases.choices import DASH
from kehoach.phrases.remembering import remembered

LAST = 31
LATE, EARLY, HALF = 10, 3, 15
_DAY = compiled(
    r"(?<![\w/.,-])(?P<day>\d{1,2})\s?/\s?(?P<month>\d{1,2})\s?/\s?(?P<year>(?:19|20)\d\d)(?![\w/-])"
    r"|\bngày\s+(?P<day2>\d{1,2})(?:\s?/\s?|\s+tháng\s+)(?P<month2>\d{1,2})"
    r"(?:(?:\s?/\s?|\s+năm\s+)(?P<year2>(?:19|20)\d\d))?(?![\w/%-])(?!\s*%)",
    re.IGNORECASE,
)
_BETWEEN = r"(?:\s?/\s?|\s+{}\s+)"
_END = (
    rf"(?:ngày\s+)?(?P<d{{0}}>\d{{{{1,2}}}}){_BETWEEN.format('tháng')}(?P<m{{0}}>\d{{{{1,2}}}})"
    rf"(?:{_BETWEEN.format('năm')}(?P<y{{0}}>20\d\d))?"
)
_SPAN = compiled(
    rf"(?:(?:\btừ\s+|\()\s*{_END.format(1)}\s*(?:(?:đến|tới)(?:\s+hết)?|{DASH})\s*{_END.format(2)})(?![\w/])",
    re.IGNORECASE,
)
_SHORT = compiled(
    rf"\bngày\s+(?P<first>\d{{1,2}})\s*(?:{DASH}|đến|đến ngày)\s*(?P<last>\d{{1,2}})\s?/\s?\d{{1,2}}(?![\w-])",
    re.IGNORECASE,
)


_YEARS = compiled(
    rf"\b(?:giai đoạn|nhiệm kỳ|năm học)\s+(?P<first>20\d\d)\s*{DASH}\s*(?P<last>20\d\d)(?!\d)", re.IGNORECASE
)


_MONTHS = compiled(
    r"\btừ\s+tháng\s+(?P<m1>\d{1,2})\s?(?:/|năm\s+)(?P<y1>20\d\d)\s+(?:đến|tới)(?:\s+hết)?\s+tháng\s+(?P<m2>\d{1,2})"
    r"\s?(?:/|năm\s+)(?P<y2>20\d\d)(?!\d)",
    re.IGNORECASE,
)


@remembered
def impossible_days(text: str, year: int) -> tuple[re.Match[str], ...]:
    """The days that *text* names and the calendar lacks; a missing year is *year*, 0 where that is not known."""
    return tuple(match for match in _DAY.finditer(text) if not _exists(match, year))


_MONTH = compiled(
    r"\b(?:tháng\s+(?:0{1,2}|1[3-9]|[2-9]\d)|quý\s+(?:0|[5-9]|VI{0,3}))\s?(?:/|năm\s+)\s?20\d\d(?!\d)", re.IGNORECASE
)


@remembered
def impossible_months(text: str) -> tuple[re.Match[str], ...]:
    """The months and quarters that *text* names with their year and that no year has."""
    return tuple(_MONTH.finditer(text))


def _exists(match: re.Match[str], year: int) -> bool:
    day, month = int(match["day"] or match["day2"]), int(match["month"] or match["month2"])
    written = match["year"] or match["year2"]
    if day > LAST and not match["year2"]:
        return True
    return 1 <= month <= 12 and 1 <= day <= monthrange(int(written) if written else year or 2000, month)[1]


@remembered
def backward_spans(text: str) -> tuple[re.Match[str], ...]:
    """The spans of days and years that *text* names and that end before they begin.

    A span that writes no years may lead from the end of one into the next: *từ 25/12 đến 05/01*.
    """
    return tuple(_backwards(text))


def _backwards(text: str) -> Iterator[re.Match[str]]:
    yield from (match for match in _SPAN.finditer(text) if _runs_back(match))
    yield from (match for match in _SHORT.finditer(text) if _within_month(match))
    yield from (match for match in _MONTHS.finditer(text) if _month(match, 2) < _month(match, 1))
    yield from (match for match in _YEARS.finditer(text) if match["last"] < match["first"])


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
