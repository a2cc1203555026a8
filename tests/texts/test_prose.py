"""Prose: the blocks of a body."""

from collections.abc import Iterable
from itertools import chain
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from ruamel.yaml import YAML

from kehoach.prose import Grid, Passage, blocks

CASES: dict[str, dict[str, Any]] = YAML(typ="base").load(Path(__file__).parent / "prose.yaml")


def spelt(block: Passage | Grid) -> list[Any]:
    if isinstance(block, Passage):
        return [block.text, block.bullet, block.id]
    return [list(block.head), *(list(row) for row in block.rows), list(block.alignments)]


@pytest.mark.parametrize("case", CASES.values(), ids=list(CASES))
def test_a_body_is_read(case: dict[str, Any]) -> None:
    assert [spelt(block) for block in blocks(case["body"])] == case["blocks"]


@settings(derandomize=True, max_examples=300)
@given(st.lists(st.sampled_from(["- a", "+ b", "| c |", "d", "1. e", "", "  "]), max_size=8))
def test_no_word_is_lost(lines: list[str]) -> None:
    found = chain.from_iterable(words(block) for block in blocks("\n".join(lines)))
    assert letters(found) == letters(lines)


def words(block: Passage | Grid) -> tuple[str, ...]:
    return (block.text,) if isinstance(block, Passage) else block.head + sum(block.rows, ())


def letters(lines: Iterable[str]) -> list[str]:
    return sorted(letter for line in lines for letter in line if letter in "abcde")
