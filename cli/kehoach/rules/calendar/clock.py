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
TRACES = ("giờ", "h0", "h1", "h3", "h4", "h5", "h6", "h7", "h8", "h9")
_WHOLE = r"(?<![\w.,/])(\d{1,2})\s?(?:giờ|[hH])\s?(\d{2})(?![\w%])"


@rule("CAL129", Grain.WRITTEN, WARNING)
def clock_possible(file: Written, view: View) -> Iterator[Fault]:
    """An hour and its minutes are on the clock: not *27 giờ 00*, not *7 giờ 75*."""
    patterns = compiled(_WHOLE), view.lexicon.view(_at)
    for passage in holding(file, view, *TRACES):
        for pattern in patterns:
            for match in pattern.finditer(passage.text):
                hour, minute = int(match[1]), int(match[2]) if len(match.groups()) > 1 else 0
                if hour > HOURS or minute > MINUTES or (hour == HOURS and minute):
                    yield Fault("CAL129", passage.place(*match.span()), passage.pointer, {"text": match[0]})


def _at(lexicon: Lexicon) -> re.Pattern[str]:
    """An hour without minutes behind a word that tells of the clock."""
    behind = choice(lexicon.words("reckoning", "at_the_hour"))
    return compiled(rf"(?<!\w){behind}\s+(\d{{1,2}})\s?giờ(?!\s?\d|\w)", re.IGNORECASE)
