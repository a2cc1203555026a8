"""School years."""

import re
from collections import Counter
from collections.abc import Iterator

from kehoach.findings import Fault, Related
from kehoach.patterns import compiled, small
from kehoach.phrases.choices import DASH, any_word, choice
from kehoach.phrases.lexicon import Lexicon
from kehoach.phrases.remembering import remembered
from kehoach.rules.calendar.span import Span, school_years, span
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
    for passage in holding(file, view, *view.lexicon.view(_traces)) if around else ():
        for match in _named(passage.text, view.lexicon):
            if around and not _fits(passage, match, around, view.lexicon):
                arguments = {"written": match.group(), "fitting": " / ".join(_fitting(around))}
                yield Fault("CAL117", passage.place(*match.span()), passage.pointer, arguments)


@rule("CAL139", Grain.WRITTEN, WARNING)
def one_school_year(file: Written, view: View) -> Iterator[Fault]:
    """Subject, opening and closing say one school year.

    Another one in one of them was left over; where two say two, it is the one that does not begin in the plan's year.
    One that does not run in the plan's time at all is told by its own rule.
    """
    said, around = school_years(file, view), span(file, view)
    counts = Counter(match["first"] for _, match in said)
    usual = max(counts, key=lambda first: (counts[first], first == str(file.year)), default="")
    for passage, match in said:
        told_already = around and not _fits(passage, match, around, view.lexicon)
        if match["first"] != usual and not told_already:
            other = next((before, found) for before, found in said if found["first"] == usual)
            arguments = {"written": match.group(), "usual": other[1].group()}
            related = (Related(other[0].place(*other[1].span()), "named_here"),)
            yield Fault("CAL139", passage.place(*match.span()), passage.pointer, arguments, related)


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


def _traces(lexicon: Lexicon) -> tuple[str, ...]:
    """How every school year that is named begins."""
    return tuple(f"{small(word)} {CENTURY}" for word in lexicon.words("periods", "units", "school_year"))


def _begins(lexicon: Lexicon) -> re.Pattern[str]:
    """Words of a school year that is to begin, right before it."""
    return compiled(rf"(?<!\w){choice(lexicon.words('calendar', 'school_year_begins'))}\s+$", re.IGNORECASE)


def _pattern(lexicon: Lexicon) -> re.Pattern[str]:
    word = choice(lexicon.words("periods", "units", "school_year"))
    return compiled(rf"\b{word}\s+(?P<first>20\d\d)\s*(?:{DASH}|/)\s*(?P<last>20\d\d)(?!\d)", re.IGNORECASE)
