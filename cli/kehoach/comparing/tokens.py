"""The words of a sentence, with what moves with the year set apart: times, anniversaries, ordinals."""

from collections.abc import Iterator
from datetime import date
from enum import StrEnum

from kehoach.patterns import compiled
from kehoach.records import dataclass


class Mask(StrEnum):
    """What a token stands for, besides its letters."""

    DATE = "date"
    YEAR = "year"
    COUNT = "count"  # the years of an anniversary
    NTH = "nth"  # an event that is held every year
    LUNAR = "lunar"  # a year of the sixty (*Giáp Thìn*)
    TOLD = "told"  # told by itself: a figure, a time, the theme


@dataclass(frozen=True, slots=True)
class Token:
    """A word, a sign, or a time as a whole, from *start* to *end* of the sentence.

    Tokens are laid beside one another by their *key*: the letters, or what the token stands for. *number* is that
    of a year, a count or an ordinal, *days* the stretches of a date, *manner* what else it says (*trước*, *dự kiến*).
    """

    text: str
    start: int
    end: int
    mask: Mask | None = None
    number: int = 0
    days: tuple[tuple[date, date], ...] = ()
    manner: tuple[object, ...] = ()

    @property
    def key(self) -> str:
        """By what it is compared."""
        return f"\0{self.mask}" if self.mask else self.text


Span = tuple[int, int]
_WORD = compiled(r"\w+(?:[.,/]\w+)*|[^\w\s]")


def tokens(text: str, masked: Iterator[Token]) -> tuple[Token, ...]:
    """The tokens of *text*: those *masked*, which do not overlap, and the words and signs between them."""
    found: list[Token] = []
    position = 0
    for one in (*sorted(masked, key=lambda token: token.start), None):
        stop = one.start if one else len(text)
        words = _WORD.finditer(text, position, max(position, stop))
        found += [Token(word.group(), *word.span()) for word in words]
        if one:
            found.append(one)
            position = one.end
    return tuple(found)
