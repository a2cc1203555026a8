"""Reports that are due long before the time that they tell of is over."""

import re
from collections.abc import Iterator, Mapping
from datetime import date

from kehoach.findings import Fault
from kehoach.patterns import compiled
from kehoach.phrases.choices import choice, spoken
from kehoach.phrases.lexicon import Lexicon
from kehoach.phrases.times.plain import plain
from kehoach.rules.calendar.deadlines import due
from kehoach.rules.calendar.span import span
from kehoach.rules.calendar.tasks import tasks
from kehoach.rules.registry import WARNING, Grain, rule
from kehoach.rules.view import View
from kehoach.written import Written


@rule("CAL128", Grain.WRITTEN, WARNING)
def reported_near_its_end(file: Written, view: View) -> Iterator[Fault]:
    """A report on a half year, a quarter or a year is due near its end.

    The report on six months due on the 20th of April bears the wrong month. Plans of a school year are left alone.
    """
    around, (told, firsts) = span(file, view), view.lexicon.view(_told)
    if around is None or around.first.month != 1 or not around.yearly:
        return
    for time, clause, _ in tasks(file, view):
        match, last = told.search(clause), due(time)
        if match and last and _early(last, firsts[spoken(match["time"])], int(match["year"] or file.year), file.year):
            arguments = {"due": time.words.strip(), "report": " ".join(match.group().split())}
            yield Fault("CAL128", time.place, time.passage.pointer, arguments)


def _early(last: date, first: int, told: int, year: int) -> bool:
    """Whether a deadline of the plan's *year* is before the month *first*, where the report is on that year."""
    return last.year == told == year and last.month < first


def _told(lexicon: Lexicon) -> tuple[re.Pattern[str], Mapping[str, int]]:
    """A report on a time, at the end of its clause; the first month in which it may be due."""
    firsts = {spoken(time): int(str(month)) for time, month in lexicon.table("calendar", "reports_on").items()}
    report, fillings = (choice(lexicon.words("calendar", name)) for name in ("report", "report_fillings"))
    times = choice(lexicon.table("calendar", "reports_on"))
    year = lexicon.view(plain).year
    behind = rf"(?:\s+(?:{year}\s+)?(?P<year>\d{{4}}))?\s*(?:\(|,|$)"
    return compiled(rf"(?<!\w){report}(?:\s+{fillings})*\s+(?P<time>{times}){behind}", re.IGNORECASE), firsts
