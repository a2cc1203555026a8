"""The forms of a period without the words around it: each a pattern and what it means."""

import re
from collections.abc import Callable, Iterator, Mapping

from kehoach.phrases.choices import DASH, YEAR, backwards, choice, spoken
from kehoach.phrases.lexicon import Lexicon
from kehoach.phrases.times import series, spans
from kehoach.phrases.times.form import Form, core
from kehoach.phrases.times.moons import lunar_forms
from kehoach.phrases.times.named import named_forms
from kehoach.phrases.times.series import Unit
from kehoach.phrases.times.units_of_time import ungrouped, unit_word, units
from kehoach.phrases.times.when import Grain, Period, Recurrence
from kehoach.records import dataclass, replace


def forms(lexicon: Lexicon) -> tuple[Form, ...]:
    """Every form, the more telling ones first; a view of the lexicon."""
    return (
        *_recurring(lexicon),
        *lunar_forms(lexicon),
        *(Form(unit.pattern, _series_reader(unit)) for unit in lexicon.view(units).values()),
        *_parts(lexicon),
        *_year_forms(lexicon),
        *named_forms(lexicon),
    )


def _series_reader(unit: Unit) -> Callable[[re.Match[str], int], Period | None]:
    def read(match: re.Match[str], year: int) -> Period | None:
        days = series.stretches(match.group(), unit, year)
        return core(days, unit.grain) if days else None

    return read


def _parts(lexicon: Lexicon) -> Iterator[Form]:
    """``cuối tháng 5``, ``đầu Quý II``, ``giữa năm 2024``, ``6 tháng đầu năm 2024``."""
    known = lexicon.view(units)
    words = backwards({part: _words(lexicon, "parts", part, "words") for part in lexicon.table("periods", "parts")})
    for grain in (Grain.MONTH, Grain.QUARTER, Grain.YEAR):
        item = known[grain].item.pattern if grain is not Grain.YEAR else rf"(?P<year>{YEAR})"
        optional = "?" if grain is Grain.YEAR else ""
        pattern = rf"(?P<part>{choice(words)})\s+{unit_word(lexicon, grain)}(?:\s+{item}){optional}"
        yield Form(pattern, _PartReader(lexicon, words, known[grain]))
    year = rf"(?:\s+(?P<year>{YEAR}))?"
    halves = {half: _words(lexicon, "half", half) for half in ("start", "end")}
    ends = backwards(halves)
    figure = r"(?P<months>0?\d|1[01])"
    yield Form(
        rf"{figure}\s+{unit_word(lexicon, Grain.MONTH)}\s+(?P<half>{choice(ends)}){year}", _half_reader(lexicon, ends)
    )


@dataclass(frozen=True, slots=True, eq=False)
class _PartReader:
    """Reads the beginning, middle or end of a month, quarter or year."""

    lexicon: Lexicon
    words: Mapping[str, str]
    unit: Unit

    def __call__(self, match: re.Match[str], year: int) -> Period | None:
        found, part, grain = match.groupdict(), self.words[spoken(match["part"])], self.unit.grain
        figures = _words(self.lexicon, "parts", part, grain.value)
        first, last = (int(figure) for figure in figures)
        year = int(found["year"]) if found.get("year") else year
        own = self.unit.number(found["own"]) if found.get("own") else 0
        if grain is Grain.MONTH:
            stretch = spans.days(year, own, first, last)
        elif grain is Grain.QUARTER:
            stretch = spans.months(year, 3 * own - 3 + first, 3 * own - 3 + last) if 1 <= own <= 4 else None
        else:
            stretch = spans.months(year, first, last)
        return replace(core((stretch,), grain), part=part) if stretch else None


def _half_reader(lexicon: Lexicon, ends: Mapping[str, str]) -> Callable[[re.Match[str], int], Period | None]:
    half = int(str(lexicon.at("periods", "half", "months")))

    def read(match: re.Match[str], year: int) -> Period | None:
        length, year = int(match["months"]), int(match["year"] or year)
        first = 1 if ends[spoken(match["half"])] == "start" else 13 - length
        stretch = spans.months(year, first, first + length - 1)
        return core((stretch,), Grain.HALF if length == half else Grain.MONTH) if stretch else None

    return read


def _year_forms(lexicon: Lexicon) -> Iterator[Form]:
    pair = rf"(?P<first>{YEAR})\s*{DASH}\s*(?P<last>{YEAR})"
    yield Form(rf"{unit_word(lexicon, Grain.SCHOOL_YEAR)}\s+{pair}", _school_year_reader(lexicon))
    yield Form(rf"{unit_word(lexicon, Grain.TERM)}\s+{pair}", _read_term)
    this_year = choice(lexicon.words("periods", "this_year"))
    yield Form(this_year, lambda _, year: core((spans.year(year),), Grain.YEAR))


def _read_term(match: re.Match[str], _: int) -> Period | None:
    first, last = spans.year(int(match["first"])), spans.year(int(match["last"]))
    return core(((first[0], last[1]),), Grain.TERM) if first[0] < last[0] else None


def _school_year_reader(lexicon: Lexicon) -> Callable[[re.Match[str], int], Period | None]:
    (first_day, first_month), (last_day, last_month) = (
        [int(figure) for figure in str(lexicon.at("periods", "school_year", end)).split("/")] for end in ("from", "to")
    )

    def read(match: re.Match[str], _: int) -> Period | None:
        start, end = int(match["first"]), int(match["last"])
        first, last = spans.day(start, first_month, first_day), spans.day(end, last_month, last_day)
        return core(((first[0], last[1]),), Grain.SCHOOL_YEAR) if first and last and end == start + 1 else None

    return read


def _recurring(lexicon: Lexicon) -> Iterator[Form]:
    """``hằng tuần``, ``ngày 20 hằng tháng``; a day of the week stands in front of the whole."""
    grains = lexicon.table("periods", "recurrences")
    every = backwards({grain: _words(lexicon, "recurrences", grain) for grain in grains})
    day = rf"(?:{unit_word(lexicon, Grain.DAY)}\s+(?P<day>\d{{1,2}})\s+)?"

    def read(match: re.Match[str], year: int) -> Period | None:
        grain, number = Grain(every[spoken(match["every"])]), int(match["day"]) if match["day"] else None
        if number is not None and (grain is not Grain.MONTH or not 1 <= number <= 31):
            return None
        return replace(core((spans.year(year),), Grain.YEAR), recurrence=Recurrence(grain, day=number))

    yield Form(rf"{day}(?P<every>{choice(every)})", read)


def _words(lexicon: Lexicon, *path: str) -> tuple[str, ...]:
    return lexicon.words("periods", *path)


def scanned(known: tuple[Form, ...]) -> str:
    """One pattern, without groups, for any of the forms."""
    return "(?:" + "|".join(ungrouped(form.pattern) for form in known) + ")"
