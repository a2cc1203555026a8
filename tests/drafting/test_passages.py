"""Texts on their way into another year, one at a time."""

from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from kehoach.drafting.carrying.calendar import Calendar
from kehoach.drafting.carrying.carry import read
from kehoach.drafting.carrying.passage import Passage, Years
from kehoach.phrases.lexicon import Lexicon

HERE = Path(__file__).parent
CASES: list[dict[str, Any]] = YAML(typ="base", pure=False).load(HERE / "carried.yaml")


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['text'][:40]}>{case['new']}")
def test_a_text_says_what_it_says_in_another_year(case: dict[str, Any], lexicon: Lexicon) -> None:
    passage = Passage(case["text"], case.get("context") or "")
    read(passage, Calendar(Years(int(case["old"]), int(case["new"]), lexicon)))
    text = passage.text
    for swap in sorted(passage.swaps, key=lambda swap: -swap.start):
        text = text[: swap.start] + swap.text + text[swap.end :]
    assert text == case["becomes"]
    if "said" in case:
        assert [remark.code for remark in passage.remarks] == case["said"]
