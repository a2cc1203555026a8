"""The times of a campaign's parts and reports against the time of the whole."""

from collections.abc import Iterator

from kehoach.findings import Fault, Related
from kehoach.patterns import small
from kehoach.rules.calendar.dated import TIMES, Dated, dated
from kehoach.rules.calendar.deadlines import due
from kehoach.rules.calendar.one_campaign import spans
from kehoach.rules.calendar.tasks import tasks
from kehoach.rules.passages import items
from kehoach.rules.registry import INFO, WARNING, Grain, rule
from kehoach.rules.view import View
from kehoach.written import Written


@rule("CAL130", Grain.WRITTEN, INFO)
def part_within_the_time(file: Written, view: View) -> Iterator[Fault]:
    """The time of a part of a campaign lies within the time of the whole, which stands first.

    Preparations may begin before it, and no part goes on when the whole is over.
    """
    whole, *parts = spans(file, view) or (None,)
    for part in parts if whole else ():
        inside = whole and part.period.first <= whole.period.last < part.period.last
        if whole and inside and part.passage is not whole.passage:
            yield _fault("CAL130", part, whole)


@rule("CAL134", Grain.WRITTEN, INFO)
def prepared_before_the_end(file: Written, view: View) -> Iterator[Fault]:
    """What prepares a campaign is done before the campaign is over: its units are picked and trained, plans made."""
    whole = next(iter(spans(file, view)), None)
    texts = items(file, view)
    for time in dated(file, view) if whole else ():
        told = texts.get(time.passage.item) if time.passage.key in TIMES else None
        # A text may name the same time twice.
        before = told.text.split(time.words)[:-1] if told else [time.before]
        late = whole is not None and time.period.first > whole.period.last
        if whole and late and before and all(_prepares(small(words), view) for words in before):
            yield _fault("CAL134", time, whole)


@rule("CAL135", Grain.WRITTEN, WARNING)
def summed_up_when_over(file: Written, view: View) -> Iterator[Fault]:
    """The final report on a campaign is not due before the campaign begins."""
    whole = next(iter(spans(file, view)), None)
    for time, clause, _ in tasks(file, view) if whole else ():
        last, final = due(time), any(word in small(clause) for word in view.lexicon.words("calendar", "final_reports"))
        if whole and last and final and last < whole.period.first:
            yield _fault("CAL135", time, whole)


def _prepares(before: str, view: View) -> bool:
    """Whether the clause that leads to a time tells of preparing, and of nothing that follows."""
    clause = before.rpartition(";")[2].rpartition(". ")[2]
    prepares, follows = (view.lexicon.words("calendar", name) for name in ("prepares", "follows_the_end"))
    return any(word in clause for word in prepares) and not any(word in clause for word in follows)


def _fault(code: str, time: Dated, whole: Dated) -> Fault:
    arguments = {"part": time.words.strip(), "whole": whole.words.strip()}
    return Fault(code, time.place, time.passage.pointer, arguments, (Related(whole.place, "whole_here"),))
