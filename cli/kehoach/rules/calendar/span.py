"""The time that a plan is for."""

import re
from calendar import monthrange
from collections import Counter
from datetime import date

from kehoach.patterns import compiled, small
from kehoach.phrases.choices import DASH, choice
from kehoach.phrases.lexicon import Lexicon
from kehoach.records import dataclass
from kehoach.rules.holding import holding
from kehoach.rules.passages import Passage
from kehoach.rules.view import View
from kehoach.written import Written

YEAR = (1, 12)
# A school year is prepared in August and ends in the next one.
SCHOOL_YEAR = 8
LEAST_OF_A_YEAR = 300
SPAN = compiled(r"(?:19|20)\d\d\s*[-–—]\s*(?:19|20)\d\d")
HEAD = frozenset({"subject", "opening", "closing"})


@dataclass(frozen=True, slots=True)
class Span:
    """The first and last day of what a plan is for."""

    first: date
    last: date

    @property
    def yearly(self) -> bool:
        """Whether it is a whole year, by the calendar or of a school."""
        return (self.last - self.first).days >= LEAST_OF_A_YEAR


def span(file: Written, view: View) -> Span | None:
    """The months of the plan's kind in the plan's year; None where kind or year is not known.

    A plan that says most often in its subject, opening and closing a school year that begins in its year is for that.
    A finished document of any subject that names no year goes on into the next one.
    """
    known, year = view.kinds.get(file.word("kind")), file.year
    if known is None or not year:
        return None
    said = [int(match["first"]) for _, match in school_years(file, view)]
    if said and Counter(said).most_common(1)[0][0] == year and known.months == YEAR:
        return Span(date(year, SCHOOL_YEAR, 1), date(year + 1, SCHOOL_YEAR, monthrange(year + 1, SCHOOL_YEAR)[1]))
    (first, last), ends = known.months, year
    if file.id in view.finished and not known.subject and str(year) not in SPAN.sub("", file.word("subject")):
        ends = year + 1
    return Span(date(year, first, 1), date(ends, last, monthrange(ends, last)[1]))


def school_years(file: Written, view: View) -> tuple[tuple[Passage, re.Match[str]], ...]:
    """The school years that subject, opening and closing of *file* say it is for: the last one of each."""
    return view.once(_school_years, file)


def _school_years(file: Written, view: View) -> tuple[tuple[Passage, re.Match[str]], ...]:
    pattern = view.lexicon.view(_school_year)
    asked = holding(file, view, *map(small, view.lexicon.words("periods", "units", "school_year")))
    told = ((p, [*pattern.finditer(p.text)]) for p in asked if p.path.split("/")[0] in HEAD)
    return tuple((passage, found[-1]) for passage, found in told if found)


def _school_year(lexicon: Lexicon) -> re.Pattern[str]:
    word = choice(lexicon.words("periods", "units", "school_year"))
    return compiled(rf"\b{word}\W{{1,2}}(?P<first>20\d\d)\s*(?:{DASH}|/)\s*(?P<last>20\d\d)", re.IGNORECASE)
