"""A year carried forward: what people decided is told, what the year brings is folded away."""

from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from kehoach.comparing.changes import Comparison
from kehoach.comparing.compare import compared
from kehoach.comparing.differences import Sides, changed
from kehoach.comparing.judging import Weight, reasons, weight
from kehoach.phrases.lexicon import Lexicon

from .conftest import Space, side

HERE = Path(__file__).parent
DECISIONS: list[dict[str, Any]] = YAML(typ="safe").load(HERE / "decisions.yaml")


@pytest.fixture(scope="module", params=[True, False], ids=["by id", "by likeness"])
def years(request: pytest.FixtureRequest, space: Space, lexicon: Lexicon) -> Comparison:
    plans = {year: (HERE / f"{year}.yaml").read_text(encoding="utf-8") for year in ("2023", "2024")}
    found = space(plans)
    return compared(side(found, "2023"), side(found, "2024"), lexicon, by_id=request.param)


def test_the_decisions_are_told_and_nothing_else(years: Comparison) -> None:
    told = [(one.what.value, one.entry.sort.value, one.field, one.entry.pointer) for one in years.decided]
    assert sorted(told) == sorted((row["what"], row["sort"], row["field"], row["pointer"]) for row in DECISIONS)
    assert len(told) == 12


def test_what_matters_is_said(years: Comparison) -> None:
    told = {(one.entry.pointer, one.field): [reason.value for reason in reasons(one)] for one in years.decided}
    for row in DECISIONS:
        assert told[row["pointer"], row["field"]] == row.get("reasons", []), row


def test_what_the_year_brings_is_folded(years: Comparison) -> None:
    folded = {one.entry.pointer for one in years.changes if one.rolled}
    brought = {"subject", "opening/1", "trong_tam/body/2", "doan_vien_moi", "ky_niem_doan", "chu_nhat_xanh", "tap_huan"}
    assert folded == brought | {"gui_ke_hoach", "issued/number", "issued/date"}
    assert {weight(one) for one in years.changes if one.rolled} == {Weight.ROUTINE}


SENTENCES: dict[str, dict[str, list[str]]] = YAML(typ="safe").load(HERE / "years.yaml")
ROWS = [(words, kind == "told", name) for kind, rows in SENTENCES.items() for name, words in rows.items()]


@pytest.mark.parametrize(("words", "told"), [row[:2] for row in ROWS], ids=[row[2] for row in ROWS])
def test_the_year_is_told_from_what_was_decided(lexicon: Lexicon, words: list[str], told: bool) -> None:
    old, new = words
    assert changed(Sides((2023, 2024), lexicon).laid(old, new)) == told
    assert changed(Sides((2024, 2023), lexicon).laid(new, old)) == told
    assert not any(one.moved for one in Sides((2023, 2024), lexicon).laid(old, old))


def test_the_number_of_an_item_in_the_prose_is_no_prose(space: Space, lexicon: Lexicon) -> None:
    """A body that gives an item its place says nothing of its own there."""
    text = """
kind: annual_programme
unit: tinh_a
year: 2024
sections:
  chi_tieu:
    title: Chỉ tiêu
    body: |
      4. {{ item('cay_xanh') }}

      - Một đoạn văn.
    targets:
      cay_xanh: {text: Trồng cây., achieve: true}
"""
    found = space({"a": text, "b": text.replace("4. {{", "6. {{")})
    assert not compared(side(found, "a"), side(found, "b"), lexicon).changes
