"""Quantities: ``ít nhất 20.000 cây xanh``, ``từ 65% trở lên``, ``05 tỷ đồng``, ``2 lần/năm``.

``parse`` reads a text that is one phrase, ``find`` the phrases inside a sentence. Both read with the
same grammar, so a stretch that ``find`` cuts out reads as an equal quantity.
"""

from kehoach.patterns import small
from kehoach.phrases.lexicon import Lexicon
from kehoach.phrases.quantities.model import Counting, Found, Growth, Op, Quantity, Reach
from kehoach.phrases.quantities.numbers import Number, number, number_written
from kehoach.phrases.quantities.plain import Plain
from kehoach.phrases.quantities.reading import Reading, number_starts, quantity_of, reading_at
from kehoach.phrases.quantities.search import find
from kehoach.phrases.quantities.set_phrases import SetPhrases, masked
from kehoach.phrases.quantities.unit import UnitWords, unit_words_of
from kehoach.phrases.quantities.writing import canonical, with_number
from kehoach.phrases.remembering import remembered

__all__ = [
    "Counting",
    "Found",
    "Growth",
    "Number",
    "Op",
    "Quantity",
    "Reach",
    "canonical",
    "find",
    "number",
    "number_written",
    "parse",
    "with_number",
]

_LONGEST_QUALIFIER = 12


@remembered
def parse(text: str, lexicon: Lexicon) -> Quantity | None:
    """The quantity that the whole of *text* says, or None if it is not one phrase.

    Words that narrow the unit may follow it (*50 em thiếu nhi có hoàn cảnh khó khăn*); they must
    begin like a new clause, hold no figure and be no sentence.
    """
    plain = Plain.of(text)
    at = next(number_starts(plain.text), None)
    if at is None or any(start <= at < end for start, end in masked(plain.text, lexicon.view(SetPhrases.of))):
        return None
    reading = reading_at(plain.text, at, lexicon)
    if reading is None or not _begins(plain.text, reading):
        return None
    qualifier = " ".join(plain.text[reading.end :].split())
    if qualifier and not _narrows(qualifier, lexicon.view(unit_words_of)):
        return None
    return quantity_of(plain, reading, (0, len(text)), qualifier)


def _begins(text: str, reading: Reading) -> bool:
    """Whether nothing stands before the phrase but a word like ``có`` or ``đạt``."""
    before = text[: reading.start]
    return not before.strip() or reading.tail.frame.opening.fullmatch(before) is not None


def _narrows(after: str, words: UnitWords) -> bool:
    if len(after.split()) > _LONGEST_QUALIFIER or any(c.isdigit() or c in ".;:!?\n" for c in after):
        return False
    low = small(after)
    return bool(words.stop.match(low) or words.deed.match(low) or after[0] in '“"‘(')
