"""Plans to hold rules against."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from kehoach.reading.source import Folder
from kehoach.reading.workspace import Workspace

BASE = Path(__file__).parent / "base"
Laid = Callable[[str], Workspace]


@pytest.fixture
def laid(tmp_path: Path) -> Laid:
    """A workspace with the text of one more plan, ``case``."""

    def lay(text: str) -> Workspace:
        shutil.copytree(BASE, tmp_path, dirs_exist_ok=True)
        (tmp_path / "plans" / "case.yaml").write_text(text, encoding="utf-8", newline="\n")
        return Workspace(tmp_path, Folder(tmp_path))

    return lay
