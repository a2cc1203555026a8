"""The day of an event that is named in two sections."""

import re
from collections import defaultdict
from collections.abc import Iterator

from kehoach.findings import Fault, Related
from kehoach.patterns import compiled, small
from kehoach.phrases.choices import choice
from kehoach.phrases.lexicon import Lexicon
from kehoach.phrases.period import Grain as Fineness
from kehoach.phrases.times.plain import plain
from kehoach.records import dataclass
from kehoach.rules.calendar.dated import TIMES, Dated, dated
from kehoach.rules.calendar.one_campaign import of_one_campaign
from kehoach.rules.passages import items
from kehoach.rules.registry import INFO, Grain, rule
from kehoach.rules.view import View
from kehoach.written import Written

FEWEST = 5
_CLAUSE = compiled(r"[.;:]\s")
Words = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Patterns:
    """What between a name and its day is not part of the name, what no single event is named with, its ordinal."""

    filling: re.Pattern[str]
    recurring: re.Pattern[str]
    ordinal: re.Pattern[str]

    @classmethod
    def of(cls, lexicon: Lexicon) -> "Patterns":
        """The words in *lexicon*."""
        upon = (*lexicon.words("calendar", "upon"), *lexicon.words("calendar", "weekly_between"))
        year, ordinal = lexicon.view(plain).year, choice(lexicon.words("documents", "ordinal"))
        weekly = (*map(small, lexicon.table("calendar", "weekly")), *lexicon.words("calendar", "on_their_own_day"))
        return cls(
            compiled(rf"(?:\s*(?:{year}\s+20\d\d|{choice(upon)}|[-–,(“”\"*]))*\s*\Z", re.IGNORECASE),
            compiled(rf"(?<!\w){choice(weekly)}(?!\w)"),
            compiled(rf"(?<!\w){ordinal}\s"),
        )


@rule("CAL140", Grain.WRITTEN, INFO)
def event_on_one_day(file: Written, view: View) -> Iterator[Fault]:
    """An event has one day wherever a plan of one campaign names it, in the text and in the list of what is held.

    The names agree to the last word, from five words on; anniversaries and what comes every week are left alone. A
    plan of a whole year is asked only about events that it numbers.
    """
    named: dict[Words, list[tuple[Words, Dated]]] = defaultdict(list)
    campaign, patterns = of_one_campaign(file, view), view.lexicon.view(Patterns.of)
    for time in filter(_one_day, dated(file, view)):
        clause = _clause(time, file, view)
        name = _name(clause, patterns) if campaign or patterns.ordinal.search(clause) else ()
        if len(name) >= FEWEST:
            named[name[-FEWEST:]].append((name, time))
    for alike in named.values():
        yield from _odd(alike)


def _odd(alike: list[tuple[Words, Dated]]) -> Iterator[Fault]:
    """The day of the second of two mentions of one event, each the only one of its section, that does not agree."""
    if len(alike) != len({time.passage.titles for _, time in alike}):
        return
    name, first = alike[0]
    for other, time in alike[1:]:
        short, long = sorted((name, other), key=len)
        if long[-len(short) :] == short and first.period.first != time.period.first:
            arguments = {"name": " ".join(short), "day": time.words.strip(), "other": first.words.strip()}
            related = (Related(first.place, "named_here"),)
            yield Fault("CAL140", time.place, time.passage.pointer, arguments, related)


def _one_day(time: Dated) -> bool:
    read = time.period
    single = read.grain is Fineness.DAY and read.first == read.last
    return single and not (read.bound or read.recurrence or read.lunar or time.unsure)


def _clause(time: Dated, file: Written, view: View) -> str:
    """The clause before a day, in small letters."""
    text = items(file, view).get(time.passage.item) if time.passage.key in TIMES else time.passage
    before = text.text.partition(time.words)[0] if text and time.passage.key in TIMES else time.before
    return small(_CLAUSE.split(before)[-1])


def _name(clause: str, patterns: Patterns) -> Words:
    """The words of a clause that may be the name of an event; none for what is on a day of its own."""
    own = patterns.recurring.search(clause) and not patterns.ordinal.search(clause)
    return () if own else tuple(re.findall(r"\w+", patterns.filling.sub("", clause)))
