"""Times outside the year of the plan."""

import re
from collections.abc import Iterator
from datetime import timedelta

from kehoach.findings import Fault
from kehoach.patterns import compiled, small
from kehoach.phrases.choices import choice
from kehoach.phrases.lexicon import Lexicon
from kehoach.phrases.period import Grain as Fineness
from kehoach.phrases.times.plain import plain
from kehoach.rules.calendar.dated import Dated, dated, named_years, says
from kehoach.rules.calendar.signing import belied
from kehoach.rules.calendar.span import SCHOOL_YEAR, Span, span
from kehoach.rules.passages import Passage, items
from kehoach.rules.registry import WARNING, Grain, rule
from kehoach.rules.view import View
from kehoach.written import Written

LONG = frozenset({Fineness.TERM, Fineness.SCHOOL_YEAR, Fineness.NAMED, Fineness.SEASON})
AFTER = timedelta(days=62)
LOOKED_BACK = timedelta(days=92)
HEAD = ("issued", "bases", "period", "inherits")


@rule("CAL103", Grain.WRITTEN, WARNING)
def outside_year(file: Written, view: View) -> Iterator[Fault]:
    """What a plan sets a day or month for lies in the plan's year.

    Next spring's campaign, last year's award, terms and stages do not count; a report may be due in the first two
    months after the year. In prose only a time is set that stands in brackets, begins the text or follows a colon.
    Where date and subject show that the year itself is wrong, that is said once.
    """
    around = span(file, view)
    if around is None or belied(file, view):
        return
    texts = items(file, view)
    for time in dated(file, view):
        if (
            _set(time, view.lexicon)
            and _outside(time, around)
            and not _excused(time, around, texts.get(time.passage.item), view)
        ):
            when = "early" if time.period.last < around.first else "late"
            years = dict.fromkeys(str(day.year) for day in (around.first, around.last))
            arguments = {"written": time.words.strip(), "year": " - ".join(years), "when": when}
            yield Fault("CAL103", time.place, time.passage.pointer, arguments)


def _set(time: Dated, lexicon: Lexicon) -> bool:
    """Whether a plan sets the time, instead of telling of it."""
    passage, after = time.passage, time.passage.text[time.end :]
    if passage.path.startswith(HEAD) or time.period.lunar or time.period.recurrence or time.period.grain in LONG:
        return False
    if passage.key in {"when", "due"}:
        return True
    closes = time.before.rstrip().endswith("(") and after.lstrip().startswith(")")
    leads = lexicon.view(_leads).search(time.before) is not None
    return time.explicit and time.period.grain is not Fineness.YEAR and (closes or leads or bool(time.period.bound))


def _outside(time: Dated, around: Span) -> bool:
    year, late = around.first.year, time.period.bound is not None
    if time.period.last.year < year:
        return not (late and time.period.last.month == 12 and time.period.last.year == year - 1)
    if around.first.month == SCHOOL_YEAR and time.explicit and _long_over(time, around):
        return True
    allowed = around.last.replace(month=12, day=31) + (AFTER if late else timedelta(0))
    return time.period.first > allowed


def _excused(time: Dated, around: Span, text: Passage | None, view: View) -> bool:
    if time.period.last.year in named_years(time.passage, view.lexicon):
        return True
    if _of_next_year(time, text or time.passage, view.lexicon):
        return True
    if time.period.bound and time.passage.key not in {"when", "due"}:
        return time.period.first.year > time.passage.file.year or says(time.before, view, "calendar", "past")
    if time.passage.key == "when" and time.explicit and _long_over(time, around):
        return False
    sort = "future" if time.period.first.year > time.passage.file.year else "past"
    return says(f"{text.text if text else ''} {time.before}", view, "calendar", sort)


def _of_next_year(time: Dated, text: Passage, lexicon: Lexicon) -> bool:
    """Whether the sentence of a time after the plan's year says for that year what is done then."""
    year = time.period.first.year
    rest = text.text.replace(time.words, "", 1)
    return year == text.file.year + 1 and f"{lexicon.at('periods', 'written', 'year')} {year}" in small(rest)


def _long_over(time: Dated, around: Span) -> bool:
    """Whether a day or month was over long before the plan begins, too long to be looked back on in it."""
    return time.period.grain in {Fineness.DAY, Fineness.MONTH} and time.period.last < around.first - LOOKED_BACK


def _leads(lexicon: Lexicon) -> re.Pattern[str]:
    """What stands before a time that begins a text or follows a colon."""
    day, behind = lexicon.view(plain).day, choice(lexicon.words("calendar", "set_behind"))
    return compiled(rf"(?:^|:)\W*(?:{behind}\s+)?(?:{day}\s+)?$", re.IGNORECASE)
