"""When something is to be done: days, weeks, months, quarters, recurring or named times.

A period is a bare time in one of the forms of ``times.forms``, with words in front of and behind it
(``times.frame``). Whatever is not wholly understood is no period: *sau khi có hướng dẫn* stays text.
"""

from kehoach.phrases.lexicon import Lexicon
from kehoach.phrases.remembering import remembered
from kehoach.phrases.times.grammar import grammar
from kehoach.phrases.times.search import find
from kehoach.phrases.times.when import Bound, Found, Grain, Period, Recurrence
from kehoach.phrases.times.writing import canonical, restricted
from kehoach.records import replace

__all__ = [
    "Bound",
    "Found",
    "Grain",
    "Period",
    "Recurrence",
    "canonical",
    "find",
    "parse",
    "restricted",
]


@remembered
def parse(text: str, year: int, lexicon: Lexicon) -> Period | None:
    """The period that the whole of *text* writes, a missing year being *year*; None where it writes none."""
    found = lexicon.view(grammar).period(text.strip(), year)
    return replace(found, written=text) if found else None
