"""A workspace to read in: the base of the mistakes, with one plan laid into it."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from kehoach.reading.source import Folder
from kehoach.reading.workspace import Workspace
from kehoach.written import Written

BASE = Path(__file__).parents[1] / "mistakes" / "base"
Reader = Callable[[bytes], Written]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The base, to be changed at will."""
    shutil.copytree(BASE, tmp_path, dirs_exist_ok=True)
    return tmp_path


@pytest.fixture
def read(folder: Path) -> Reader:
    """What stands in a plan file of the given bytes."""

    def reader(data: bytes) -> Written:
        (folder / "plans" / "case.yaml").write_bytes(data)
        written = Workspace(folder, Folder(folder)).written("case")
        assert written is not None
        return written

    return reader
