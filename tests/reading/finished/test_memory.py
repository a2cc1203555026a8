"""A folder of documents is read one after the other, and nothing of one stays behind when the next is read."""

import tracemalloc
from collections.abc import Callable
from typing import Any

import pytest

from kehoach.manuscript import Manuscript

LINES, ROUNDS, MOST = 50, 20, 100_000


@pytest.mark.parametrize("ending", ["txt", "docx"])
def test_reading_leaves_nothing_behind(ending: str, reading: Callable[[bytes, str], Manuscript], word: Any) -> None:
    def read(number: int) -> None:
        lines = [f"- Việc thứ {line} của văn bản {number}: trồng cây ở **cơ sở**." for line in range(LINES)]
        data = "\n\n".join(lines).encode() if ending == "txt" else word.document("".join(map(word.p, lines)))
        assert len(reading(data, f"a{number}.{ending}").blocks) == LINES

    for number in range(5):
        read(number)
    tracemalloc.start()
    try:
        before, _ = tracemalloc.get_traced_memory()
        for number in range(ROUNDS):
            read(number)
        after, _ = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert after - before < MOST
