"""Centred words that need several lines: lines of about one length, which part no name and no word of two syllables."""

import re
from collections.abc import Callable

from kehoach.patterns import compiled
from kehoach.standards.forms import Unbroken
from kehoach.standards.layout import Style
from kehoach.tree import Inlines
from kehoach.wording import plain
from kehoach.writing.glyphs import width, wrapped
from kehoach.writing.holding import KEPT, respelt

Balance = Callable[[Inlines, Style, float], Inlines]
# How often the width of the lines is halved in search of the narrowest; and the most that they may take of the
# room there is, as other programs set them a little wider.
STEPS, MOST = 9, 0.97


def balance(kept: Unbroken) -> Balance:
    """What balances the lines of words in a style across some millimetres: spaces inside a line do not break."""
    listed, before = ("|".join(map(re.escape, words)) for words in (kept.together, kept.before_number))
    dates = rf"(?<=[\d{KEPT}]) (?=(?i:{before}) )|(?<=\w) (?={KEPT})"
    close = compiled((rf"\b(?i:{listed})\b|" if listed else "") + dates + r"|(?<=\w) (?=[^\W\d])")

    def balanced(inlines: Inlines, style: Style, across: float) -> Inlines:
        words = plain(inlines)
        most = len(wrapped(words, style, across))
        if most < 2 or "\n" in words or words != words.strip(" "):
            return inlines
        held = close.sub(_held, words)
        ways = (held, most), (held, most + 1), (words, most)
        lines = next(filter(None, (_narrowest(way, style, across, count) for way, count in ways)), None)
        return respelt(inlines, " ".join(line.replace(" ", KEPT) for line in lines)) if lines else inlines

    return balanced


def _held(found: re.Match[str]) -> str:
    """A word of two syllables in one, or the space inside a name: between two large letters."""
    words = found.string
    if found[0] != " " or not (words[found.start() - 1].isalpha() and words[found.end()].isalpha()):
        return found[0].replace(" ", KEPT)
    first = max(words.rfind(space, 0, found.start()) for space in (" ", KEPT)) + 1
    return KEPT if words[first : first + 1].isupper() and words[found.end()].isupper() else " "


def _narrowest(words: str, style: Style, across: float, most: int) -> list[str]:
    """*words* in *most* lines as narrow as can be; none where they would not fit with some room."""
    measured = [(word, width(word, style)) for word in words.split(" ")]
    low, high, best = max(wide for _, wide in measured), across * MOST, list[str]()
    middle = high
    for _ in range(STEPS):
        lines = _lines(measured, width(" ", style), middle)
        low, high, best = (low, middle, lines) if len(lines) <= most else (middle, high, best)
        if not best or low > high:
            return best
        middle = (low + high) / 2
    return best


def _lines(measured: list[tuple[str, float]], space: float, across: float) -> list[str]:
    """The words in lines no wider than *across*."""
    lines, run, used = list[str](), list[str](), 0.0
    for word, wide in measured:
        if run and used + space + wide > across:
            lines.append(" ".join(run))
            run, used = [], 0.0
        used += wide + space * bool(run)
        run.append(word)
    return [*lines, " ".join(run)]
