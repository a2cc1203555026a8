"""Texts: how placeholders are filled, what is found wrong, and the laws of braces."""

from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from ruamel.yaml import YAML

from kehoach.phrases.lexicon import Lexicon
from kehoach.placeholders import Words
from kehoach.texts import Context, escape, fill, founded, problems, segments
from kehoach.units import State

HERE = Path(__file__).parent


def cases(name: str) -> dict[str, dict[str, Any]]:
    loaded: dict[str, dict[str, Any]] = YAML(typ="safe").load(HERE / name)
    return loaded


FILLS = cases("fills.yaml")
PROBLEMS = cases("problems.yaml")
UNIT = State(
    None,
    "Huyện đoàn Tam Đường",
    "Tam Đường",
    "huyen",
    "tinh_doan",
    bodies={"BCH": {"name": "Ban Chấp hành Huyện đoàn"}},
    words={"area": "toàn huyện"},
)
CONTEXT = Context(
    unit=UNIT,
    source=State(None, "Tỉnh đoàn Lai Châu", "{{ year }}", "tinh", ""),
    year=2023,
    events={"doan": 1931},
    refs={"mau_01": "Phụ lục II"},
    gap="………",
)
TEXTS = st.text(st.sampled_from("{}\\#%a b'.()\n") | st.characters(), max_size=30)
laws = settings(derandomize=True, max_examples=400)


@pytest.mark.parametrize("case", FILLS.values(), ids=list(FILLS))
def test_a_text_is_filled(case: dict[str, str]) -> None:
    assert fill(case["text"], CONTEXT) == case["filled"]


@pytest.mark.parametrize("case", PROBLEMS.values(), ids=list(PROBLEMS))
def test_what_is_wrong_is_found(case: dict[str, Any]) -> None:
    names = CONTEXT.names(parent=case.get("body", False))
    found = [[p.start, p.end, str(p.trouble), p.arguments.get("nearest", "")] for p in problems(case["text"], names)]
    assert found == case["found"]


def test_events_are_those_of_the_table(lexicon: Lexicon) -> None:
    assert founded(lexicon)["doan"] == 1931


def test_what_is_put_in_is_treated_alone() -> None:
    assert fill("*{{ year }}*", CONTEXT, lambda value: f"<{value}>") == "*<2023>*"


@laws
@given(TEXTS)
def test_an_escaped_text_fills_to_itself(text: str) -> None:
    assert fill(escape(text), CONTEXT) == text
    assert not list(problems(escape(text), CONTEXT.names()))


@laws
@given(TEXTS.filter(lambda text: "{" not in text))
def test_a_text_without_braces_is_left_alone(text: str) -> None:
    assert escape(text) == text
    assert fill(text, CONTEXT) == text


@laws
@given(TEXTS)
def test_segments_cover_the_text(text: str) -> None:
    parts = segments(text)
    assert [0, *(part.end for part in parts)] == [*(part.start for part in parts), len(text)]
    assert all(a.end == b.start for a, b in pairwise(parts))
    assert not any(isinstance(a, Words) and isinstance(b, Words) for a, b in pairwise(parts))
