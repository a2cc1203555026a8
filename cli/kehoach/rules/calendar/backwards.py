"""Spans of days that end before they begin."""

import re
from collections.abc import Iterator

from kehoach.findings import Fault
from kehoach.patterns import compiled
from kehoach.phrases.choices import DASH
from kehoach.phrases.remembering import remembered
from kehoach.rules.holding import holding
from kehoach.rules.registry import WARNING, Grain, rule
from kehoach.rules.view import View
from kehoach.written import Written

LATE, EARLY, HALF = 10, 3, 15
_BETWEEN = r"(?:\s?/\s?|\s+{}\s+)"
_DAY = (
    rf"(?:ngày\s+)?(?P<d{{0}}>\d{{{{1,2}}}}){_BETWEEN.format('tháng')}(?P<m{{0}}>\d{{{{1,2}}}})"
    rf"(?:{_BETWEEN.format('năm')}(?P<y{{0}}>20\d\d))?"
)
_SPAN = compiled(
    rf"(?:\btừ\s+{_DAY.format(1)}\s*(?:(?:đến|tới)(?:\s+hết)?|{DASH})\s*{_DAY.format(2)})(?![\w/])", re.IGNORECASE
)


_SHORT = compiled(
    rf"\bngày\s+(?P<first>\d{{1,2}})\s*(?:{DASH}|đến|đến ngày)\s*(?P<last>\d{{1,2}})\s?/\s?\d{{1,2}}(?![\w-])",
    re.IGNORECASE,
)


@rule("CAL122", Grain.WRITTEN, WARNING)
def span_forwards(file: Written, view: View) -> Iterator[Fault]:
    """The second day of a span is not before the first.

    A span that writes no years may lead from the end of one into the next: *từ 25/12 đến 05/01*.
    """
    for passage in holding(file, view, "/", "tháng"):
        for match in _spans(passage.text):
            if _within_month(match) if match.re is _SHORT else _backwards(match):
                arguments = {"written": " ".join(match.group().split())}
                yield Fault("CAL122", passage.place(*match.span()), passage.pointer, arguments)


@remembered
def _spans(text: str) -> tuple[re.Match[str], ...]:
    """The spans of days that *text* names."""
    return (*_SPAN.finditer(text), *_SHORT.finditer(text))


def _within_month(match: re.Match[str]) -> bool:
    """Whether a span of days of one month runs backwards; *28 - 02/3* leads from one month into the next."""
    return 0 < int(match["first"]) - int(match["last"]) <= HALF


def _backwards(match: re.Match[str]) -> bool:
    first, last = ((int(match[f"m{n}"]), int(match[f"d{n}"])) for n in (1, 2))
    if match["y1"] and match["y2"] and match["y1"] != match["y2"]:
        return match["y2"] < match["y1"]
    if not match["y1"] and first[0] >= LATE and last[0] <= EARLY:
        return False
    return last < first
