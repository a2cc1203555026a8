"""What was known before and how many work on it never show; what depends on a change is done again, and only that."""

import shutil
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from kehoach.commands.checking.checker import Checker
from kehoach.commands.checking.inquiry import Inquiry
from kehoach.commands.shell.plans import Named
from kehoach.reading.cache import FOLDER, NAME
from kehoach.reading.workspace import Workspace
from kehoach.reporting.report import Report
from kehoach.reporting.words import Words

WORKSPACE = Path(__file__).parent / "workspace"
PARENT, CHILD = "tinh/2024-programme", "huyen/2024-programme"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A workspace to be changed at will."""
    shutil.copytree(WORKSPACE / "plans", tmp_path / "plans")
    return tmp_path


def report(folder: Path, jobs: int = 1) -> Report:
    """What is wrong with all plans of the workspace as it is now."""
    checker = Checker(Workspace.around(folder), Words())
    return Inquiry(checker, jobs).report(Named(tuple(checker.workspace.paths), True))


@pytest.fixture
def done(monkeypatch: pytest.MonkeyPatch) -> Callable[[], list[str]]:
    """The plans that were judged since the last call."""
    seen: list[str] = []
    judged = Checker.judged

    def noting(self: Checker, id: str) -> object:
        seen.append(id)
        return judged(self, id)

    monkeypatch.setattr(Checker, "judged", noting)

    def tell() -> list[str]:
        told, seen[:] = list(seen), []
        return told

    return tell


def changed(file: Path) -> None:
    """Add a remark at the end of a file."""
    with file.open("a", encoding="utf-8") as text:
        text.write("# đổi\n")


def test_it_is_what_the_checker_finds(folder: Path) -> None:
    checker = Checker(Workspace.around(folder), Words())
    plain = checker.report(Named(tuple(checker.workspace.paths), True))
    cold, warm, several = report(folder), report(folder), report(folder, jobs=3)
    shutil.rmtree(folder / FOLDER)
    assert cold == warm == several == report(folder, jobs=2)
    assert (cold.findings, cold.files) == (plain.findings, plain.files)
    assert cold.texts.items() <= plain.texts.items()
    assert plain.findings


def test_nothing_is_done_twice(folder: Path, done: Callable[[], list[str]]) -> None:
    report(folder)
    assert CHILD in done()
    report(folder)
    assert done() == []


def test_what_depends_on_a_change_is_done_again(folder: Path, done: Callable[[], list[str]]) -> None:
    report(folder)
    done()
    changed(folder / "plans" / f"{CHILD}.yaml")
    report(folder)
    again = done()
    assert CHILD in again and PARENT not in again
    changed(folder / "plans" / f"{PARENT}.yaml")
    report(folder)
    assert {PARENT, CHILD} <= set(done())


def test_a_plan_that_appears_is_seen(folder: Path) -> None:
    child, parent = (folder / "plans" / f"{id}.yaml" for id in (CHILD, PARENT))
    kept = parent.read_bytes()
    parent.unlink()
    orphaned = report(folder)
    parent.write_bytes(kept)
    there = report(folder)
    assert orphaned != there
    shutil.rmtree(folder / FOLDER)
    assert there == report(folder)
    assert child.is_file()


@pytest.mark.parametrize("content", [b"", b"no database", b"SQLite format 3\0" + b"\xff" * 5000])
def test_a_damaged_cache_is_made_anew(folder: Path, content: bytes, done: Callable[[], list[str]]) -> None:
    cold = report(folder)
    (folder / FOLDER / NAME).write_bytes(content)
    assert report(folder) == cold
    done()
    assert report(folder) == cold
    assert done() == []


def test_values_that_are_none_of_ours_are_done_without(folder: Path) -> None:
    cold = report(folder)
    for value in ("", "[]", "[{}, [1]]", '[{"a": 1}, null]', "{}"):
        with sqlite3.connect(folder / FOLDER / NAME) as store:
            store.execute("UPDATE kept SET value = ?", (value,))
        store.close()
        assert report(folder) == cold


def test_a_locked_cache_is_done_without(folder: Path) -> None:
    cold = report(folder)
    store = sqlite3.connect(folder / FOLDER / NAME)
    store.execute("BEGIN EXCLUSIVE")
    assert report(folder) == cold
    store.close()
