"""Plans carried into another year by the program itself: of them only what people then decide is told."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from kehoach.reading.workspace import Workspace

from .test_sides import HERE, TOP, changes, plan

DECISIONS: dict[str, Any] = YAML(typ="safe").load(HERE / "carried.yaml")
# What a draft leaves open: the theme, who signs, and documents of the year that is over.
OPEN = {("changed", "head", "words"), ("removed", "head", ""), ("removed", "basis", "")}


def plan_ids() -> Iterator[str]:
    """The plans of the workspace that are more than a head."""
    space = Workspace.around(TOP / "plans")
    for id in space.plans():
        found = space.resolve(id)
        if found and found.complete:
            yield id


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("carried")
    shutil.copytree(TOP / "plans", folder / "plans")
    return folder


def carried(root: Path, id: str) -> str:
    unit, name = id.split("/")
    year, kind = name.split("-")
    new = f"{unit}/{int(year) + 1}-{kind}"
    plan(root, "new", "-o", f"plans/{new}.yaml", "--unit", unit, "--from", id, "--year", str(int(year) + 1), "--force")
    return new


@pytest.mark.parametrize("id", list(plan_ids()))
def test_a_year_brings_no_decision(root: Path, id: str) -> None:
    told = changes(root, id, carried(root, id))
    assert set(told) <= OPEN
    assert len(told) <= len(OPEN)


def test_the_decisions_are_told_and_nothing_else(root: Path) -> None:
    old, edits = DECISIONS["plan"], DECISIONS["edits"]
    new = carried(root, old)
    file = root / "plans" / f"{new}.yaml"
    text = file.read_text(encoding="utf-8")
    for edit in edits:
        assert text.count(edit["find"]) == 1, edit
        text = text.replace(edit["find"], edit["put"])
    file.write_text(text, encoding="utf-8")
    assert sorted(changes(root, old, new)) == sorted(tuple(edit["told"]) for edit in edits)
    assert len(edits) == 12
