"""Days that the calendar does not have."""

import re
from calendar import monthrange
from collections.abc import Iterator

from kehoach.findings import Fault
from kehoach.patterns import compiled
from kehoach.phrases.remembering import remembered
from kehoach.rules.calendar.dated import year_of
from kehoach.rules.holding import holding
from kehoach.rules.passages import Passage
from kehoach.rules.registry import ERROR, Grain, rule
from kehoach.rules.view import View
from kehoach.written import Written

MARKS = ("/", "tháng")
LAST = 31
_DAY = compiled(
    r"(?<![\w/.,-])(?P<day>\d{1,2})\s?/\s?(?P<month>\d{1,2})\s?/\s?(?P<year>(?:19|20)\d\d)(?![\w/-])"
    r"|\bngày\s+(?P<day2>\d{1,2})(?:\s?/\s?|\s+tháng\s+)(?P<month2>\d{1,2})"
    r"(?:(?:\s?/\s?|\s+năm\s+)(?P<year2>(?:19|20)\d\d))?(?![\w/%-])(?!\s*%)",
    re.IGNORECASE,
)


@rule("CAL101", Grain.WRITTEN, ERROR)
def impossible_date(file: Written, view: View) -> Iterator[Fault]:
    """Every day that a plan names is in the calendar.

    Nobody can keep the 31st of April; the day or the month was mistyped. A 29th of February is held against its
    year, the plan's where it writes none.
    """
    year = year_of(file)
    for passage in holding(file, view, *MARKS):
        yield from _of(passage, year)


def _of(passage: Passage, year: int) -> Iterator[Fault]:
    for match in _days(passage.text):
        day, month = int(match["day"] or match["day2"]), int(match["month"] or match["month2"])
        written = match["year"] or match["year2"]
        if (day <= LAST or match["year2"]) and not _exists(day, month, int(written) if written else year or 2000):
            arguments = {"written": " ".join(match.group().split())}
            yield Fault("CAL101", passage.place(*match.span()), passage.pointer, arguments)


@remembered
def _days(text: str) -> tuple[re.Match[str], ...]:
    """The days that *text* names."""
    return tuple(_DAY.finditer(text))


def _exists(day: int, month: int, year: int) -> bool:
    return 1 <= month <= 12 and 1 <= day <= monthrange(year, month)[1]
