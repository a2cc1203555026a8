"""A workspace: where it lies, what it overrides, how a plan is named, and its register of units."""

import subprocess
from datetime import date
from pathlib import Path

import pytest

from kehoach.errors import KehoachError
from kehoach.findings import Profile
from kehoach.kinds import PARTS
from kehoach.reading.arguments import plan_at
from kehoach.reading.data.datafile import read_data
from kehoach.reading.data.trusted import trusted
from kehoach.reading.shelf import root_above
from kehoach.reading.source import Folder, Revision
from kehoach.reading.workspace import Workspace
from kehoach.rules.parts.required_part import STANDS
from kehoach.shipped import shipped
from kehoach.written import plain


def workspace(folder: Path) -> Workspace:
    """The workspace of a folder."""
    return Workspace(folder, Folder(folder))


def git(folder: Path, *arguments: str) -> None:
    """Run git in a folder."""
    identity = ("-c", "user.name=a", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false")
    subprocess.run(["git", "-C", str(folder), *identity, *arguments], check=True, capture_output=True)


def test_the_root_is_the_nearest_folder_with_units(folder: Path) -> None:
    assert root_above(folder / "plans" / "tinh_doan") == folder
    with pytest.raises(KehoachError, match="workspace_missing"):
        root_above(folder.parent)


def test_a_plan_is_a_file_an_id_or_either_in_a_revision(folder: Path) -> None:
    git(folder, "init", "-q")
    git(folder, "add", ".")
    git(folder, "commit", "-q", "-m", "a")
    (folder / "plans" / "tinh_doan" / "2023.yaml").write_text("kind: annual_programme\n", encoding="utf-8")
    inside = folder / "plans" / "tinh_doan"
    for argument, start in (("2023.yaml", inside), ("tinh_doan/2023", inside), ("plans/tinh_doan/2023.yaml", folder)):
        found, id = plan_at(argument, start)
        assert id == "tinh_doan/2023" and len(found.written(id).text) < 30  # type: ignore[union-attr]
    for argument in ("HEAD:plans/tinh_doan/2023.yaml", "HEAD:tinh_doan/2023"):
        then, id = plan_at(argument, folder)
        assert id == "tinh_doan/2023" and then.written(id).faults == ()  # type: ignore[union-attr]
        assert then.resolve(id) is not None


@pytest.mark.parametrize(
    ("argument", "code"),
    [("tinh_doan/2024", "plan_missing"), ("C:2023.yaml", "plan_missing"), ("nhanh:a", "revision_missing")],
)
def test_what_is_no_plan_is_said(folder: Path, argument: str, code: str) -> None:
    git(folder, "init", "-q")
    with pytest.raises(KehoachError, match=code):
        plan_at(argument, folder)


def test_a_file_that_cannot_be_opened_is_a_fault_of_its_plan_alone(folder: Path) -> None:
    (folder / "plans" / "mat.yaml").symlink_to(folder / "nowhere.yaml")
    found = workspace(folder)
    faults = {id: [fault.code for fault in found.written(id).faults] for id in found.plans()}  # type: ignore[union-attr]
    assert faults == {"mat": ["DOC131"], "tinh_doan/2023": []}
    assert found.resolve("mat") is None and found.resolve("tinh_doan/2023") is not None


@pytest.mark.parametrize("name", ["2024.yml", "2024.YAML", "2024.Yml"])
def test_a_plan_with_a_wrong_ending_is_told_to_be_renamed(folder: Path, name: str) -> None:
    file = folder / "plans" / "tinh_doan" / name
    file.write_bytes((folder / "plans" / "tinh_doan" / "2023.yaml").read_bytes())
    found, id = plan_at(f"plans/tinh_doan/{name}", folder)
    written = found.written(id)
    assert written and written.broken and list(found.plans()) == ["tinh_doan/2023", id]
    assert [(fault.code, fault.arguments["wanted"]) for fault in written.faults] == [
        ("DOC132", "plans/tinh_doan/2024.yaml")
    ]


def test_a_file_outside_plans_is_no_plan(folder: Path) -> None:
    (folder / "nhap.yaml").write_text("kind: a\n", encoding="utf-8")
    with pytest.raises(KehoachError, match="plan_outside"):
        plan_at("nhap.yaml", folder)


def test_a_revision_without_the_file_says_so(folder: Path) -> None:
    git(folder, "init", "-q")
    git(folder, "commit", "-q", "--allow-empty", "-m", "a")
    with pytest.raises(KehoachError, match="file_missing"):
        Revision(folder, "HEAD").read("plans/units.yaml")
    with pytest.raises(KehoachError, match="revision_missing"):
        list(Revision(folder, "--help").paths())


def test_build_and_hidden_files_are_not_read(folder: Path) -> None:
    for name in ("build/a.yaml", ".git/b.yaml", "plans/.c.yaml"):
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text("", encoding="utf-8")
    assert list(Folder(folder).paths()) == ["plans/tinh_doan/2023.yaml", "plans/units.yaml"]


def test_a_workspace_overrides_kinds_by_name_and_adds_its_own(folder: Path) -> None:
    kinds = folder / "schemas" / "kinds"
    kinds.mkdir(parents=True)
    text = "name: Thư ngỏ\ndocument: Thư\ncode: TN\ntemplate: document.md.j2\n"
    (kinds / "open_letter.yaml").write_text(text, encoding="utf-8")
    (kinds / "plan.yaml").write_text(text, encoding="utf-8")
    found = workspace(folder).kinds
    assert found["open_letter"].code == found["plan"].code == "TN"
    assert found["annual_programme"].code == "CTr"
    assert [take.sort for take in found["youth_month_plan"].takes["annual_programme"]] == ["activities"]


def test_a_data_file_that_cannot_be_used_stops_with_its_name(folder: Path) -> None:
    kinds = folder / "schemas" / "kinds"
    kinds.mkdir(parents=True)
    (kinds / "plan.yaml").write_text("name: Thư ngỏ\n", encoding="utf-8")
    with pytest.raises(KehoachError, match="data_unreadable"):
        assert workspace(folder).kinds


def test_a_kind_that_demands_an_unknown_part_stops_with_its_name(folder: Path) -> None:
    kinds = folder / "schemas" / "kinds"
    kinds.mkdir(parents=True)
    text = "name: a\ndocument: b\ncode: c\ntemplate: d\nparts:\n  {}: submit\n"
    (kinds / "plan.yaml").write_text(text.format("theme"), encoding="utf-8")
    assert workspace(folder).kinds["plan"].parts == {"theme": Profile.SUBMIT}
    (kinds / "plan.yaml").write_text(text.format("them"), encoding="utf-8")
    with pytest.raises(KehoachError, match="data_unreadable") as caught:
        assert workspace(folder).kinds
    assert "them" in str(caught.value.arguments["reason"])


def test_every_part_that_a_kind_may_demand_can_be_judged() -> None:
    assert set(STANDS) == PARTS


def test_code_is_never_taken_from_a_workspace(folder: Path) -> None:
    for name in ("templates/a.lua", "templates/typst/b.typ", "templates/docx/c.docx", "templates/d.j2"):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text("", encoding="utf-8")
    assert workspace(folder).overlay.own == {"templates/d.j2"}


def test_units_in_a_circle_are_told_and_stand_below_nobody(folder: Path) -> None:
    file = folder / "plans" / "units.yaml"
    change = "    changes:\n      1/7/2025:\n        parent: huyen_doan\n"
    file.write_text(
        file.read_text(encoding="utf-8").replace("  huyen_doan:\n", f"{change}  huyen_doan:\n"), encoding="utf-8"
    )
    found = workspace(folder)
    assert [(fault.code, fault.arguments["chain"]) for fault in found.unit_faults] == [
        ("ORG103", "tinh_doan → huyen_doan → tinh_doan")
    ]
    for day in (date(2024, 1, 1), date(2026, 1, 1)):
        assert list(found.units.under("huyen_doan", day)) == ["doan_xa"]
        assert "huyen_doan" not in found.units.below("tinh_doan", day)


CHANGES = """
  doan_xa_moi:
    since: 01/7/2025
    name: Đoàn xã Tân Lập mới
    level: co_so
    parent: tinh_doan
"""


def test_units_are_what_they_are_on_a_day(folder: Path) -> None:
    file = folder / "plans" / "units.yaml"
    text = file.read_text(encoding="utf-8")
    text += "    changes:\n      1/7/2025:\n        parent: tinh_doan\n        into: doan_xa_moi\n" + CHANGES[1:]
    file.write_text(text, encoding="utf-8")
    found = workspace(folder)
    assert found.unit_faults == ()
    before, after = date(2025, 6, 30), date(2025, 7, 1)
    assert found.units.state("doan_xa", before).parent == "huyen_doan"
    assert found.units.state("doan_xa", after).parent == "tinh_doan"
    assert found.units.state("doan_xa", after).into == ("doan_xa_moi",)
    assert found.units.state("doan_xa", after).name == "Đoàn xã Tân Lập"
    assert "doan_xa_moi" in found.units.below("tinh_doan", after)
    assert not found.units["doan_xa_moi"].in_force(before)
    assert not found.units["huyen_doan_cu"].in_force(date(2023, 1, 1))


def test_a_newer_language_is_said_before_anything_else(folder: Path) -> None:
    file = folder / "plans" / "units.yaml"
    file.write_text("language: 2\nthings: new\n", encoding="utf-8")
    with pytest.raises(KehoachError, match="language_newer"):
        assert workspace(folder).units


def test_a_register_that_does_not_parse_says_where(folder: Path) -> None:
    (folder / "plans" / "units.yaml").write_text("language: 1\nunits: {\n", encoding="utf-8")
    with pytest.raises(KehoachError, match="units_unreadable") as caught:
        assert workspace(folder).units
    assert caught.value.place is not None and caught.value.place.line >= 2


@pytest.mark.parametrize(
    ("old", "new", "code", "line"),
    [
        ("parent: tinh_doan", "parent: tinh_doann", "ORG101", 21),
        ("level: tinh\n", "level: tinhh\n", "ORG102", 9),
        ("    level: tinh\n", "    level: tinh\n    parent: doan_xa\n", "ORG103", 7),
        ("until: 31/12/2020", "since: 1/1/2021\n    until: 31/12/2020", "ORG112", 32),
        ("tinh: cấp tỉnh", "tinh: {name: a, since: 2/1/2020, until: 1/1/2020}", "ORG112", 3),
        ("language: 1", "language: một", "DOC213", 1),
        ("name: Huyện đoàn Hòa An", "nane: Huyện đoàn Hòa An", "DOC201", 19),
    ],
)
def test_what_is_wrong_with_the_register_is_found_at_its_line(
    folder: Path, old: str, new: str, code: str, line: int
) -> None:
    file = folder / "plans" / "units.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace(old, new, 1), encoding="utf-8")
    assert (code, line) in [(fault.code, fault.place.line) for fault in workspace(folder).unit_faults]


SHIPPED = [file for folder in ("schemas", "templates") for file in sorted(shipped(folder).rglob("*.yaml"))]


@pytest.mark.parametrize("file", SHIPPED, ids=lambda file: file.name)
def test_a_data_file_that_is_trusted_deserves_it(file: Path) -> None:
    assert trusted(file.read_bytes()) == plain(read_data(file.read_bytes(), file.name))
