"""Plain texts and Markdown: the blocks of ``texts.yaml``, and what holds for every text."""

import unicodedata
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kehoach.manuscript import Block, Manuscript
from kehoach.reading.data.datafile import read_data
from kehoach.reading.finished.plain import manuscript
from kehoach.scalars import stretch
from kehoach.written import plain

CASES: Any = plain(read_data((Path(__file__).parent / "texts.yaml").read_bytes(), "texts.yaml"))
LETTERS = st.sampled_from("Đoàn niên 12.-*_#|\\ \t\n\n\f\u0301\u00a0\u200b“”ạế:()[]<>&;")


@pytest.mark.parametrize("name", CASES)
@pytest.mark.parametrize("form", ["NFC", "NFD"])
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_blocks(name: str, form: Any, newline: str, shown: Callable[[Block], str]) -> None:
    case = CASES[name]
    source = unicodedata.normalize(form, case["source"]).replace("\n", newline)
    found = manuscript(source.encode("utf-8"), "case.txt")
    assert [shown(block) for block in found.blocks] == case["blocks"]
    assert [remark.code for remark in found.remarks] == (case.get("remarks") or [])


def test_emphasis_is_kept_where_it_stands() -> None:
    text = "- Có **100%** chi đoàn *và* **80 %** đoàn viên."
    (block,) = manuscript(text.encode(), "case.md").blocks
    stretches = [(block.words.text[one.start : one.end], one.bold, one.italic) for one in block.emphases]
    assert stretches == [("100%", True, False), ("và", False, True), ("80 %", True, False)]


def test_places_lead_back_to_the_source() -> None:
    text = "Mở đầu.\n\n- **Cấp huyện** trồng cây ở\n\nxã Đồng Tâm.\n"
    found = manuscript(text.encode(), "case.txt")
    block = found.blocks[1]
    at = block.words.text.index("Đồng Tâm")
    place = stretch(found.text, block.words, at, at + 8)
    assert (place.line, place.column, place.end_line, place.end_column) == (5, 4, 5, 12)
    assert (block.words.place.line, block.words.place.column) == (3, 5)


def test_a_long_document_keeps_its_words() -> None:
    words = [f"từ{number}" for number in range(9_000)]
    lines = [" ".join(words[start : start + 30]).capitalize() + "." for start in range(0, len(words), 30)]
    found = manuscript("\n\n".join(lines).encode(), "case.txt")
    assert " ".join(_all(found)).casefold().replace(".", "").split() == words


@settings(derandomize=True, max_examples=300, deadline=None)
@given(st.text(LETTERS, max_size=200))
def test_offsets_lead_to_the_letters(text: str) -> None:
    found = manuscript(text.encode(), "case.txt")
    for block in found.blocks:
        words, at = block.words.text, block.words.offsets
        assert unicodedata.is_normalized("NFC", words) and words == words.strip()
        assert len(at) == len(words) + 1 and list(at) == sorted(at)
        for letter, offset in zip(words, at, strict=False):
            source = found.text[offset]
            assert letter == source or source.isspace() or source in "&<" or unicodedata.decomposition(letter)


@settings(derandomize=True, max_examples=200, deadline=None)
@given(st.text(LETTERS, max_size=200))
def test_no_letter_is_lost_or_read_twice(text: str) -> None:
    found = manuscript(text.encode(), "case.txt")
    if not found.remarks and not set("&<[#") & set(text):
        assert sorted(filter(str.isalnum, "".join(_all(found)))) == sorted(
            filter(str.isalnum, unicodedata.normalize("NFC", found.text.replace("\u200b", "")))
        )


def _all(found: Manuscript) -> list[str]:
    return [f"{block.mark} {block.words.text}" for block in found.blocks]
