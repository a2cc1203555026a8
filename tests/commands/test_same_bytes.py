"""The same plan gives the same files, wherever and whenever it is printed."""

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PLAN = "plans/doan_khoi_tra_vinh/2021-annual_programme.yaml"
FORMATS = "docx,pdf,html,txt,md"


def printed(folder: Path, environment: Mapping[str, str]) -> dict[str, bytes]:
    """The files of a whole run of ``plan render`` in *environment*."""
    command = [sys.executable, "-m", "kehoach", "render", PLAN, "--to", FORMATS, "-o", str(folder)]
    subprocess.run(command, cwd=ROOT, env={**os.environ, **environment}, check=True, capture_output=True, timeout=120)
    return {file.suffix: file.read_bytes() for file in folder.rglob("*.*") if file.is_file()}


@pytest.fixture(scope="module")
def usual(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    return printed(tmp_path_factory.mktemp("usual"), {"TZ": "UTC", "LC_ALL": "C.UTF-8"})


@pytest.mark.parametrize(
    "environment",
    [
        {"TZ": "Asia/Ho_Chi_Minh", "LC_ALL": "vi_VN.UTF-8", "KEHOACH_LANG": "en"},
        {"TZ": "Pacific/Kiritimati", "LC_ALL": "C", "PYTHONHASHSEED": "7", "PYTHONUTF8": "0"},
        {"TZ": "America/Los_Angeles", "LC_ALL": "tr_TR.UTF-8", "SOURCE_DATE_EPOCH": "1700000000"},
    ],
    ids=["vietnam", "bare", "turkey"],
)
def test_the_same_bytes_everywhere(environment: Mapping[str, str], usual: dict[str, bytes], tmp_path: Path) -> None:
    assert set(usual) == {f".{name}" for name in FORMATS.split(",")}
    assert printed(tmp_path, environment) == usual
