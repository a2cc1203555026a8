"""What was known before and how many work on it never show; what depends on a change is done again, and only that."""

import shutil
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from kehoach.commands.checking import checker as checking
from kehoach.commands.checking.checker import Checker
from kehoach.commands.checking.inquiry import Inquiry
from kehoach.commands.shell.plans import Named
from kehoach.findings import Profile
from kehoach.reading.cache import FOLDER, NAME
from kehoach.reading.workspace import Workspace
from kehoach.reporting.report import Report
from kehoach.reporting.words import Words
from kehoach.written import Written

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


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> Callable[[], list[str]]:
    """The plans that were read since the last call, as often as they were."""
    seen: list[str] = []
    reading = Workspace._read

    def noting(self: Workspace, id: str, path: str) -> Written:
        seen.append(id)
        return reading(self, id, path)

    monkeypatch.setattr(Workspace, "_read", noting)

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


def test_only_what_depends_on_a_change_is_read(folder: Path, read: Callable[[], list[str]]) -> None:
    report(folder)
    assert CHILD in read()
    report(folder)
    assert read() == []
    changed(folder / "plans" / f"{CHILD}.yaml")
    report(folder)
    assert set(read()) == {PARENT, CHILD}


def test_what_is_known_of_the_others_is_taken_for_the_tree(folder: Path, read: Callable[[], list[str]]) -> None:
    checker = Checker(Workspace.around(folder), Words(), Profile.SUBMIT)
    Inquiry(checker).report(Named(tuple(checker.workspace.paths), False))
    read()
    again = Checker(Workspace.around(folder), Words(), Profile.SIGN)
    found = Inquiry(again).report(Named((PARENT,), False))
    assert set(read()) == {PARENT}
    plain = Checker(Workspace.around(folder), Words(), Profile.SIGN)
    assert found.findings == plain.findings(PARENT)


def test_no_plan_is_read_twice_in_little_room(
    folder: Path, read: Callable[[], list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(checking, "AT_HAND", 1)
    child = (folder / "plans" / f"{CHILD}.yaml").read_text(encoding="utf-8")
    for number in range(3):
        near, far = (folder / "plans" / name / "2024-programme.yaml" for name in (f"a{number}", f"z{number}"))
        for file, text in ((near, child), (far, child.replace(PARENT, f"a{number}/2024-programme"))):
            file.parent.mkdir()
            file.write_text(text, encoding="utf-8")
    alone = Checker(Workspace.around(folder), Words())
    plain = alone.report(Named(tuple(alone.workspace.paths), True))
    read()
    assert report(folder).findings == plain.findings
    told = read()
    assert len(told) == len(set(told)) == len(alone.workspace.paths)


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
