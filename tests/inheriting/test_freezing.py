"""An issued plan does not move: what was put away is what it is, and what changed since is told."""

import json
import shutil
from pathlib import Path

import pytest

from kehoach.inheriting.freezing import frozen
from kehoach.inheriting.parts import head_fields
from kehoach.plan import Plan
from kehoach.pointers import values
from kehoach.reading.issued import beside
from kehoach.reading.workspace import Workspace

PLANS = Path(__file__).parents[2] / "plans"
PROVINCE, DISTRICT = "tinh_doan_lai_chau/2023-annual_programme", "huyen_doan_tam_duong/2023-annual_programme"
ALL = sorted(str(file.relative_to(PLANS).with_suffix("")) for file in PLANS.rglob("2*.yaml"))


@pytest.fixture
def root(tmp_path: Path) -> Path:
    shutil.copytree(PLANS, tmp_path / "plans")
    return tmp_path


def resolved(root: Path, id: str) -> Plan:
    plan = Workspace.around(root).resolve(id)
    assert plan
    return plan


def issue(root: Path, id: str) -> Plan:
    """Put the plan away as it is; the plan before."""
    space = Workspace.around(root)
    plan, file = space.resolve(id), space.written(id)
    assert plan and file
    stored = frozen(plan, head_fields(file, plan.unit), "Văn bản đã ký.", "doan")
    (root / beside(file.file)).write_text(json.dumps(stored, ensure_ascii=False), encoding="utf-8")
    return plan


def change(root: Path, id: str, old: str, new: str) -> None:
    file = root / "plans" / f"{id}.yaml"
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8", newline="\n")


def texts(plan: Plan) -> dict[str, str]:
    return {pointer: value.text for pointer, value in values(plan)}


@pytest.mark.parametrize("id", ALL)
def test_what_is_taken_out_is_what_was_put_away(root: Path, id: str) -> None:
    before, after = issue(root, id), resolved(root, id)
    assert dict(values(after)) == dict(values(before))
    assert printed(after) == printed(before)
    assert after.document == "Văn bản đã ký."
    assert after.faults == ()


def printed(plan: Plan) -> list[tuple[str, str, str]]:
    """The items in their order, each with its block and words."""
    return [(item.id, item.block, item.text.text) for item in plan.items()]


def test_a_later_change_above_is_told_and_changes_nothing(root: Path) -> None:
    before = issue(root, DISTRICT)
    change(root, PROVINCE, "80% thanh niên", "85% thanh niên")
    after = resolved(root, DISTRICT)
    assert texts(after) == texts(before)
    (fault,) = after.faults
    assert fault.code == "INH402" and "hoc_tap_nghi_quyet.thanh_nien/phrase" in fault.arguments["pointers"]


def test_a_change_of_its_own_file_is_told_at_its_line(root: Path) -> None:
    before = issue(root, DISTRICT)
    change(root, DISTRICT, "value: 8.000", "value: 9.000")
    after = resolved(root, DISTRICT)
    assert texts(after) == texts(before)
    assert {fault.code for fault in after.faults} == {"INH401"}
    line = (root / after.file).read_text(encoding="utf-8").splitlines()[after.faults[0].place.line - 1]
    assert "9.000" in line


def test_the_plans_below_go_on_from_what_was_issued(root: Path) -> None:
    issue(root, PROVINCE)
    change(root, PROVINCE, "80% thanh niên", "85% thanh niên")
    assert texts(resolved(root, DISTRICT))["hoc_tap_nghi_quyet.thanh_nien/phrase"] == "80% thanh niên"
