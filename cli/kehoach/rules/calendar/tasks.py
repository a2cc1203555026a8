"""What deadlines ask for, told from their sentences."""

import re

from kehoach.patterns import compiled
from kehoach.phrases.choices import any_word
from kehoach.phrases.lexicon import Lexicon
from kehoach.phrases.remembering import remembered
from kehoach.records import dataclass
from kehoach.rules.calendar.dated import Dated, dated
from kehoach.rules.calendar.deadlines import due
from kehoach.rules.passages import items
from kehoach.rules.view import View
from kehoach.written import Written

_BREAK = compiled(r"[.;:]\s")
_YEAR = compiled(r"\b(?:19|20)\d\d\b")


@dataclass(frozen=True, slots=True)
class Task:
    """What is to be handed in: its sort, the words that tell which, those in front of it that tell who hands it in."""

    sort: str
    words: frozenset[str]
    who: frozenset[str]


def tasks(file: Written, view: View) -> tuple[tuple[Dated, str, Task], ...]:
    """Every deadline by a day of *file*, with the clause that tells what for, and what that is."""
    return view.once(_tasks, file)


def _tasks(file: Written, view: View) -> tuple[tuple[Dated, str, Task], ...]:
    times = [time for time in dated(file, view) if due(time)]
    pairs = zip([None, *times], times, strict=False)
    clauses = ((time, _own(time, last, _clause(time, file, view), view)) for last, time in pairs)
    return tuple((time, clause, task) for time, clause in clauses if (task := task_of(clause, view.lexicon)))


def _own(time: Dated, last: Dated | None, clause: str, view: View) -> str:
    """What of *clause* stands behind the *last* deadline in it, where that names another thing."""
    if last is None or last.passage is not time.passage or time.passage.key == "due":
        return clause
    behind = time.passage.text[last.end : time.start]
    _, to, idle = view.lexicon.view(_patterns)
    return behind if behind in clause and _words(to.sub(" ", behind), idle) else clause


def _clause(time: Dated, file: Written, view: View) -> str:
    """The part of the sentence that a deadline stands behind; the ``text`` of an item that has it under ``due``."""
    if time.passage.key == "due":
        text = items(file, view).get(time.passage.item)
        return _BREAK.split(text.text.partition(time.words)[0].rstrip(" .;:"))[-1] if text else ""
    before = _BREAK.split(time.before)[-1]
    return before if before.strip(" (,-+*") else _BREAK.split(time.passage.text[time.end :])[0]


@remembered
def task_of(clause: str, lexicon: Lexicon) -> Task | None:
    """What *clause* says is to be handed in; None where it says nothing of the kind."""
    objects, to, idle = lexicon.view(_patterns)
    found = objects.search(clause)
    if found is None:
        return None
    end = to.search(clause, found.end())
    told = clause[found.end() : end.start() if end else len(clause)]
    return Task(found.group().lower(), _words(told, idle), _words(clause[: found.start()], idle))


def _words(text: str, idle: re.Pattern[str]) -> frozenset[str]:
    return frozenset(re.findall(r"\w+", idle.sub(" ", _YEAR.sub(" ", text)).lower()))


def _patterns(lexicon: Lexicon) -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """What finds the object of a clause, where its words end, and words that tell nothing."""
    names = ("objects", "to", "idle")
    objects, to, idle = (any_word(lexicon.words("calendar", "handed_in", name)) for name in names)
    return objects, to, idle
