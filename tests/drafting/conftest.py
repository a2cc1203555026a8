"""A copy of the shipped plans to draft in, and the command line."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from kehoach.commands.shell.endings import run

TOP = Path(__file__).parents[2]
Plan = Callable[..., str]


@pytest.fixture(scope="session")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workspace with the shipped plans."""
    root = tmp_path_factory.mktemp("drafting")
    shutil.copytree(TOP / "plans", root / "plans")
    return root


@pytest.fixture
def plan(workspace: Path, capsys: pytest.CaptureFixture[str]) -> Plan:
    """``plan`` in that workspace: what it prints; it must end well."""

    def call(*arguments: str) -> str:
        capsys.readouterr()
        status = run(["-C", str(workspace), *arguments])
        said = capsys.readouterr()
        assert status == 0, said.out + said.err
        return said.out

    return call
