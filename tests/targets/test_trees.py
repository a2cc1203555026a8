"""A tree of plans in which one thing is wrong gives one finding, at its place, with the places that belong to it."""

from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from kehoach.commands.checking.checker import Checker
from kehoach.findings import Finding, Profile
from kehoach.places import Place
from kehoach.reading.workspace import Workspace
from kehoach.reporting.words import Words

from .conftest import Grown

CASES: dict[str, Any] = YAML(typ="safe").load(Path(__file__).parent / "trees.yaml")


def lines_of(workspace: Workspace, file: str, words: str) -> tuple[str, int]:
    """The file and the number of the line in which *words*, which stand there once, begin."""
    path = f"plans/{file}.yaml"
    text = workspace.source.read(path).decode("utf-8")
    assert text.count(words) >= 1, (file, words)
    return path, text.count("\n", 0, text.index(words)) + 1


def at(place: Place) -> tuple[str, int]:
    return place.file, place.line


def findings(workspace: Workspace) -> tuple[Finding, ...]:
    return Checker(workspace, Words("vi"), Profile.SUBMIT).findings(*workspace.plans())


@pytest.mark.parametrize("case", CASES.values(), ids=list(CASES))
def test_one_thing_wrong_gives_one_finding(case: dict[str, Any], grown: Grown) -> None:
    workspace = grown(case)
    found = findings(workspace)
    expected = [(row["code"], *lines_of(workspace, *row["at"])) for row in case["finds"]]
    assert [(one.fault.code, *at(one.fault.place)) for one in found] == expected
    for finding, row in zip(found, case["finds"], strict=True):
        related = {at(other.place) for other in finding.fault.related}
        assert {lines_of(workspace, *words) for words in row.get("related", [])} <= related
        message = Words("vi").message(finding.fault)
        assert [part for part in row.get("says", []) if part not in message] == [], message


@pytest.mark.parametrize("name", [name for name, case in CASES.items() if case["finds"]])
def test_only_what_is_named_is_reported_though_all_is_known(name: str, grown: Grown) -> None:
    workspace = grown(CASES[name])
    file = CASES[name]["finds"][0]["at"][0]
    checker = Checker(workspace, Words("vi"), Profile.SUBMIT)
    alone = [finding.fault.code for finding in checker.findings(file)]
    assert alone == [row["code"] for row in CASES[name]["finds"] if row["at"][0] == file]
    others = [id for id in workspace.plans() if id != file]
    rest = CASES[name].get("alone") or [row["code"] for row in CASES[name]["finds"] if row["at"][0] != file]
    assert [f.fault.code for f in checker.findings(*others)] == rest


def test_a_finding_of_the_tree_can_be_set_aside(grown: Grown) -> None:
    case = dict(CASES["a sum falls short"])
    allow = "Huy động ít nhất 8.000 lượt thanh niên tình nguyện.\n        allow: {TGT202: {because: bù ở đợt sau}}"
    case["replace"] = {**case["replace"], "tinh": [["Huy động ít nhất 8.000 lượt thanh niên tình nguyện.", allow]]}
    assert [finding.fault.code for finding in findings(grown(case)) if finding.fault.code[:3] != "DOC"] == []


def test_a_blank_is_told_above_while_plans_are_drafts(grown: Grown) -> None:
    workspace = grown(CASES["a value is left empty"])
    for profile in (Profile.DRAFT, Profile.SUBMIT, Profile.SIGN):
        found = Checker(workspace, Words("vi"), profile).findings(*workspace.plans())
        told = [one.fault for one in found if one.fault.code in ("TGT214", "TGT302")]
        assert [fault.code for fault in told] == ["TGT214" if profile is Profile.DRAFT else "TGT302"]
        assert "D1" in Words("vi").message(told[0]) or profile is not Profile.DRAFT


@pytest.mark.parametrize("name", ["an allocation forgets a merged unit", "an allocation leaves a unit open"])
def test_a_unit_that_is_forgotten_is_told_once_while_plans_are_drafts(name: str, grown: Grown) -> None:
    workspace = grown(CASES[name])
    found = Checker(workspace, Words("vi"), Profile.DRAFT).findings(*workspace.plans())
    assert [one.fault.code for one in found] == ["TGT211"]


def test_a_deadline_asked_of_the_units_under_other_names(grown: Grown) -> None:
    text = "Gửi báo cáo tổng kết năm về {}"
    due = f"    deadlines:\n      {{}}:\n        text: {text}\n        due: trước ngày {{}}/11/2023\n"
    replace = {
        "tinh": [["    title: Chỉ tiêu\n", "    title: Chỉ tiêu\n" + due.format("bao_cao", "Tỉnh đoàn", 20)]],
        "d1": [["  chi_tieu:\n", "  chi_tieu:\n" + due.format("bao_cao_xa", "Huyện đoàn D1", 25)]],
        "d2": [["  chi_tieu:\n", "  chi_tieu:\n" + due.format("bao_cao_xa", "Huyện đoàn D2", 10)]],
        "units": [["name: Tỉnh đoàn\n", "name: Tỉnh đoàn\n    words:\n      self: Tỉnh đoàn\n"]],
    }
    workspace = grown({"replace": replace})
    found = [(one.fault.code, *at(one.fault.place)) for one in findings(workspace)]
    assert found == [("TGT216", *lines_of(workspace, "d1", "trước ngày 25/11/2023"))]
