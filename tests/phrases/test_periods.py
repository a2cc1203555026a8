"""Periods as officers write them, and the laws that all of them obey."""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from ruamel.yaml import YAML

from kehoach.phrases import period
from kehoach.phrases.lexicon import Lexicon
from kehoach.phrases.period import Bound, Grain, Period, Recurrence
from kehoach.phrases.times import lunar

HERE = Path(__file__).parent / "dates"
TET = {
    2021: date(2021, 2, 12),
    2022: date(2022, 2, 1),
    2023: date(2023, 1, 22),
    2024: date(2024, 2, 10),
    2025: date(2025, 1, 29),
    2026: date(2026, 2, 17),
    2027: date(2027, 2, 6),
    2028: date(2028, 1, 26),
    2029: date(2029, 2, 13),
    2030: date(2030, 2, 2),
}
Case = Mapping[str, str]


def cases(kind: str) -> list[object]:
    return list(_cases(kind))


def _cases(kind: str) -> Iterator[object]:
    for file in sorted(HERE.glob("*.yaml")):
        data = YAML(typ="base", pure=False).load(file)
        for case in data["cases"]:
            if kind in case:
                yield pytest.param(int(data["year"]), case, id=f"{file.stem}: {case[kind]}")


def told(found: Period, unsure: bool = False) -> dict[str, str]:
    """A period in the words of the case files; what is usual is left out."""
    every = found.recurrence
    said = {
        "when": found.written,
        "days": ", ".join(" - ".join(dict.fromkeys(map(slashed, stretch))) for stretch in found.days),
        "grain": found.grain.value,
        "tentative": "true" if found.tentative else "",
        "bound": found.bound.value if found.bound else "",
        "hour": f"{found.hour:%H:%M}" if found.hour else "",
        "part_of_day": found.part_of_day,
        "part": found.part,
        "name": found.name,
        "lunar": "true" if found.lunar else "",
        "every": every.every.value if every else "",
        "day": str(every.day) if every and every.day else "",
        "weekday": str(every.weekday if every else found.weekday),
        "unsure": "true" if unsure else "",
    }
    return {name: words for name, words in said.items() if words not in {"", "None"}}


def slashed(day: date) -> str:
    return f"{day.day}/{day.month}/{day.year}"


@pytest.mark.parametrize(("year", "case"), cases("when"))
def test_reads(year: int, case: Case, lexicon: Lexicon) -> None:
    found = period.parse(case["when"], year, lexicon)
    assert (told(found) if found else {"when": case["when"], "text": "true"}) == dict(case)


@pytest.mark.parametrize(("year", "case"), cases("sentence"))
def test_finds(year: int, case: Mapping[str, object], lexicon: Lexicon) -> None:
    sentence = str(case["sentence"])
    found = period.find(sentence, year, lexicon)
    assert [told(each.period, each.unsure) for each in found] == case["finds"]
    assert all(sentence[each.start : each.end] == each.period.written for each in found)


@pytest.mark.parametrize(("year", "case"), cases("when"))
def test_canonical_words_read_back_in_any_year(year: int, case: Case, lexicon: Lexicon) -> None:
    found = period.parse(case["when"], year, lexicon)
    if found:
        words = period.canonical(found, lexicon)
        again = period.parse(words, year + 7, lexicon)
        assert again == found
        assert period.canonical(again, lexicon) == words


YEAR = st.integers(2015, 2034)
DAY = st.dates(date(2015, 1, 1), date(2034, 12, 31))


@st.composite
def times(draw: st.DrawFn) -> tuple[tuple[date, date], ...]:
    first = draw(DAY)
    return ((first, first + timedelta(draw(st.integers(0, 180)))),)


