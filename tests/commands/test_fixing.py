"""``--fix`` and ``--diff`` make the same cures: one shows them, the other writes them."""

import subprocess
import sys
from pathlib import Path
from shutil import copytree

import pytest

WORKSPACE = Path(__file__).parent / "workspace"
BOM = b"\xef\xbb\xbf"
TWO_ROUNDS = """kind: plan
unit: huyen
year: 2024
\u00a0\u00a0Tháng Thanh niên
bases:
  -Luật Thanh niên: năm 2020
"""


def plan(folder: Path, *arguments: str) -> subprocess.CompletedProcess[bytes]:
    """A run of the command in *folder*."""
    return subprocess.run(
        [sys.executable, "-m", "kehoach", *arguments], cwd=folder, capture_output=True, timeout=120, check=False
    )


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A plan that needs more than one round of cures, in a workspace of its own."""
    copytree(WORKSPACE / "plans", tmp_path / "plans")
    made = tmp_path / "plans" / "case.yaml"
    made.write_bytes(BOM + TWO_ROUNDS.encode("utf-8"))
    return made


def test_what_is_shown_is_what_is_written(file: Path) -> None:
    before = file.read_bytes()
    shown = plan(file.parents[1], "validate", "case", "--diff").stdout.decode("utf-8")
    assert file.read_bytes() == before
    said = plan(file.parents[1], "validate", "case", "--fix")
    after = file.read_bytes()
    assert after != before and after.startswith(BOM) and not after.startswith(BOM * 2)
    assert said.stderr.decode("utf-8").splitlines() == ["đã sửa plans/case.yaml"]
    assert shown.count("+++") == 1
    old, new = (text.decode("utf-8").removeprefix("\ufeff").splitlines() for text in (before, after))
    kept = [line[1:] for line in shown.splitlines()[3:] if line[0] in " +"]
    assert kept == new and [line[1:] for line in shown.splitlines()[3:] if line[0] in " -"] == old
    assert plan(file.parents[1], "validate", "case", "--diff").stdout == b""
