"""Numbers and the words that they count."""

from collections.abc import Iterator

from kehoach.findings import Fault
from kehoach.patterns import compiled
from kehoach.phrases.lexicon import Lexicon
from kehoach.phrases.remembering import remembered
from kehoach.records import replace
from kehoach.rules.prose.prose import prose
from kehoach.rules.prose.spelling.lists import lists
from kehoach.rules.prose.spelling.syllable import FOLDS
from kehoach.rules.registry import INFO, Grain, rule
from kehoach.rules.view import View
from kehoach.written import Written

_CLOSE_UP = compiled(r"\d(?<![\w.,/-]\d)\d*([^\W\d_]{3,})(?![\w-])")
SHOWN = 16


@rule("TXT219", Grain.WRITTEN, INFO)
def space_after_number(file: Written, view: View) -> Iterator[Fault]:
    """Between a number and the word that it counts stands a space: not *1chi bộ*.

    Signs of measures (*5km*, *10ha*), letters behind a number (*17g*) and loan words are none.
    """
    told = prose(file, view)
    for begin, (start, at, end) in told.worded(_close_up, view.lexicon):
        fault = told.fault("TXT219", begin + start, begin + end, text=told.text[begin + start : begin + end])
        yield replace(fault, edits=told.edit(begin + at, begin + at + 1, f" {told.text[begin + at]}"))


@remembered
def _close_up(line: str, lexicon: Lexicon) -> tuple[tuple[int, int, int], ...]:
    """Where numbers of *line* begin, the words at them, and where those end."""
    known = lists(lexicon)
    return tuple(
        (match.start(), *match.span(1))
        for match in _CLOSE_UP.finditer(line)
        if match[1].islower() and known.attested(FOLDS[match[1]]) and FOLDS[match[1]] not in known.loans
    )
