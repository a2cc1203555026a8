"""The number at the head of a finished document."""

import re
from collections.abc import Iterator

from kehoach.findings import Fault
from kehoach.finished import Finished, Role
from kehoach.patterns import any_case, compiled
from kehoach.phrases import document_number
from kehoach.phrases.choices import choice
from kehoach.phrases.document_number import types
from kehoach.phrases.lexicon import Lexicon
from kehoach.rules.references.malformed import malformed
from kehoach.rules.registry import WARNING, Grain, rule
from kehoach.rules.view import View
from kehoach.scalars import stretch

# The name of a school may stand shortened at the end.
_SHORT = compiled(r" [A-ZĐ]{2,6}$")
_WRITTEN = compiled(r"\d.*[^\W\d_]|[^\W\d_]{2,}\s*/", re.DOTALL)


@rule("REF120", Grain.FINISHED, WARNING)
def own_number_formed(finished: Finished, view: View) -> Iterator[Fault]:
    """The number of the document itself has the form number-code/body.

    One that stands open is another matter, as long as code and body stand behind its hyphen or stroke.
    """
    for piece in finished.of(Role.NUMBER):
        words = piece.block.words
        start = len(words.text) - len(view.lexicon.view(_label).sub("", words.text, count=1))
        symbol = words.text[start:].strip()
        if _WRITTEN.search(symbol) and not piece.annex and not _formed(symbol, view.lexicon):
            first = words.text.index(symbol, start)
            place = stretch(finished.manuscript.text, words, first, first + len(symbol))
            yield Fault("REF120", place, "", {"written": symbol, "meant": _meant(symbol, view.lexicon)})


def _formed(symbol: str, lexicon: Lexicon) -> bool:
    return any(document_number.parse(one, lexicon) for one in (symbol, _SHORT.sub("", symbol)))


def _meant(symbol: str, lexicon: Lexicon) -> str:
    """What may be meant, told as where such a number is cited; empty where nothing tells."""
    cited = f"{next(iter(lexicon.view(types)))} {lexicon.words('documents', 'number')[0]} {symbol}"
    return next((meant for _, _, meant in malformed(cited, lexicon)), "")


def _label(lexicon: Lexicon) -> re.Pattern[str]:
    return any_case(rf"^\s*{choice(lexicon.words('documents', 'number'))}\s*[:.]?\s*")
