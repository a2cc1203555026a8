"""Dates with gaps."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kehoach.phrases import partial_date
from kehoach.phrases.partial_date import SLASHED, DateForm, PartialDate

DATE_LINE = DateForm("ngày {day} tháng {month} năm {year}", day_zero_below=10, month_zero_below=3, gap="\u00a0" * 6)


@pytest.mark.parametrize(
    ("text", "day", "month", "year"),
    [
        ("26/3/2023", 26, 3, 2023),
        ("09/02/2023", 9, 2, 2023),
        ("29/2/2024", 29, 2, 2024),
        ("/01/2023", None, 1, 2023),
        ("//2023", None, None, 2023),
        (" 26 / 3 / 2023 ", 26, 3, 2023),
        ("ngày 27 tháng 4 năm 2021", 27, 4, 2021),
        ("Ngày 02  tháng 01 năm 2024", 2, 1, 2024),
        ("ngày      tháng 01 năm 2023", None, 1, 2023),
        ("ngày \u00a0\u00a0 tháng \u00a0\u00a0 năm 2023", None, None, 2023),
        ("tháng 3 năm 2023", None, 3, 2023),
    ],
)
def test_reads(text: str, day: int | None, month: int | None, year: int) -> None:
    assert partial_date.parse(text) == PartialDate(text, day, month, year)


@pytest.mark.parametrize(
    "text",
    [
        "31/2/2023",
        "29/2/2023",
        "0/3/2023",
        "1/13/2023",
        "1/0/2023",
        "1/1/0000",
        "26//2023",
        "ngày 31 tháng 4 năm 2021",
        "26/3",
        "22 01/2021",
        "tháng 3",
        "",
        "18-CTr/ĐTN",
        "26/3/23",
    ],
)
def test_what_is_no_date_is_none(text: str) -> None:
    assert partial_date.parse(text) is None


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("9/2/2023", "ngày 09 tháng 02 năm 2023"),
        ("19/5/2023", "ngày 19 tháng 5 năm 2023"),
        ("10/10/2023", "ngày 10 tháng 10 năm 2023"),
        ("03/03/2023", "ngày 03 tháng 3 năm 2023"),
        ("/01/2023", "ngày \u00a0\u00a0\u00a0\u00a0\u00a0\u00a0 tháng 01 năm 2023"),
    ],
)
def test_writes_the_date_line(text: str, line: str) -> None:
    value = partial_date.parse(text)
    assert value
    assert partial_date.canonical(value, DATE_LINE) == line


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("26/3/2023", date(2023, 3, 26), date(2023, 3, 26)),
        ("/02/2024", date(2024, 2, 1), date(2024, 2, 29)),
        ("//2023", date(2023, 1, 1), date(2023, 12, 31)),
    ],
)
def test_tells_the_days_that_it_can_be(text: str, first: date, last: date) -> None:
    value = partial_date.parse(text)
    assert value and (value.first(), value.last()) == (first, last)
    assert value.complete == (first == last)


@st.composite
def partial_dates(draw: st.DrawFn) -> PartialDate:
    day = draw(st.dates())
    gaps = draw(st.integers(0, 2))
    return PartialDate("", day.day if gaps < 1 else None, day.month if gaps < 2 else None, day.year)


@settings(derandomize=True, deadline=None)
@given(value=partial_dates(), form=st.sampled_from([SLASHED, DATE_LINE]))
def test_what_is_put_into_words_reads_back(value: PartialDate, form: DateForm) -> None:
    words = partial_date.canonical(value, form)
    found = partial_date.parse(words)
    assert found == value
    assert found.written == words
    assert found.first() <= found.last()


@settings(derandomize=True, deadline=None, max_examples=300)
@given(text=st.text("0123456789/ ngàythăm", max_size=24))
def test_any_text_is_read_without_a_fault(text: str) -> None:
    found = partial_date.parse(text)
    assert found is None or found.written == text
