"""Days that the calendar does not have."""

import re
from collections.abc import Iterator

from kehoach.findings import Fault
from kehoach.finished import Role
from kehoach.patterns import compiled
from kehoach.phrases.choices import choice
from kehoach.phrases.lexicon import Lexicon
from kehoach.phrases.times.slips import impossible_days, impossible_months
from kehoach.rules.calendar.dated import traces
from kehoach.rules.holding import holding
from kehoach.rules.registry import ERROR, Grain, rule
from kehoach.rules.view import View
from kehoach.scalars import stretch
from kehoach.written import Written


@rule("CAL101", Grain.WRITTEN, ERROR)
def impossible_date(file: Written, view: View) -> Iterator[Fault]:
    """Every day, month and quarter that a plan names is in the calendar.

    Nobody can keep the 31st of April; the day or the month was mistyped. A 29th of February is held against its
    year, the plan's where it writes none. Every lunar month may have thirty days.
    """
    year, lunar = file.year, view.lexicon.view(_lunar)
    finished = view.finished.get(file.id)
    for piece in finished.of(Role.PLACE_DATE) if finished else ():
        for match in impossible_days(piece.text, year, view.lexicon):
            place = stretch(file.text, piece.block.words, *match.span())
            yield Fault("CAL101", place, "issued/date", {"written": " ".join(match.group().split())})
    for passage in holding(file, view, *view.lexicon.view(traces)):
        days = impossible_days(passage.text, year, view.lexicon)
        for match in (*days, *impossible_months(passage.text, view.lexicon)):
            if lunar.match(passage.text, match.end()):
                continue
            arguments = {"written": " ".join(match.group().split())}
            yield Fault("CAL101", passage.place(*match.span()), passage.pointer, arguments)


def _lunar(lexicon: Lexicon) -> re.Pattern[str]:
    return compiled(rf"\s*,?\s*{choice(lexicon.words('periods', 'lunar'))}(?!\w)", re.IGNORECASE)
