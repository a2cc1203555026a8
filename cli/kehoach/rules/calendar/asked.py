"""What is asked for by two different days, or before there is anything to tell of it."""

import re
from collections.abc import Iterator
from datetime import date

from kehoach.findings import Fault, Related
from kehoach.phrases import period
from kehoach.phrases.choices import any_word
from kehoach.phrases.lexicon import Lexicon
from kehoach.phrases.partial_date import slashed
from kehoach.rules.calendar.dated import Dated
from kehoach.rules.calendar.deadlines import due
from kehoach.rules.calendar.tasks import Task, tasks
from kehoach.rules.registry import WARNING, Grain, rule
from kehoach.rules.view import View
from kehoach.written import Written

# Further apart, two reports of one name are those of two times of the year.
NEAR = 45
BELOW = 2
Asked = tuple[Dated, str, Task]


@rule("CAL123", Grain.WRITTEN, WARNING)
def due_on_one_day(file: Written, view: View) -> Iterator[Fault]:
    """What is to be handed in is due on one day wherever a plan says so.

    Of two days one was left over or mistyped; half of the units keep the wrong one.
    """
    before: list[Asked] = []
    for asked in tasks(file, view):
        other = next((one for one in before if _same(asked, one)), None)
        if other and due(asked[0]) != due(other[0]):
            arguments = {"due": asked[0].words.strip(), "other": other[0].words.strip(), "what": asked[2].sort}
            related = (Related(other[0].place, "due_here"),)
            yield Fault("CAL123", asked[0].place, asked[0].passage.pointer, arguments, related)
        if other is None:
            before.append(asked)


def _same(one: Asked, other: Asked) -> bool:
    """Whether one thing is asked for twice of the same units, not again and again."""
    task, before = one[2], other[2]
    first, second = due(one[0]) or date.max, due(other[0]) or date.max
    if task != before or abs((first - second).days) > NEAR or (first.day == second.day and first != second):
        return False
    return len(task.words) > 1 or (one[0].passage.titles == other[0].passage.titles and _alone(one) and _alone(other))


def _alone(asked: Asked) -> bool:
    """Whether nothing but its own clause tells what is asked for: no line above it, no sentence before it."""
    time, clause, _ = asked
    line = time.passage.file.text.split("\n", time.place.line)[time.place.line - 1].lstrip()
    whole = time.passage.key == "due" or time.passage.text.startswith(clause)
    return whole and time.passage.level < BELOW and not line.startswith("+")


@rule("CAL124", Grain.WRITTEN, WARNING)
def reported_when_over(file: Written, view: View) -> Iterator[Fault]:
    """A report is not due before the time that it tells of has begun.

    The report on a month of March due at the end of February bears the wrong month.
    """
    back, ahead = view.lexicon.view(_reports)
    for time, clause, task in tasks(file, view):
        begins = _begins(clause, file, view) if back.search(clause) and not ahead.search(clause) else None
        last = due(time)
        if begins and last and last < begins and task.sort in view.lexicon.words("calendar", "handed_in", "back"):
            arguments = {"due": time.words.strip(), "begins": slashed(begins)}
            yield Fault("CAL124", time.place, time.passage.pointer, arguments)


def _begins(clause: str, file: Written, view: View) -> date | None:
    """When the time begins that *clause* tells of."""
    named = (found.period for found in period.find(clause, file.year, view.lexicon))
    return min((one.first for one in named if not one.recurrence and not one.bound), default=None)


def _reports(lexicon: Lexicon) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Reports on what is over, and those on what is still to come."""
    back, ahead = (lexicon.words("calendar", "handed_in", name) for name in ("back", "ahead"))
    return any_word(back), any_word(ahead)
