"""School years."""

import re
from collections.abc import Iterator

from kehoach.findings import Fault
from kehoach.patterns import compiled
from kehoach.phrases.choices import DASH, any_word, choice
from kehoach.phrases.lexicon import Lexicon
from kehoach.phrases.remembering import remembered
from kehoach.rules.calendar.span import Span, span
from kehoach.rules.holding import holding
from kehoach.rules.passages import Passage
from kehoach.rules.registry import WARNING, Grain, rule
from kehoach.rules.view import View
from kehoach.written import Written

STARTS, ENDS = 8, 6
NEAR = 45
CENTURY = "20"


@rule("CAL117", Grain.WRITTEN, WARNING)
def school_year_fits(file: Written, view: View) -> Iterator[Fault]:
    """A school year is one that runs in the time of the plan.

    A plan for March lies in the school year that began the autumn before. What looks back on an old school year or
    prepares a new one may name it, and no more than the last one is looked back on.
    """
    around = span(file, view)
    for passage in holding(file, view, CENTURY) if around else ():
        for match in _named(passage.text, view.lexicon):
            if around and not _fits(passage, match, around, view.lexicon):
                arguments = {"written": match.group(), "fitting": " / ".join(_fitting(around))}
                yield Fault("CAL117", passage.place(*match.span()), passage.pointer, arguments)


def _fits(passage: Passage, match: re.Match[str], around: Span, lexicon: Lexicon) -> bool:
    first, last = int(match["first"]), int(match["last"])
    if last != first + 1:
        return False
    if first < around.first.year and lexicon.view(_begins).search(passage.text, 0, match.start()):
        return False
    if f"{first} - {last}" in _fitting(around):
        return True
    before = passage.text[max(0, match.start() - NEAR) : match.start()]
    since = lexicon.words("calendar", "since")
    if last < int(_fitting(around)[0][:4]) and not before.rstrip().lower().endswith(since):
        return False
    sort = "school_year_past" if last <= around.first.year else "school_year_future"
    return bool(any_word(lexicon.words("calendar", sort)).search(before))


def _fitting(around: Span) -> tuple[str, ...]:
    """The school years that run in *around*; one begins in late summer and ends before the next."""
    year = around.first.year
    old = (f"{year - 1} - {year}",) if around.first.month <= ENDS else ()
    new = (f"{year} - {year + 1}",) if around.last.month >= STARTS else ()
    return (*old, *new) or (f"{year - 1} - {year}",)


@remembered
def _named(text: str, lexicon: Lexicon) -> tuple[re.Match[str], ...]:
    """The school years that *text* names."""
    return tuple(lexicon.view(_pattern).finditer(text))


def _begins(lexicon: Lexicon) -> re.Pattern[str]:
    """Words of a school year that is to begin, right before it."""
    return compiled(rf"(?<!\w){choice(lexicon.words('calendar', 'school_year_begins'))}\s+$", re.IGNORECASE)


def _pattern(lexicon: Lexicon) -> re.Pattern[str]:
    word = choice(lexicon.words("periods", "units", "school_year"))
    return compiled(rf"\b{word}\s+(?P<first>20\d\d)\s*(?:{DASH}|/)\s*(?P<last>20\d\d)(?!\d)", re.IGNORECASE)
