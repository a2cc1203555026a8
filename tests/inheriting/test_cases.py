"""Inheritance by example: small workspaces, what each plan then says, and what is wrong with it."""

import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from kehoach.plan import Plan
from kehoach.pointers import value, values
from kehoach.reading.workspace import Workspace

HERE = Path(__file__).parent
CASES = sorted((HERE / "cases").glob("*.yaml"))


def case(file: Path) -> Mapping[str, Any]:
    content: Mapping[str, Any] = YAML(typ="base").load(file)
    return content


def workspace(plans: Mapping[str, str], root: Path) -> Workspace:
    (root / "plans").mkdir()
    shutil.copy(HERE / "units.yaml", root / "plans")
    for id, text in plans.items():
        file = root / "plans" / f"{id}.yaml"
        file.parent.mkdir(exist_ok=True)
        file.write_text(text, encoding="utf-8", newline="\n")
    return Workspace.around(root)


def resolved(space: Workspace, id: str) -> Plan:
    written = space.written(id)
    assert written and not written.faults
    plan = space.resolve(id)
    assert plan
    return plan


@pytest.mark.parametrize("file", CASES, ids=lambda file: file.stem)
def test_what_comes_down(file: Path, tmp_path: Path) -> None:
    told = case(file)
    space = workspace(told["plans"], tmp_path)
    for id in told["plans"]:
        plan = resolved(space, id)
        found = {pointer: value(plan, pointer) for pointer in told["says"].get(id, {})}
        assert {p: v.text if v else None for p, v in found.items()} == told["says"].get(id, {}), id
        assert [p for p in told.get("absent", {}).get(id, []) if value(plan, p)] == [], id
        assert [fault.code for fault in plan.faults] == told.get("faults", {}).get(id, []), id


@pytest.mark.parametrize("file", CASES, ids=lambda file: file.stem)
def test_order_and_history(file: Path, tmp_path: Path) -> None:
    told = case(file)
    space = workspace(told["plans"], tmp_path)
    for id, order in told.get("order", {}).items():
        assert [item.id for item in resolved(space, id).items()] == order
    for id, histories in told.get("history", {}).items():
        known = dict(values(resolved(space, id)))
        for pointer, history in histories.items():
            assert [f"{step.plan} {step.verb}" for step in known[pointer].chain] == history, pointer
