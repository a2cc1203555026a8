"""What is kept of a plan's account and standing comes back as it was."""

import json
from pathlib import Path
from typing import Any

import pytest

from kehoach.cascade import keeping
from kehoach.cascade.account import account
from kehoach.commands.checking.checker import Checker
from kehoach.commands.checking.inquiry import Inquiry
from kehoach.commands.shell.plans import Named
from kehoach.findings import Finding, Profile
from kehoach.reading.workspace import Workspace
from kehoach.reporting.words import Words
from kehoach.rules import standing

from .conftest import Grown
from .test_trees import CASES

SHIPPED = Workspace.around(Path(__file__))
ONE_OF_EACH_LEVEL = ("tinh", "d1", "d1_x")
ALLOW = "Huy động ít nhất 8.000 lượt thanh niên tình nguyện."


@pytest.mark.parametrize("id", SHIPPED.paths)
def test_an_account_comes_back(id: str) -> None:
    plan = SHIPPED.resolve(id)
    assert plan
    told = account(plan, SHIPPED.lexicon)
    assert repr(keeping.found(json.loads(json.dumps(keeping.kept(told))))) == repr(told)


@pytest.mark.parametrize("case", CASES.values(), ids=list(CASES))
def test_a_standing_comes_back(case: dict[str, Any], grown: Grown) -> None:
    replaced = case.get("replace", {})
    allowed = [ALLOW, f"{ALLOW}\n        allow: {{TGT202: {{because: bù, until: 30/6/2024}}}}"]
    there = "tinh" not in case.get("without", [])
    workspace = grown(
        {**case, "replace": {**replaced, "tinh": [allowed, *replaced.get("tinh", [])]} if there else replaced}
    )
    changed = {*replaced, *ONE_OF_EACH_LEVEL} & workspace.paths.keys()
    for id in sorted(changed):
        told, _ = Checker(workspace, Words()).survey(id)
        assert told
        assert repr(standing.found(json.loads(json.dumps(standing.kept(told))))) == repr(told)


def told(workspace: Workspace, profile: Profile, jobs: int = 1) -> tuple[Finding, ...]:
    """What is found by way of what is kept."""
    again = Workspace.around(workspace.root)
    return Inquiry(Checker(again, Words(), profile), jobs).report(Named(tuple(again.paths), False)).findings


@pytest.mark.parametrize("case", CASES.values(), ids=list(CASES))
def test_the_tree_is_judged_by_standings_as_by_plans(case: dict[str, Any], grown: Grown) -> None:
    workspace = grown(case)
    for profile in (Profile.DRAFT, Profile.SUBMIT):
        plain = Checker(workspace, Words(), profile).findings(*workspace.paths)
        assert told(workspace, profile) == plain
    file = next(workspace.root.glob("plans/*_x.yaml"))
    file.write_text(file.read_text(encoding="utf-8") + "# đổi\n", encoding="utf-8")
    assert told(workspace, Profile.SUBMIT) == plain


def test_several_processes_hand_in_the_same(grown: Grown) -> None:
    workspace = grown(CASES["a sum falls short"])
    plain = Checker(workspace, Words(), Profile.SUBMIT).findings(*workspace.paths)
    assert plain
    assert told(workspace, Profile.SUBMIT, jobs=2) == plain
