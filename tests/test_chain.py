"""From the province to the district: one number changed above, and what moves below."""

import shutil
import subprocess
import sys
from difflib import unified_diff
from pathlib import Path

import pytest

from kehoach.commands.rendering.pressing import press, standard
from kehoach.document.compose import markdown
from kehoach.pointers import value
from kehoach.reading.workspace import Workspace
from kehoach.reporting.words import Words

PLANS = Path(__file__).parent.parent / "plans"
PROVINCE, DISTRICT = "tinh_doan_lai_chau/2023-annual_programme", "huyen_doan_tam_duong/2023-annual_programme"
FILLED = """      khoi_nghiep_viec_lam:
        figures:
          viec_lam: 240
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    shutil.copytree(PLANS, tmp_path / "plans")
    file = tmp_path / "plans" / f"{DISTRICT}.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace(FILLED, ""), encoding="utf-8", newline="\n")
    return tmp_path


def printed(root: Path, id: str) -> list[str]:
    """The Markdown of a plan, as its lines."""
    workspace = Workspace.around(root)
    plan = workspace.resolve(id)
    assert plan
    return markdown(plan, press(workspace, plan, standard(workspace), Words("vi"), None)).splitlines()


def changed(root: Path, old: str, new: str) -> list[str]:
    """The lines of the district's document that differ once *old* reads *new* in the province's file."""
    before = printed(root, DISTRICT)
    file = root / "plans" / f"{PROVINCE}.yaml"
    text = file.read_text(encoding="utf-8")
    assert text.count(old) >= 1
    file.write_text(text.replace(old, new), encoding="utf-8", newline="\n")
    lines = unified_diff(before, printed(root, DISTRICT), n=0, lineterm="")
    return [line for line in lines if line[0] in "+-" and line[:3] not in {"+++", "---"}]


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("80% thanh niên", "85% thanh niên", "85% thanh niên"),
        ("huyen: 22", "huyen: 31", "31 ý tưởng"),
        ("huyen_doan_tam_duong: 3.000", "huyen_doan_tam_duong: 3.300", "3.300 cây xanh"),
    ],
)
def test_a_number_that_comes_from_above_moves_one_sentence(root: Path, old: str, new: str, words: str) -> None:
    gone, come = changed(root, old, new)
    assert words in come and words not in gone


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("20.000 cây xanh", "25.000 cây xanh"),
        ("2.000 thanh niên", "2.500 thanh niên"),
        ("02 dự án", "03 dự án"),
        ("Mở các đợt tình nguyện cao điểm", "Tổ chức các đợt tình nguyện cao điểm"),
        ("huyen_doan_phong_tho: 3.000", "huyen_doan_phong_tho: 3.100"),
    ],
)
def test_what_is_not_the_districts_moves_nothing(root: Path, old: str, new: str) -> None:
    assert changed(root, old, new) == []


def test_a_sum_that_the_district_must_fill_is_a_gap(root: Path) -> None:
    plan = Workspace.around(root).resolve(DISTRICT)
    assert plan
    figure = value(plan, "khoi_nghiep_viec_lam.viec_lam")
    assert figure and figure.text == "{{ gap }} thanh niên"
    assert any("giới thiệu việc làm cho \N{NO-BREAK SPACE}" in line for line in printed(root, DISTRICT))


def test_why_names_the_line(root: Path) -> None:
    plan = Workspace.around(root).resolve(DISTRICT)
    assert plan
    shared = value(plan, "cay_xanh.value")
    assert shared
    lines = (root / shared.place.file).read_text(encoding="utf-8").splitlines()
    assert lines[shared.place.line - 1].strip() == "huyen_doan_tam_duong: 3.000"


def test_why_tells_what_was_dropped(root: Path) -> None:
    call = [sys.executable, "-m", "kehoach", "-C", str(root), "why", DISTRICT, "gui_chuong_trinh"]
    said = subprocess.run(call, capture_output=True, timeout=60, check=True).stdout.decode("utf-8")
    assert said.startswith("bỏ: gui_chuong_trinh") and f"plans/{DISTRICT}.yaml:" in said
