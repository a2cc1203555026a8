"""Which words no line end parts, and what holds them together; the letters of a text stay as many as they were."""

import re
from collections.abc import Callable, Iterator
from itertools import islice

from kehoach.patterns import compiled
from kehoach.records import replace
from kehoach.standards.forms import Unbroken
from kehoach.tree import AsWritten, Bold, Break, Gap, Inline, Inlines, Italic, Raised, Text

KEPT = "\N{NO-BREAK SPACE}"
# A space before or behind the dash of a range of short numbers; whole dates may be parted.
RANGE = r"(?<![\d/.,])(\d{1,4}) ([-–]) (?=\d{1,4}(?!\d|[.,]\d))"
# A line that begins with a dash would look like an item of a list.
BEFORE_DASH = r"(?<! ) (?=[-–] )"
# Without any of these there is no number to hold.
COUNTED = r"\d| [IVX]"
# What may be parted behind a dash or a stroke all the same (Unicode Standard Annex 14, rules LB12a and LB13).
WHOLE = compiled(rf"\d{{1,4}}{KEPT}[-–]{KEPT}\d{{1,4}}%?|(?<![\w/.@:-])-?\w[\w.&]*(?:[-–/][\w.&]+)+")
FIGURE, PARTED = compiled(r"\d|^-"), compiled(r"[-–]|/[^\W\d]")
# A longer one might not fit on a line.
LONGEST = 32


def spaces(kept: Unbroken) -> Callable[[str], str]:
    """What puts spaces that do not break into words."""
    before, after = ("|".join(map(re.escape, words)) for words in (kept.before_number, kept.after_number))
    places = compiled(rf"(?i:\b(?:{before})) (?:\d+|[IVX]+\b)|\d (?=(?i:{after})(?!\w))")
    ranges, dashes, counted = compiled(RANGE), compiled(BEFORE_DASH), compiled(COUNTED)

    def held_together(words: str) -> str:
        if not counted.search(words) and " - " not in words and " – " not in words:
            return words
        linked = dashes.sub(KEPT, ranges.sub(rf"\1{KEPT}\2{KEPT}", words))
        return places.sub(lambda found: found[0].replace(" ", KEPT), linked)

    return held_together


def pieces(words: str) -> Iterator[tuple[str, bool]]:
    """*words* in pieces, and of each whether it has to be held in one: ranges, and symbols as ``99-KH/TWĐTN``."""
    at = 0
    for found in WHOLE.finditer(words):
        if _held(found[0]):
            yield from [(words[at : found.start()], False)] if at < found.start() else []
            yield found[0], True
            at = found.end()
    if at < len(words):
        yield words[at:], False


def _held(word: str) -> bool:
    return KEPT in word or (len(word) <= LONGEST and bool(FIGURE.search(word)) and bool(PARTED.search(word)))


def respelt(inlines: Inlines, words: str) -> Inlines:
    """*inlines* with the letters of *words*, which are as many as theirs."""
    letters = iter(words)
    return tuple(_respelt(one, letters) for one in inlines)


def _respelt(inline: Inline, letters: Iterator[str]) -> Inline:
    match inline:
        case Text(words):
            return Text("".join(islice(letters, len(words))))
        case Gap(width):
            next(islice(letters, width - 1, None))
            return inline
        case Break():
            next(letters)
            return inline
        case Bold(inner) | Italic(inner) | Raised(inner) | AsWritten(inner):
            return replace(inline, inlines=tuple(_respelt(one, letters) for one in inner))
