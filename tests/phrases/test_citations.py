"""Citations, whole and inside sentences."""

from collections.abc import Mapping
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from ruamel.yaml import YAML

from kehoach.phrases import citation, document_number, partial_date
from kehoach.phrases.citation import Citation
from kehoach.phrases.document_number import DocumentNumber
from kehoach.phrases.lexicon import Lexicon
from kehoach.phrases.partial_date import DateForm, PartialDate
from kehoach.phrases.roman import number, roman

CASES = YAML(typ="base", pure=False).load(Path(__file__).parent / "documents" / "citations.yaml")
WHOLES: list[Mapping[str, str]] = CASES["wholes"]


def told(found: Citation, lexicon: Lexicon) -> dict[str, str]:
    said = {
        "written": found.written,
        "kind": found.kind,
        "number": document_number.canonical(found.number, lexicon) if found.number else "",
        "date": partial_date.canonical(found.date) if found.date else "",
        "issuer": found.issuer,
        "about": found.about,
        "congress": found.congress,
        "ordinal": str(found.ordinal or ""),
        "term": f"{found.term[0]} - {found.term[1]}" if found.term else "",
    }
    return {name: words for name, words in said.items() if words}


@pytest.mark.parametrize("case", WHOLES, ids=lambda case: case["written"])
def test_reads(case: Mapping[str, str], lexicon: Lexicon) -> None:
    found = citation.parse(case["written"], lexicon)
    assert (told(found, lexicon) if found else {"written": case["written"]}) == dict(case)


@pytest.mark.parametrize("case", [case for case in WHOLES if len(case) > 1], ids=lambda case: case["written"])
def test_canonical_words_read_back(case: Mapping[str, str], lexicon: Lexicon) -> None:
    found = citation.parse(case["written"], lexicon)
    assert found
    words = citation.canonical(found, lexicon)
    again = citation.parse(words, lexicon)
    assert again == found
    assert citation.canonical(again, lexicon) == words


@pytest.mark.parametrize("case", CASES["sentences"], ids=lambda case: case["text"])
def test_finds(case: Mapping[str, object], lexicon: Lexicon) -> None:
    sentence = str(case["text"])
    found = citation.find(sentence, lexicon)
    assert [each.citation.written for each in found] == case["finds"]
    assert all(sentence[each.start : each.end] == each.citation.written for each in found)


def test_a_standard_says_how_dates_and_gaps_are_written(lexicon: Lexicon) -> None:
    form = DateForm(day_zero_below=10, month_zero_below=3, gap="...")
    blank = Citation("", "Kế hoạch", DocumentNumber("", None, None, "KH", "TĐTN"), PartialDate("", None, 2, 2023))
    assert citation.canonical(blank, lexicon, form) == "Kế hoạch số ...-KH/TĐTN ngày .../02/2023"


ISSUER = st.sampled_from(
    ["Ban Thường vụ Tỉnh đoàn", "Đảng ủy Khối các cơ quan và doanh nghiệp tỉnh", "Bộ Chính trị khóa XII"]
)
ABOUT = st.sampled_from(["công tác Đoàn năm 2023", "“Tăng cường bảo vệ nền tảng tư tưởng”", "Tháng Thanh niên"])
DATE = st.dates().map(lambda day: PartialDate("", day.day, day.month, day.year))
NUMBER = st.integers(1, 999).map(lambda value: DocumentNumber("", str(value), value, "KH", "TĐTN", "BTG"))
CONGRESS = st.sampled_from(["Đại hội đại biểu toàn quốc", "Đại hội Đoàn quận Bình Tân"])
TERM = st.integers(2000, 2090).map(lambda year: (year, year + 5))


@st.composite
def citations(draw: st.DrawFn) -> Citation:
    issuer, about = draw(st.just("") | ISSUER), draw(st.just("") | ABOUT)
    if draw(st.booleans()):
        return Citation("", "Kế hoạch", draw(NUMBER), draw(st.none() | DATE), issuer, about)
    ordinal, term = draw(st.integers(1, 60)), draw(st.none() | TERM)
    return Citation("", "Nghị quyết", None, None, issuer, about, draw(CONGRESS), ordinal, term)


@settings(derandomize=True, deadline=None, max_examples=200)
@given(value=citations())
def test_what_is_put_into_words_reads_back(value: Citation, lexicon: Lexicon) -> None:
    words = citation.canonical(value, lexicon)
    found = citation.parse(words, lexicon)
    assert found == value
    assert found.written == words


@given(value=st.integers(1, 399))
@settings(derandomize=True, deadline=None)
def test_roman_figures_read_back(value: int) -> None:
    assert number(roman(value)) == value == number(str(value))


@pytest.mark.parametrize("text", ["", "IIII", "VX", "ABC", "-1"])
def test_what_is_no_number_is_none(text: str) -> None:
    assert number(text) is None
