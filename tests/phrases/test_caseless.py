"""What is looked for in small letters is what would be found whatever the case."""

import re

from hypothesis import given
from hypothesis import strategies as st

from kehoach.patterns import caseless, small

PATTERNS = (
    r"\bNghị quyết\b",
    r"(?<!\w)(?P<Nth>Lần thứ|Quý)\s+(?P<ordinal>[IVX]+|\d+)(?!\w)",
    r"(?P<one>\w+)\s+(?P=one)\S",
    r"[A-ZĐ]+\W",
)
WORDS = st.sampled_from(["Nghị quyết", "NGHỊ", "lần thứ", "Quý", "iv", "IV", "Đoàn", "đoàn", "x1", ".", " ", "\n"])


@given(text=st.lists(WORDS).map(" ".join), pattern=st.sampled_from(PATTERNS))
def test_small_letters_tell_the_same(text: str, pattern: str) -> None:
    found = [match.span() for match in caseless(pattern).finditer(small(text))]
    assert found == [match.span() for match in re.finditer(pattern, text, re.IGNORECASE)]


@given(text=st.text())
def test_every_sign_stays_in_its_place(text: str) -> None:
    assert len(small(text)) == len(text)
    assert small(small(text)) == small(text)


def test_a_letter_that_is_two_in_small() -> None:
    assert small("Đoàn İ Đ") == "đoàn İ đ"
