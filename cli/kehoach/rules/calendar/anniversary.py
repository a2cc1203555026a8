"""Anniversaries."""

import re
from collections.abc import Iterator
from string import digits

from kehoach.findings import Fault
from kehoach.patterns import compiled, small
from kehoach.phrases import commemoration
from kehoach.phrases.choices import DASH, choice
from kehoach.phrases.commemoration import Commemoration
from kehoach.phrases.lexicon import Lexicon
from kehoach.phrases.times.plain import plain
from kehoach.rules.calendar.dated import named_years, says
from kehoach.rules.holding import holding
from kehoach.rules.passages import Passage
from kehoach.rules.registry import WARNING, Grain, rule
from kehoach.rules.view import View
from kehoach.written import Written

NEAR = 60
BRACKETED = "(19", "(20"


@rule("CAL114", Grain.WRITTEN, WARNING)
def anniversary_counts(file: Written, view: View) -> Iterator[Fault]:
    """The years of an anniversary are those between the founding and the year in which it is kept.

    That year is the one beside it, else the plan's. An anniversary to come, which a plan works towards, may be later.
    Of a time whose first and last year stand behind it (*50 năm thực hiện Di chúc (1969 - 2019)*) both may count.
    """
    year = file.year
    for passage in holding(file, view, *BRACKETED) if year else ():
        for match in view.lexicon.view(_lasting).finditer(passage.text):
            kept, expected = int(match["last"]), int(match["last"]) - int(match["first"])
            odd = 0 <= kept - year <= 1 and int(match["count"]) not in (expected, expected + 1)
            if odd and not view.lexicon.view(_about).search(passage.text[: match.start()]):
                arguments = {"written": match.group(), "expected": str(expected), "year": str(kept)}
                yield Fault("CAL114", passage.place(*match.span()), passage.pointer, arguments)
    for passage in holding(file, view, *view.lexicon.view(_traces)) if year else ():
        for found in commemoration.find(passage.text, view.lexicon):
            fault = _fault(passage, found, year, view)
            if fault:
                yield fault


def _fault(passage: Passage, found: commemoration.Found, year: int, view: View) -> Fault | None:
    said = found.commemoration
    kept = said.year or year
    expected = _expected(said, kept, view)
    if expected is None or expected == said.count or _meant(passage, found, (kept, said.count - expected), view):
        return None
    arguments = {"written": " ".join(said.written.split()), "expected": str(expected), "year": str(kept)}
    return Fault("CAL114", passage.place(found.start, found.end), passage.pointer, arguments)


def _expected(said: Commemoration, kept: int, view: View) -> int | None:
    if said.founded:
        return kept - said.founded.year
    return commemoration.years_since(said.event, kept, view.lexicon) if said.event else None


def _meant(passage: Passage, found: commemoration.Found, miss: tuple[int, int], view: View) -> bool:
    """Whether another year is meant: one to come, one that is over, or one that heads it or stands behind it."""
    kept, too_many = miss
    if found.commemoration.founded:
        return False
    if too_many in {year - kept for year in named_years(passage, view.lexicon)}:
        return True
    before = passage.text[max(0, found.start - NEAR) : found.end]
    sort = "anniversary_future" if too_many > 0 else "anniversary_past"
    return says(before, view, "calendar", sort) or bool(view.lexicon.view(_year).match(passage.text, found.end))


def _lasting(lexicon: Lexicon) -> re.Pattern[str]:
    """So many years of what no table knows, with the first and the last of them behind it."""
    years, dash = choice(lexicon.words("occasions", "years")), rf"\s*{DASH}\s*"
    span = rf"\((?P<first>(?:19|20)\d\d){dash}(?P<last>20\d\d)\)"
    return compiled(rf"(?<![\w/.,-])(?P<count>[1-9]\d{{1,2}})\s+{years}\s[^.;:()\d]{{5,90}}\s{span}", re.IGNORECASE)


def _about(lexicon: Lexicon) -> re.Pattern[str]:
    """Words before a count that is not meant to the year."""
    before = ("quantities", "comparators", "before")
    about = choice(word for sort in lexicon.table(*before) for word in lexicon.words(*before, sort))
    return compiled(rf"(?<!\w){about}\s+\Z", re.IGNORECASE)


def _traces(lexicon: Lexicon) -> tuple[str, ...]:
    """Of what every count of years holds something."""
    years, nth = ([*map(small, lexicon.words("occasions", name))] for name in ("years", "nth"))
    counts = (f"{figure} {word}" for word in years for figure in digits)
    return (*counts, *(f"{word} {figure}" for word in nth for figure in digits))


def _year(lexicon: Lexicon) -> re.Pattern[str]:
    """A year soon behind an anniversary."""
    return compiled(rf"[^.;]{{0,30}}\b{lexicon.view(plain).year} (?:19|20)\d\d\b", re.IGNORECASE)
