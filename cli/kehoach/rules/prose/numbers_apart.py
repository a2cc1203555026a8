"""Numbers and the words that they count."""

from collections.abc import Iterator

from kehoach.findings import Fault
from kehoach.patterns import compiled
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
    told, known = prose(file, view), lists(view.lexicon)
    for match in _CLOSE_UP.finditer(told.text):
        word = FOLDS[match[1]]
        if match[1].islower() and known.attested(word) and word not in known.loans:
            at = match.start(1)
            fault = told.fault("TXT219", match.start(), match.end(), text=match[0])
            yield replace(fault, edits=told.edit(at, at + 1, f" {told.text[at]}"))
