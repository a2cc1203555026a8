"""The words of a sentence, with the times in it set apart: they move with the year and mean the same."""

import re
from collections.abc import Iterator
from datetime import date
from enum import StrEnum

from kehoach.phrases import citation, period
from kehoach.phrases.choices import choice
from kehoach.phrases.lexicon import Lexicon
from kehoach.phrases.period import Grain, Period
from kehoach.records import dataclass


class Mask(StrEnum):
    """What a token stands for, besides its letters."""

    DATE = "date"
    YEAR = "year"
    COUNT = "count"  # so many years
    FIGURE = "figure"


@dataclass(frozen=True, slots=True)
class Token:
    """A word, a sign, or a time as a whole, from *start* to *end* of the sentence.

    Tokens are laid beside one another by their *key*: the letters, or what the token stands for. *number* is that
    of a year or a count, *days* the stretches of a date.
    """

    text: str
    start: int
    end: int
    mask: Mask | None = None
    number: int = 0
    days: tuple[tuple[date, date], ...] = ()

    @property
    def key(self) -> str:
        """By what it is compared."""
        return f"\0{self.mask}" if self.mask else self.text


Span = tuple[int, int]
_WORD = re.compile(r"\w+(?:[.,/]\w+)*|[^\w\s]")


def tokens(text: str, year: int, lexicon: Lexicon, figures: tuple[Span, ...] = ()) -> tuple[Token, ...]:
    """The tokens of *text*, a sentence of a plan of *year*; *figures* are stretches told elsewhere."""
    masked = sorted(_masked(text, year, lexicon, figures), key=lambda token: token.start)
    found: list[Token] = []
    position = 0
    for one in (*masked, None):
        stop = one.start if one else len(text)
        words = _WORD.finditer(text, position, max(position, stop))
        found += [Token(word.group(), *word.span()) for word in words]
        if one:
            found.append(one)
            position = one.end
    return tuple(found)


def _masked(text: str, year: int, lexicon: Lexicon, figures: tuple[Span, ...]) -> Iterator[Token]:
    taken = [(found.start, found.end) for found in citation.find(text, lexicon)]
    for start, end in figures:
        yield Token(text[start:end], start, end, Mask.FIGURE)
        taken.append((start, end))
    for found in period.find(text, year, lexicon):
        if _is_day(found.period) and _free(taken, found.start, found.end):
            yield Token(text[found.start : found.end], found.start, found.end, Mask.DATE, days=found.period.days)
            taken.append((found.start, found.end))
    for match in lexicon.view(_numbers).finditer(text):
        if _free(taken, *match.span()):
            yield _number(match)


def _number(match: re.Match[str]) -> Token:
    mask = Mask.COUNT if match["count"] else Mask.YEAR
    return Token(match.group(), *match.span(), mask, int(match.group()))


def _is_day(found: Period) -> bool:
    return found.grain is Grain.DAY and not found.recurrence


def _free(taken: list[Span], start: int, end: int) -> bool:
    return all(end <= first or last <= start for first, last in taken)


def _numbers(lexicon: Lexicon) -> re.Pattern[str]:
    """A year, or a number of years."""
    years = choice(lexicon.words("occasions", "years"))
    return re.compile(rf"(?<![\w/.])(?:(?P<year>(?:19|20)\d\d)|(?P<count>\d{{1,3}})(?=\s+{years}\b))(?!\w)")
