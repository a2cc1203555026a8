"""Every mistake is found, at its place, and nothing else is found beside it.

A case is a file ``tests/mistakes/<family>/<name>.yaml``, put at ``plans/case.yaml`` of the base, with
``# expect: CODE line:column`` in its first lines; or a folder with files laid over the base and
``expected.yaml``, a list of ``{code, file, line, column}``.
"""

import re
import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from kehoach.findings import Fault, Profile
from kehoach.places import Place
from kehoach.reading.data.datafile import read_data
from kehoach.reading.source import Folder
from kehoach.reading.workspace import Workspace
from kehoach.rules.engine import Judge, in_order, of_plan, of_tree
from kehoach.rules.view import View
from kehoach.written import Mapping, Written, plain

HERE = Path(__file__).parent / "mistakes"
BASE = HERE / "base"
CASES = sorted(
    case
    for family in HERE.iterdir()
    if family.is_dir() and family != BASE
    for case in family.iterdir()
    if case.is_dir() or case.suffix == ".yaml"
)
EXPECTED = re.compile(r"# expect: ([A-Z]{3}\d{3}) (\d+):(\d+)")
WAITING = {"TGT214"}  # what the plans above say while figures of the case are still open
Told = tuple[str, str, int, int]


def faults(workspace: Workspace) -> Iterator[Fault]:
    """Everything that is found wrong in a workspace at ``draft``."""
    yield from workspace.unit_faults
    view = View(
        tuple(workspace.plans()),
        lambda id: workspace.written(id) or Written(id, id, "", Mapping({}, {}, Place(id))),
        workspace.resolve,
        workspace.units,
        dict(workspace.kinds),
        workspace.lexicon,
        workspace.language,
        date(2023, 6, 1),
    )
    judge = Judge(Profile.DRAFT, lambda id, pointer: pointer)
    found = in_order(f for find in (of_plan, of_tree) for id in view.ids for f in find(view, id, judge))
    yield from (finding.fault for finding in found if finding.fault.code not in WAITING)


def told(workspace: Workspace) -> list[Told]:
    """The faults of a workspace as code, file, line and column."""
    return sorted((f.code, f.place.file, f.place.line, f.place.column) for f in faults(workspace))


def laid_out(case: Path, folder: Path) -> Workspace:
    """The workspace of a case: the base with the case's own files over it."""
    shutil.copytree(BASE, folder, dirs_exist_ok=True)
    if case.is_dir():
        shutil.copytree(case, folder, dirs_exist_ok=True, ignore=shutil.ignore_patterns("expected.yaml"))
    else:
        shutil.copy(case, folder / "plans" / "case.yaml")
    return Workspace(folder, Folder(folder))


def expected(case: Path) -> list[Told]:
    """What a case says must be found."""
    if case.is_dir():
        content = b"faults:\n" + (case / "expected.yaml").read_bytes()
        rows: Any = plain(read_data(content, "expected.yaml").entries["faults"])
        return sorted((row["code"], row["file"], int(row["line"]), int(row["column"])) for row in rows)
    lines = EXPECTED.findall(case.read_text(encoding="utf-8"))
    return sorted((code, "plans/case.yaml", int(line), int(column)) for code, line, column in lines)


def test_the_base_is_sound(tmp_path: Path) -> None:
    shutil.copytree(BASE, tmp_path, dirs_exist_ok=True)
    assert told(Workspace(tmp_path, Folder(tmp_path))) == []


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.parent.name}/{case.stem}")
def test_a_mistake_is_found_at_its_place(case: Path, tmp_path: Path) -> None:
    assert told(laid_out(case, tmp_path)) == expected(case) != []
