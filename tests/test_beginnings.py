"""A pattern that knows what it may begin with finds what it would find without."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kehoach.patterns import compiled

PATTERNS = (
    r"(?<!\w)(?:ngày|Tháng)(?!\w)",
    r"\b(?:(?P<day>\d{1,2})/(?P<month>\d{1,2})|quý\s+(?P<quarter>[IVX]+))",
    r"(?:từ\s+)?(?:(?:ngày|đợt)\s+)*+\d+",
    r"(?>k|s|i)[a-zđ]*",
    r"[ks]\w|(?=[a-c])(?:b|c)",
    r"[^k]s|(?i:k)",
    r"(?:\s+|[\d–])(?P<same>[A-ZĐ])(?P=same)?",
    r"(?:đ|\Z)|^",
    r"\w{2}",
    r"😀|k",
)
TEXTS = st.lists(st.sampled_from([*"ksiKSIſKıİđĐ😀b1/– \n", "ngày", "THÁNG", "quý II", "từ", "ß", "Đợt 12"])).map(
    "".join
)


@pytest.mark.parametrize("pattern", PATTERNS)
@pytest.mark.parametrize("flags", [0, re.IGNORECASE, re.IGNORECASE | re.ASCII, re.DOTALL])
@given(text=TEXTS)
def test_it_finds_the_same(pattern: str, flags: int, text: str) -> None:
    found = [(match.span(), match.groupdict()) for match in compiled(pattern, flags).finditer(text)]
    assert found == [(match.span(), match.groupdict()) for match in re.finditer(pattern, text, flags)]


def test_it_passes_over_what_nothing_begins_with() -> None:
    pattern, plain = (make(r"(?<!\w)(?:ngày|tháng)", re.IGNORECASE) for make in (compiled, re.compile))
    assert pattern != plain
    assert pattern.findall("Ngày hội, THÁNG ba") == plain.findall("Ngày hội, THÁNG ba")
