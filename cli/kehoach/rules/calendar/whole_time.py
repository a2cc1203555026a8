"""The times of a campaign's parts against the time of the whole."""

import re
from collections.abc import Iterator

from kehoach.findings import Fault, Related
from kehoach.patterns import compiled
from kehoach.phrases.choices import choice
from kehoach.phrases.lexicon import Lexicon
from kehoach.phrases.period import Grain as Fineness
from kehoach.rules.calendar.dated import Dated, dated
from kehoach.rules.registry import INFO, Grain, rule
from kehoach.rules.view import View
from kehoach.written import Written

LONG = 20


@rule("CAL130", Grain.WRITTEN, INFO)
def part_within_the_time(file: Written, view: View) -> Iterator[Fault]:
    """The time of a part of a campaign lies within the time of the whole, which stands first.

    Preparations may begin before it, and no part goes on when the whole is over.
    """
    told = view.lexicon.view(_time)
    spans = [time for time in dated(file, view) if _spans(time) and told.match(time.passage.text)]
    if not spans or (spans[0].period.last - spans[0].period.first).days < LONG:
        return
    whole = spans[0]
    for part in spans[1:]:
        if part.passage is not whole.passage and part.period.last > whole.period.last:
            arguments = {"part": part.words.strip(), "whole": whole.words.strip()}
            related = (Related(whole.place, "whole_here"),)
            yield Fault("CAL130", part.place, part.passage.pointer, arguments, related)


def _spans(time: Dated) -> bool:
    read = time.period
    return read.grain is Fineness.DAY and read.first < read.last and not read.recurrence and len(read.days) == 1


def _time(lexicon: Lexicon) -> re.Pattern[str]:
    return compiled(rf"\W*{choice(lexicon.words('calendar', 'whole_time'))}\s*:", re.IGNORECASE)
