"""Days, weeks, months, quarters and years as the word lists write them."""

import re
from collections.abc import Callable, Mapping
from functools import partial

from kehoach.patterns import compiled
from kehoach.phrases.choices import DASH, YEAR, choice, spoken
from kehoach.phrases.lexicon import Lexicon
from kehoach.phrases.times import lunar, spans
from kehoach.phrases.times.series import Unit
from kehoach.phrases.times.when import Grain, Stretch
from kehoach.records import replace


def units(lexicon: Lexicon) -> Mapping[Grain, Unit]:
    """The units that are written in series, by grain; a view of the lexicon."""
    made = (_day(lexicon), _week(lexicon), _month(lexicon), _quarter(lexicon), _year(lexicon))
    return {unit.grain: unit for unit in made}


def lunar_unit(day: Unit, year_written: bool) -> Unit:
    """The unit of days, counted in the lunar calendar."""
    return replace(day, stretch=partial(_lunar_stretch, year_written))


def unit_word(lexicon: Lexicon, grain: Grain) -> str:
    """A pattern for the words that name a unit (``ngày``, ``các ngày``)."""
    return choice(lexicon.words("periods", "units", grain.value))


def ranged(lexicon: Lexicon) -> str:
    """A pattern for what stands between the two ends of a range."""
    return rf"(?:{DASH}|{choice(lexicon.words('periods', 'range'))})"


def year_suffix(lexicon: Lexicon) -> str:
    """A pattern for the year behind a month or quarter, in a group ``year``."""
    of, year = choice(lexicon.words("periods", "of")), unit_word(lexicon, Grain.YEAR)
    return rf"(?:(?:\s*/\s*|\s*,?\s+(?:{of}\s+)?{year}\s+)(?P<year>{YEAR}))"


def _day(lexicon: Lexicon) -> Unit:
    own = r"(?P<own>\d{1,2})(?!\d)"
    month = rf"(?:\s*/\s*|\s+{unit_word(lexicon, Grain.MONTH)}\s+)(?P<month>{month_figure(lexicon)})"
    item = rf"{own}(?:{month}{year_suffix(lexicon)}?)?"
    return _within_months(lexicon, Grain.DAY, item, rf"{own}{month}{year_suffix(lexicon)}?", spans.day)


def _week(lexicon: Lexicon) -> Unit:
    words = dict(lexicon.table("periods", "week_words"))
    last = lexicon.words("periods", "last_week", "words")
    numbers = {spoken(word): int(str(number)) for word, number in words.items()} | dict.fromkeys(map(spoken, last), 0)
    of = choice(lexicon.words("periods", "of"))
    own = rf"(?P<own>\b(?:\d{{1,2}}(?!\d)|{choice(numbers)})\b)"
    month = rf"\s+(?:{of}\s+)?{unit_word(lexicon, Grain.MONTH)}\s+(?P<month>{month_figure(lexicon)})"
    item = rf"{own}(?:{month}{year_suffix(lexicon)}?)?"
    unit = _within_months(lexicon, Grain.WEEK, item, rf"{own}{month}{year_suffix(lexicon)}?", _weeks(lexicon))
    return replace(unit, number=_reader(numbers))


def _within_months(
    lexicon: Lexicon, grain: Grain, item: str, full: str, stretch: Callable[[int, int, int], Stretch | None]
) -> Unit:
    """A unit whose items stand within a month: the last item of a series names it; a day needs no word in front."""
    word = rf"(?:{unit_word(lexicon, grain)}\s+)"
    opening = f"{word}?" if grain is Grain.DAY else word
    pattern = rf"{opening}(?:{item}{_separator(lexicon)}{word}?)*{full}"
    return _unit(lexicon, grain, (pattern, item), stretch)


def _month(lexicon: Lexicon) -> Unit:
    figure = month_figure(lexicon)
    return _within_years(lexicon, Grain.MONTH, figure, lambda year, _, own: spans.months(year, own, own))


