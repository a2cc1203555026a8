"""Anniversaries and the table of commemorations."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from ruamel.yaml import YAML

from kehoach.phrases import commemoration
from kehoach.phrases.commemoration import Commemoration
from kehoach.phrases.documents.commemoration_words import events
from kehoach.phrases.lexicon import Lexicon

CASES: list[Mapping[str, str]] = YAML(typ="base", pure=False).load(
    Path(__file__).parent / "documents" / "commemorations.yaml"
)
READ = [case for case in CASES if len(case) > 1]


def told(found: Commemoration) -> dict[str, str]:
    said = {
        "written": found.written,
        "event": found.event,
        "name": "" if found.event else found.name,
        "count": str(found.count),
        "founded": str(found.founded or ""),
        "held": str(found.held or ""),
        "year": "" if found.held else str(found.year or ""),
    }
    return {name: words for name, words in said.items() if words}


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["written"])
def test_reads(case: Mapping[str, str], lexicon: Lexicon) -> None:
    found = commemoration.parse(case["written"], lexicon)
    assert (told(found) if found else {"written": case["written"]}) == dict(case)


@pytest.mark.parametrize("case", READ, ids=lambda case: case["written"])
def test_canonical_words_read_back(case: Mapping[str, str], lexicon: Lexicon) -> None:
    found = commemoration.parse(case["written"], lexicon)
    assert found
    words = commemoration.canonical(found, lexicon)
    again = commemoration.parse(words, lexicon)
    assert again == found
    assert commemoration.canonical(again, lexicon) == words


@pytest.mark.parametrize(
    ("sentence", "written"),
    [
        (
            "Mừng 93 năm Ngày thành lập Đảng Cộng sản Việt Nam; 92 năm Ngày thành lập Đoàn TNCS Hồ Chí Minh.",
            ["93 năm Ngày thành lập Đảng Cộng sản Việt Nam", "92 năm Ngày thành lập Đoàn TNCS Hồ Chí Minh"],
        ),
        (
            "Chào mừng 20 năm thành lập và phát triển quận Bình Tân (02/12/2003 - 02/12/2023).",
            ["20 năm thành lập và phát triển quận Bình Tân (02/12/2003 - 02/12/2023)"],
        ),
        ("Hướng tới 60 năm Ngày thành lập Đoàn TNCS Hồ Chí Minh tỉnh Lai Châu.", []),
        ("Tổng kết 15 năm thực hiện Nghị quyết, lớp đoàn viên 90 năm.", []),
    ],
)
def test_finds(sentence: str, written: list[str], lexicon: Lexicon) -> None:
    found = commemoration.find(sentence, lexicon)
    assert [each.commemoration.written for each in found] == written
    assert all(sentence[each.start : each.end] == each.commemoration.written for each in found)


@pytest.mark.parametrize(
    ("event", "year", "count"),
    [
        ("doan", 2023, 92),
        ("dang", 2024, 94),
        ("thi_dua_ai_quoc", 2023, 75),
        ("doan", 1931, None),
        ("moi_truong", 2023, None),
        ("?", 2023, None),
    ],
)
def test_counts_the_years(event: str, year: int, count: int | None, lexicon: Lexicon) -> None:
    assert commemoration.years_since(event, year, lexicon) == count


def test_every_wording_in_the_table_means_its_own_event(lexicon: Lexicon) -> None:
    for event in lexicon.view(events).values():
        assert date(event.year or 2024, event.month, event.day)
        for wording in event.words:
            found = commemoration.parse(f"70 năm {wording}", lexicon)
            assert found and found.event == event.id, wording


@settings(derandomize=True, deadline=None)
@given(count=st.integers(1, 200), day=st.dates(date(1801, 1, 1), date(2030, 12, 31)), data=st.data())
def test_what_is_put_into_words_reads_back(count: int, day: date, data: st.DataObject, lexicon: Lexicon) -> None:
    event = data.draw(st.sampled_from(sorted(lexicon.view(events))))
    name = lexicon.view(events)[event].words[0]
    value = Commemoration("", event, name, count, held=day, year=day.year)
    words = commemoration.canonical(value, lexicon)
    found = commemoration.parse(words, lexicon)
    assert found == value
    assert found.written == words
