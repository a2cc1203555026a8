"""What in a sentence moves with the year, found by the word lists by which a plan is carried into another year."""

import re
from collections.abc import Iterator

from kehoach.comparing.tokens import Mask, Span, Token
from kehoach.patterns import compiled
from kehoach.phrases import citation, period
from kehoach.phrases.choices import DASH, choice
from kehoach.phrases.lexicon import Lexicon
from kehoach.phrases.period import Grain, Period
from kehoach.phrases.roman import number
from kehoach.phrases.times.lunar_years import lunar_years
from kehoach.phrases.times.plain import plain
from kehoach.phrases.times.units_of_time import unit_word
from kehoach.records import dataclass

_DIGIT = compiled(r"\d")
_YEAR = compiled(r"(?<![\w.])(?:19|20)\d\d(?![\w/]|[.,]\d)")


def moving(text: str, year: int, lexicon: Lexicon, told: tuple[Span, ...] = ()) -> Iterator[Token]:
    """The tokens of *text*, a sentence of a plan of *year*, that move with the year, and those *told* elsewhere."""
    patterns = lexicon.view(_patterns)
    taken: list[Span] = []
    for one in _told(text, told):
        taken.append((one.start, one.end))
        yield one
    taken += _steady(text, lexicon, patterns)
    for one in (*_days(text, year, lexicon), *_counts(text, patterns), *_years(text, lexicon)):
        if all(one.end <= first or last <= one.start for first, last in taken):
            taken.append((one.start, one.end))
            yield one


def _told(text: str, told: tuple[Span, ...]) -> Iterator[Token]:
    """The stretches *told*, those that overlap as one."""
    position = 0
    for start, end in sorted(told):
        if end > position:
            start, position = max(start, position), end
            yield Token(text[start:end], start, end, Mask.TOLD)


@dataclass(frozen=True, slots=True)
class _Patterns:
    """The word lists as patterns."""

    term: re.Pattern[str]
    law: re.Pattern[str]
    anniversary: re.Pattern[str]
    ordinal: re.Pattern[str]
    congress: re.Pattern[str]


def _patterns(lexicon: Lexicon) -> _Patterns:
    def words(name: str) -> str:
        return choice(lexicon.words("drafting", name))

    years, openings = lexicon.view(plain).year, choice(lexicon.words("occasions", "openings"))
    first = rf"(?<!\w)(?:{words('leads')}|{words('reviews')})\s+(?P<led>\d{{1,3}})(?=\s+{years}\b)"
    return _Patterns(
        compiled(rf"(?<!\w){unit_word(lexicon, Grain.TERM)}\s+\d{{4}}\s*{DASH}\s*\d{{4}}", re.IGNORECASE),
        compiled(rf"(?<!\w){words('fixed_before')}(?:(?!(?<!\w){words('fixed_not')}(?!\w))[^.;,\d]){{0,40}}\d{{4}}"),
        compiled(rf"{first}|(?<![\w.,])(?P<opened>\d{{1,3}})(?=\s+{years}\s+{openings}\b)", re.IGNORECASE),
        compiled(rf"(?<!\w){choice(lexicon.words('occasions', 'nth'))}\s+(?P<nth>[IVXLC]+|\d{{1,3}})(?!\w)"),
        compiled(rf"{words('congress')}[^.;,]*$", re.IGNORECASE),
    )


def _steady(text: str, lexicon: Lexicon, patterns: _Patterns) -> Iterator[Span]:
    """What keeps its years: documents whose number is known, terms and stages, laws."""
    for found in citation.find(text, lexicon):
        if found.citation.number is None or found.citation.number.number:
            yield found.start, found.end
    for pattern in (patterns.term, patterns.law):
        yield from (match.span() for match in pattern.finditer(text))


def _days(text: str, year: int, lexicon: Lexicon) -> Iterator[Token]:
    for found in period.find(text, year, lexicon) if _DIGIT.search(text) else ():
        if _is_day(when := found.period):
            manner = when.bound, when.tentative, when.hour, when.part_of_day
            yield Token(text[found.start : found.end], found.start, found.end, Mask.DATE, 0, when.days, manner)


def _is_day(found: Period) -> bool:
    return found.grain is Grain.DAY and not found.recurrence


def _counts(text: str, patterns: _Patterns) -> Iterator[Token]:
    """The years of anniversaries, and the numbers of what is held every year; a congress is not."""
    for match in patterns.anniversary.finditer(text):
        yield _counted(match, "led" if match["led"] else "opened", Mask.COUNT)
    for match in patterns.ordinal.finditer(text):
        if not patterns.congress.search(text[: match.start()]):
            yield _counted(match, "nth", Mask.NTH)


def _counted(match: re.Match[str], group: str | int, mask: Mask) -> Token:
    return Token(match[group], *match.span(group), mask, number(match[group]) or 0)


def _years(text: str, lexicon: Lexicon) -> Iterator[Token]:
    """Years by their number, and by their name in the cycle of sixty."""
    yield from (_counted(match, 0, Mask.YEAR) for match in _YEAR.finditer(text))
    names = lexicon.view(lunar_years)
    for match in names.named.finditer(text):
        yield Token(match.group(), *match.span(), Mask.LUNAR, names.place(match.group()) or 0)