def _quarter(lexicon: Lexicon) -> Unit:
    numbers = {spoken(word): int(str(number)) for word, number in lexicon.table("periods", "quarters").items()}
    unit = _within_years(lexicon, Grain.QUARTER, choice(numbers), lambda year, _, own: spans.quarter(year, own))
    return replace(unit, number=_reader(numbers))


def _within_years(
    lexicon: Lexicon, grain: Grain, figure: str, stretch: Callable[[int, int, int], Stretch | None]
) -> Unit:
    """A unit whose items stand within a year; a bare figure that counts a noun ends the series before it."""
    item = rf"(?P<own>\b{figure}\b){year_suffix(lexicon)}?"
    word = rf"{unit_word(lexicon, grain)}\s+"
    joint = choice((*lexicon.words("periods", "list"), *lexicon.words("periods", "range")))
    no_noun = rf"(?!\s+(?!{joint}\b)[^\W\d])"
    to, and_ = rf"\s*{ranged(lexicon)}\s*(?:{word})?{item}", rf"{_listed(lexicon)}(?:{word}{item}|{item}{no_noun})"
    pattern = rf"{word}{item}(?:{to}|{and_})*"
    return _unit(lexicon, grain, (pattern, item), stretch)


def _year(lexicon: Lexicon) -> Unit:
    item = rf"(?P<own>{YEAR})(?!\d)"
    word = rf"{unit_word(lexicon, Grain.YEAR)}\s+"
    pattern = rf"{word}{item}(?:{_separator(lexicon)}(?:{word})?{item})*"
    return _unit(lexicon, Grain.YEAR, (pattern, item), lambda _, __, own: spans.months(own, 1, 12))


def _unit(
    lexicon: Lexicon, grain: Grain, patterns: tuple[str, str], stretch: Callable[[int, int, int], Stretch | None]
) -> Unit:
    words = rf"(?:\s+{unit_word(lexicon, grain)})?"
    months = {spoken(word): int(str(number)) for word, number in lexicon.table("periods", "months").items()}
    return Unit(
        grain=grain,
        pattern=ungrouped(patterns[0]),
        item=compiled(patterns[1], re.IGNORECASE),
        ranged=compiled(ranged(lexicon) + words, re.IGNORECASE),
        number=_reader(months),
        month=_reader(months),
        stretch=stretch,
        crossing=int(str(lexicon.at("periods", "crossing_days"))),
    )


def ungrouped(pattern: str) -> str:
    """*pattern* without names for its groups, so that it can stand several times in another one."""
    return re.sub(r"\(\?P<\w+>", "(?:", pattern)


def _separator(lexicon: Lexicon) -> str:
    return rf"(?:\s*{ranged(lexicon)}\s*|{_listed(lexicon)})"


def _listed(lexicon: Lexicon) -> str:
    joint = choice(lexicon.words("periods", "list"))
    return rf"(?:\s*[,;]\s*(?:{joint}\s+)?|\s+{joint}\s+)"


def month_figure(lexicon: Lexicon) -> str:
    """A pattern for the number of a month, in figures or in words."""
    return rf"(?:\d{{1,2}}(?!\d)|{choice(lexicon.table('periods', 'months'))}\b)"


def _reader(words: Mapping[str, int]) -> Callable[[str], int]:
    return lambda text: int(text) if text.isdecimal() else words.get(spoken(text), -1)


def _weeks(lexicon: Lexicon) -> Callable[[int, int, int], Stretch | None]:
    numbers = lexicon.table("periods", "weeks")
    table = {int(number): tuple(map(int, lexicon.words("periods", "weeks", number))) for number in numbers}
    length = int(str(lexicon.at("periods", "last_week", "days")))

    def stretch(year: int, month: int, own: int) -> Stretch | None:
        whole = spans.months(year, month, month)
        if own == 0 and whole:
            return spans.days(year, month, whole[1].day - length + 1, 0)
        return spans.days(year, month, *table[own]) if own in table else None

    return stretch


def _lunar_stretch(year_written: bool, year: int, month: int, own: int) -> Stretch | None:
    day = lunar.solar_day(own, month, year) if year_written else lunar.solar_day_within(own, month, year)
    return (day, day) if day else None
