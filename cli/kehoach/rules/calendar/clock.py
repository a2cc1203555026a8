"""Hours that no clock shows."""

import re
from collections.abc import Iterator

from kehoach.findings import Fault
from kehoach.patterns import compiled
from kehoach.phrases.choices import choice
from kehoach.phrases.lexicon import Lexicon
from kehoach.rules.holding import holding
from kehoach.rules.registry import WARNING, Grain, rule
from kehoach.rules.view import View
from kehoach.written import Written

HOURS, MINUTES = 24, 59
LASTING = 30  # hours without minutes, that many or more, say how long: trước 48 giờ
FIGURES = "013456789"


@rule("CAL129", Grain.WRITTEN, WARNING)
def clock_possible(file: Written, view: View) -> Iterator[Fault]:
    """An hour and its minutes are on the clock: not *27 giờ 00*, not *7 giờ 75*; *trước 48 giờ* says how long."""
    traces, *patterns = view.lexicon.view(_clock)
    for passage in holding(file, view, *traces):
        for pattern in patterns:
            for match in pattern.finditer(passage.text):
                timed = len(match.groups()) > 1
                hour, minute = int(match[1]), int(match[2]) if timed else 0
                lasts = not timed and hour >= LASTING
                if not lasts and (hour > HOURS or minute > MINUTES or (hour == HOURS and minute)):
                    yield Fault("CAL129", passage.place(*match.span()), passage.pointer, {"text": match[0]})


def _clock(lexicon: Lexicon) -> tuple[tuple[str, ...], re.Pattern[str], re.Pattern[str]]:
    """Traces of an hour; an hour with its minutes; one without, behind a word that tells of the clock."""
    hours = lexicon.words("calendar", "hours")
    behind, hour = choice(lexicon.words("calendar", "at_the_hour")), rf"(\d{{1,2}})\s?{choice(hours)}"
    return (
        tuple(word + figure for word in hours for figure in (FIGURES if len(word) == 1 else ("",))),
        compiled(rf"(?<![\w.,/]){hour}\s?(\d{{2}})(?![\w%])", re.IGNORECASE),
        compiled(rf"(?<!\w){behind}\s+{hour}(?!\s?\d|\w)", re.IGNORECASE),
    )
