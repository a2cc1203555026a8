"""A standard is data: complete, each figure with its certainty, faults named by their path."""

from collections.abc import Iterator
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from kehoach.errors import KehoachError
from kehoach.shipped import shipped
from kehoach.standards.standard import Standard
from kehoach.tree import Element

CERTAIN = {"P", "M", "D", "X"}
UNSURE = {"id", "name", "source", "version", "since", "until", "defaults", "bullets", "elements", "ladder"}
STANDARDS = sorted((shipped("templates") / "standards").glob("*.yaml"))


@pytest.mark.parametrize("file", STANDARDS, ids=lambda file: file.stem)
def test_every_shipped_standard_is_complete(file: Path) -> None:
    standard = Standard.of(YAML(typ="base", pure=False).load(file))
    assert standard.id == file.stem
    assert set(standard.elements) == set(Element)
    assert Standard.of(YAML(typ="safe").load(file)) == standard


def rows(data: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    """Each row of figures, with its path."""
    yield from ((f"elements.{name}", row) for name, row in data["elements"].items())
    yield from ((f"ladder.{number}", row) for number, row in enumerate(data["ladder"], 1))
    yield from ((name, row) for name, row in data.items() if name not in UNSURE)


def test_every_figure_says_how_sure_it_is(figures: dict[str, Any]) -> None:
    for path, row in rows(figures):
        sure = row["certainty"]
        named = sure if isinstance(sure, dict) else {"other": sure}
        assert set(named.values()) <= CERTAIN, path
        assert set(named) <= {*row, "other"}, path
        assert "other" in named or set(named) == set(row) - {"certainty"}, path


@pytest.mark.parametrize(
    ("path", "value", "code"),
    [
        ("elements.title.size", "mười lăm", "standard_figure_wrong"),
        ("elements.title.bold", "có", "standard_figure_wrong"),
        ("elements.title.colour", "red", "standard_figure_unknown"),
        ("elements.seal", {}, "standard_figure_unknown"),
        ("elements.title", "15", "standard_figure_wrong"),
        ("page.front.left", [1], "standard_figure_wrong"),
        ("page.colour", "red", "standard_figure_unknown"),
        ("columns.foot", "80", "standard_figure_wrong"),
        ("colour", "red", "standard_figure_unknown"),
        ("elements.name", None, "standard_figure_missing"),
        ("gaps.day", None, "standard_figure_missing"),
        ("fonts", None, "standard_figure_wrong"),
        ("signing.forms", "TM.", "standard_figure_wrong"),
        ("signing.forms.TM", [1], "standard_figure_wrong"),
        ("accepts.part.size", [16, 15], "standard_figure_wrong"),
        ("accepts.part.size", [15], "standard_figure_wrong"),
        ("accepts.part", "15", "standard_figure_wrong"),
    ],
)
def test_a_fault_names_its_figure(figures: dict[str, Any], path: str, value: object, code: str) -> None:
    data = deepcopy(figures)
    *folders, last = path.split(".")
    inner = data
    for folder in folders:
        inner = inner[folder]
    if value is None:
        del inner[last]
    else:
        inner[last] = value
    with pytest.raises(KehoachError) as caught:
        Standard.of(data)
    assert (caught.value.code, caught.value.arguments["figure"]) == (code, path)
