"""A run that is killed leaves old files or new ones, never half of one, and nothing in the way of the next run."""

import random
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from time import perf_counter, sleep

import pytest

WORKSPACE = Path(__file__).parent / "workspace"
PLAN = "huyen/2024-programme"
RENDER = [sys.executable, "-m", "kehoach", "render", PLAN]
OLD, NEW = "1", "2"
KILLS = 15


def contents(folder: Path) -> Mapping[str, bytes]:
    """The files that are there, hidden leftovers too, by name."""
    return {file.name: file.read_bytes() for file in (folder / "build" / "huyen").iterdir()}


def made(folder: Path, draft: str) -> Mapping[str, bytes]:
    """What a run leaves that ends by itself."""
    subprocess.run([*RENDER, "--draft", draft], cwd=folder, check=True, stdout=subprocess.DEVNULL)
    return contents(folder)


@pytest.mark.skipif(sys.platform == "win32", reason="the moments of a kill are Linux's")
def test_a_killed_run_leaves_whole_files(tmp_path: Path) -> None:
    shutil.copytree(WORKSPACE / "plans", tmp_path / "plans")
    new = made(tmp_path, NEW)
    start = perf_counter()
    assert made(tmp_path, NEW) == new
    long = perf_counter() - start
    old = made(tmp_path, OLD)
    assert all(old[name] != new[name] for name in new)
    moments = random.Random(2024)
    for _ in range(KILLS):
        with subprocess.Popen([*RENDER, "--draft", NEW], cwd=tmp_path, stdout=subprocess.DEVNULL) as running:
            sleep(moments.uniform(0.5, 1.05) * long)
            running.kill()
        left = contents(tmp_path)
        assert all(left[name] in (old[name], new[name]) for name in new)
        assert all(name.endswith(".part") for name in left.keys() - new.keys())
        for name, content in old.items():
            (tmp_path / "build" / "huyen" / name).write_bytes(content)
    assert made(tmp_path, NEW).items() >= new.items()
