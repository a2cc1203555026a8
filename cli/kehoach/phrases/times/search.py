"""Periods inside sentences."""

import re
from collections.abc import Iterator

from kehoach.patterns import any_case, caseless, compiled, small
from kehoach.phrases import citation
from kehoach.phrases.choices import DASH, choice
from kehoach.phrases.lexicon import Lexicon
from kehoach.phrases.remembering import remembered
from kehoach.phrases.times.forms import forms, scanned
from kehoach.phrases.times.frame import frame
from kehoach.phrases.times.grammar import grammar
from kehoach.phrases.times.units_of_time import ranged, unit_word
from kehoach.phrases.times.when import Found, Grain
from kehoach.records import dataclass, replace

_PLAIN = frozenset({Grain.DAY, Grain.WEEK, Grain.MONTH})
_DAY = r"\d{1,2}\s*/\s*\d{1,2}\s*/\s*"
_ANNIVERSARY = compiled(rf"{_DAY}(?P<since>\d{{4}})\s*{DASH}\s*{_DAY}(?P<until>\d{{4}})")


@dataclass(frozen=True, slots=True, eq=False)
class _Patterns:
    phrase: re.Pattern[str]
    opaque: re.Pattern[str]
    open_end: re.Pattern[str]
    fraction: re.Pattern[str]
    day_word: re.Pattern[str]
    this_year: re.Pattern[str]


@remembered
def find(text: str, year: int, lexicon: Lexicon) -> tuple[Found, ...]:
    """Every period inside the sentence *text*, in order, a missing year being *year*.

    The dates of citations and the two days of an anniversary are none. A year, a quarter, a season
    or a name that no word of time introduces and no bracket encloses is *unsure*: it may belong to
    the noun before it (*Kế hoạch Tháng Thanh niên năm 2023*); so is a bare ``1/6`` without *ngày*.
    """
    return tuple(_found(text, year, lexicon))


def _found(text: str, year: int, lexicon: Lexicon) -> Iterator[Found]:
    patterns = lexicon.view(_patterns)
    visible = _visible(text, lexicon)
    low = small(visible)
    position = 0
    while match := patterns.phrase.search(low, position):
        found = _longest(match, text, year, lexicon)
        if found is None or patterns.open_end.search(visible[: match.start()]):
            position = _next(match) if found is None else match.end()
            continue
        position = found.end
        if not _is_fraction(visible, found, patterns):
            yield replace(found, unsure=_is_unsure(visible, found, match, patterns))


def _longest(match: re.Match[str], text: str, year: int, lexicon: Lexicon) -> Found | None:
    """The whole match or, where it means nothing, the match without what follows its first time."""
    for end in (match.end(), match.end("time")):
        written = text[match.start() : end]
        period = lexicon.view(grammar).period(written, year)
        if period:
            return Found(match.start(), end, replace(period, written=written))
    return None


def _next(match: re.Match[str]) -> int:
    """Where to go on after a match that means nothing: at the time behind its first words, else behind its start."""
    return match.end("front") if match["front"] else match.start() + 1


def _visible(text: str, lexicon: Lexicon) -> str:
    """*text* with everything in which no period is to be sought covered, at the same length."""
    covered = [(found.start, found.end) for found in citation.find(text, lexicon)]
    covered += [match.span() for match in lexicon.view(_patterns).opaque.finditer(text)]
    covered += [match.span() for match in _ANNIVERSARY.finditer(text) if match["since"] < match["until"]]
    for start, end in covered:
        text = text[:start] + "\0" * (end - start) + text[end:]
    return text


def _is_fraction(text: str, found: Found, patterns: _Patterns) -> bool:
    """``2/3 số chi đoàn`` is no second of March."""
    bare = found.period.grain is Grain.DAY and not patterns.day_word.match(found.period.written)
    return bare and bool(patterns.fraction.match(text, found.end))


def _is_unsure(text: str, found: Found, match: re.Match[str], patterns: _Patterns) -> bool:
    period = found.period
    introduced = match["front"] or text[: found.start].rstrip().endswith("(")
    if introduced or period.recurrence or period.bound or period.lunar or period.part:
        return False
    if period.grain is Grain.DAY:
        return not patterns.day_word.match(period.written) and str(period.first.year) not in period.written
    named = period.grain not in _PLAIN
    return named and not patterns.this_year.fullmatch(period.written)


def _patterns(lexicon: Lexicon) -> _Patterns:
    around, time = lexicon.view(frame), scanned(lexicon.view(forms))
    of = choice(lexicon.words("periods", "of"))
    yearly = choice(lexicon.words("periods", "recurrences", "year"))
    more = rf"(?:(?:\s*{ranged(lexicon)}\s*|\s+{of}\s+){time}|\s+{yearly})?(?:{around.tail})*"
    guard = r"(?![\w/%])(?!\s*%)"
    open_end = choice((*lexicon.words("periods", "after"), *lexicon.words("periods", "from")))
    return _Patterns(
        phrase=caseless(rf"(?<![\w/])(?<!\d[.,])(?P<front>{around.front}*)(?P<time>{time}){guard}(?:{more}{guard})?"),
        opaque=any_case(choice(lexicon.words("periods", "opaque"))),
        open_end=any_case(rf"(?<!\w){open_end}\s+$"),
        fraction=any_case(rf"\s+{choice(lexicon.words('periods', 'fraction_of'))}\b"),
        day_word=any_case(rf"{unit_word(lexicon, Grain.DAY)}\b"),
        this_year=any_case(choice(lexicon.words("periods", "this_year"))),
    )