@st.composite
def month_times(draw: st.DrawFn) -> tuple[tuple[date, date], ...]:
    year, first = draw(YEAR), draw(st.integers(1, 12))
    last = draw(st.integers(first, 12))
    return ((date(year, first, 1), date(year + last // 12, last % 12 + 1, 1) - timedelta(1)),)


@st.composite
def units(draw: st.DrawFn) -> tuple[str, Grain]:
    """A time of any other grain, in words of any year."""
    year, month = draw(YEAR), draw(st.integers(1, 12))
    shapes = {
        f"tuần {draw(st.integers(1, 4))} tháng {month}/{year}": Grain.WEEK,
        f"tuần 2 - cuối tháng {month}/{year}": Grain.WEEK,
        f"Quý I - {draw(st.sampled_from(['II', 'III', 'IV']))}/{year}": Grain.QUARTER,
        f"{draw(st.sampled_from(['đầu', 'giữa', 'cuối']))} tháng {month}/{year}": Grain.MONTH,
        f"{draw(st.sampled_from(['đầu', 'giữa', 'cuối']))} Quý III/{year}": Grain.QUARTER,
        f"{draw(st.sampled_from(['đầu', 'giữa', 'cuối']))} năm {year}": Grain.YEAR,
        f"6 tháng {draw(st.sampled_from(['đầu', 'cuối']))} năm {year}": Grain.HALF,
        f"năm {year} - {year + 2}": Grain.YEAR,
        f"giai đoạn {year} - {year + 5}": Grain.TERM,
        f"năm học {year} - {year + 1}": Grain.SCHOOL_YEAR,
        f"hè {year}": Grain.SEASON,
        f"{draw(st.sampled_from(['Tết Nguyên đán', 'Tết Trung thu', 'Tháng Thanh niên']))} {year}": Grain.NAMED,
        f"ngày {draw(st.integers(1, 29))}/{month}/{year} Âm lịch": Grain.DAY,
        f"các ngày 3/{month}, 9 - 11/{month}, 20/{month}/{year}": Grain.DAY,
        f"tháng 1, 3 và 12/{year}": Grain.MONTH,
    }
    return draw(st.sampled_from(sorted(shapes.items())))


@settings(derandomize=True, deadline=None, max_examples=300)
@given(shape=units(), year=YEAR, front=st.sampled_from(["", "dự kiến ", "trước ", "đến hết ", "trước 17h00 "]))
def test_every_grain_reads_back(shape: tuple[str, Grain], year: int, front: str, lexicon: Lexicon) -> None:
    text, grain = shape
    written = front + text
    found = period.parse(written, year, lexicon)
    assert found and found.grain is grain
    assert found.written == written
    assert found.first <= found.last
    words = period.canonical(found, lexicon)
    assert period.parse(words, year + 1, lexicon) == found
    part = period.restricted(found, date(found.first.year, 3, 1), date(found.first.year, 9, 15), lexicon)
    assert part is None or period.parse(part.written, year, lexicon) is not None


@st.composite
def periods(draw: st.DrawFn) -> Period:
    grain = draw(st.sampled_from([Grain.DAY, Grain.MONTH]))
    days = draw(times() if grain is Grain.DAY else month_times())
    weekly = st.builds(Recurrence, st.just(Grain.WEEK), st.none() | st.integers(0, 6))
    monthly = st.builds(Recurrence, st.just(Grain.MONTH), st.none(), st.none() | st.integers(1, 31))
    return Period(
        "",
        days,
        grain,
        tentative=draw(st.booleans()),
        bound=draw(st.sampled_from([None, Bound.BY, Bound.BEFORE])),
        recurrence=draw(st.none() | weekly | monthly | st.just(Recurrence(Grain.YEAR))),
        hour=draw(st.none() | st.times().map(lambda time: time.replace(second=0, microsecond=0))),
        part_of_day=draw(st.sampled_from(["", "morning", "evening"])),
    )


@settings(derandomize=True, deadline=None, max_examples=200)
@given(value=periods())
def test_what_is_put_into_words_reads_back(value: Period, lexicon: Lexicon) -> None:
    words = period.canonical(value, lexicon)
    found = period.parse(words, 1999, lexicon)
    assert found == value
    assert found.written == words


@settings(derandomize=True, deadline=None, max_examples=200)
@given(value=periods(), first=DAY, length=st.integers(0, 400))
def test_a_part_lies_within_and_reads_back(value: Period, first: date, length: int, lexicon: Lexicon) -> None:
    last = first + timedelta(length)
    part = period.restricted(value, first, last, lexicon)
    assert (part is not None) == any(start <= last and first <= end for start, end in value.days)
    if part and part != value:
        assert first <= part.first <= part.last <= last
        assert period.parse(part.written, 1999, lexicon) == part


@settings(derandomize=True, deadline=None, max_examples=300)
@given(text=st.text("0123456789/- ,.ngàythuầquýIVđếtrướchằg", max_size=24))
def test_any_text_is_read_without_a_fault(text: str, lexicon: Lexicon) -> None:
    found = period.parse(text, 2023, lexicon)
    if found:
        assert found.written == text
        assert found.first <= found.last
        assert all(first <= last for first, last in found.days)
    assert all(each.period.first <= each.period.last for each in period.find(text, 2023, lexicon))


def test_only_the_dates_within_are_taken(lexicon: Lexicon) -> None:
    sundays = period.parse("vào các ngày 19/3, 28/5, 23/7, 17/9", 2023, lexicon)
    assert sundays
    march = period.restricted(sundays, date(2023, 3, 1), date(2023, 3, 31), lexicon)
    assert march and march.written == "ngày 19/3/2023"
    assert period.restricted(sundays, date(2023, 4, 1), date(2023, 4, 30), lexicon) is None


def test_a_period_that_lies_within_stays_as_written(lexicon: Lexicon) -> None:
    week = period.parse("tuần 4 tháng 3", 2023, lexicon)
    assert week
    assert period.restricted(week, date(2023, 3, 1), date(2023, 3, 31), lexicon) is week


@pytest.mark.parametrize(("year", "day"), TET.items())
def test_tet_falls_on_its_known_day(year: int, day: date, lexicon: Lexicon) -> None:
    found = period.parse("Tết Nguyên đán", year, lexicon)
    assert found and found.first == day
    assert lunar.lunar_day(day) == (1, 1, year, False)


@settings(derandomize=True, deadline=None)
@given(day=st.dates(date(1950, 1, 1), date(2099, 12, 31)))
def test_lunar_days_lead_back_to_their_day(day: date) -> None:
    number, month, year, leap = lunar.lunar_day(day)
    assert leap or lunar.solar_day(number, month, year) == day
