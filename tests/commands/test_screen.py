"""What is shown on a terminal, and not elsewhere: colours, and lines cut to the width of the screen."""

import os
import pty
import subprocess
import sys
from pathlib import Path
from shutil import copytree

import pytest

WORKSPACE = Path(__file__).parent / "workspace"
ESCAPE = "\x1b["


def shown(folder: Path, columns: int, **environment: str) -> str:
    """What a check prints in a copy of the workspace in *folder*, on a terminal of so many *columns*."""
    copytree(WORKSPACE, folder, dirs_exist_ok=True)
    ours, theirs = pty.openpty()
    kept = {name: value for name, value in os.environ.items() if name != "NO_COLOR"}
    known = {**kept, "COLUMNS": str(columns), "TERM": "xterm", **environment}
    command = [sys.executable, "-m", "kehoach", "validate", "tinh/2024-plan"]
    with subprocess.Popen(command, cwd=folder, stdout=theirs, stderr=subprocess.DEVNULL, env=known) as run:
        os.close(theirs)
        said = b"".join(iter(lambda: _read(ours), b""))
        run.wait(timeout=60)
    os.close(ours)
    return said.decode("utf-8").replace("\r\n", "\n")


def _read(ours: int) -> bytes:
    try:
        return os.read(ours, 4096)
    except OSError:  # the other side has ended
        return b""


@pytest.mark.parametrize("columns", [50, 60, 100])
def test_the_line_of_the_source_fits_the_screen(tmp_path: Path, columns: int) -> None:
    lines = [line for line in shown(tmp_path, columns, NO_COLOR="1").splitlines() if line.startswith("    | ")]
    assert len(lines) == 2 and all(len(line) <= columns for line in lines)
    assert lines[0][lines[1].index("^") :].startswith("Chương trình")


def test_colours_stand_on_a_terminal_unless_unwanted(tmp_path: Path) -> None:
    assert ESCAPE in shown(tmp_path, 80) and ESCAPE in shown(tmp_path, 80, NO_COLOR="")
    assert ESCAPE not in shown(tmp_path, 80, NO_COLOR="1")
