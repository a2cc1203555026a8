"""Printed numbers and printed places of hand-made plans."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from kehoach import counters
from kehoach.numbering import numbers
from kehoach.plan import Plan
from kehoach.printed import places, printer

CASES = {file.stem: file for file in sorted((Path(__file__).parent / "numbering").glob("*.yaml"))}
LADDER = ("I.", "1.", "1.1.", "1.1.1.")
HandMade = Callable[[Mapping[str, Any]], Plan]


@pytest.fixture(params=CASES.values(), ids=list(CASES))
def case(request: pytest.FixtureRequest) -> dict[str, Any]:
    loaded: dict[str, Any] = YAML(typ="base").load(request.param)
    return loaded


@pytest.fixture
def words() -> dict[str, str]:
    loaded: dict[str, str] = YAML(typ="base").load(Path(__file__).parent / "words.yaml")
    return loaded


def test_every_number_is_as_written(case: dict[str, Any], hand_made: HandMade) -> None:
    assert numbers(hand_made(case["plan"]), LADDER) == case["numbers"]


def test_every_place_is_as_written(case: dict[str, Any], hand_made: HandMade, words: dict[str, str]) -> None:
    plan = hand_made(case["plan"])
    printed = printer(plan, numbers(plan, LADDER, prose=False), words)
    found = {pointer: printed(pointer) for pointer in case["printed"]}
    assert found == case["printed"]


def test_without_prose_all_else_has_its_number(case: dict[str, Any], hand_made: HandMade) -> None:
    plan = hand_made(case["plan"])
    named = numbers(plan, LADDER, prose=False)
    assert named.items() <= case["numbers"].items()
    assert all("/body/" in pointer for pointer in case["numbers"].keys() - named.keys())


def test_a_place_inside_a_sentence_keeps_its_case(hand_made: HandMade, words: dict[str, str]) -> None:
    plan = hand_made(
        {"sections": {"a": {"title": "A", "targets": {"b": {"text": "b"}}}}, "annexes": {"c": {"title": "C"}}}
    )
    assert places(plan, numbers(plan, LADDER), words) == {"a": "mục I", "b": "mục I, chỉ tiêu 1", "c": "Phụ lục"}


@pytest.mark.parametrize(
    ("form", "count", "trail", "number"),
    [
        ("I.", 4, "", "IV."),
        ("1.", 11, "2", "11."),
        ("(1)", 10, "", "(10)"),
        ("1.1.", 3, "2", "2.3."),
        ("1.1.", 3, "", "3."),
        ("1.1.1.", 1, "2.1", "2.1.1."),
        ("a)", 5, "", "đ)"),
        ("A.", 2, "", "B."),
        ("-", 2, "", "-"),
        ("none", 2, "", ""),
    ],
)
def test_a_form_counts(form: str, count: int, trail: str, number: str) -> None:
    assert counters.number(form, count, trail) == number
