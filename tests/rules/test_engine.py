"""The engine: weights by profile, an order that never changes, rules on the whole tree."""

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest

from kehoach.commands.checking.checker import Checker
from kehoach.findings import Fault, Profile, Severity
from kehoach.finished import Finished
from kehoach.manuscript import Manuscript
from kehoach.places import Place
from kehoach.reading.workspace import Workspace
from kehoach.reporting.words import Words
from kehoach.rules import registry
from kehoach.rules.engine import Judge, weighed
from kehoach.rules.registry import RULES, Grain, Rule, enter
from kehoach.rules.view import View

TEXT = "kind: trial\nunit: huyen\nyear: 2024\nbases:\n  - Nghị quyết thử\n"


def nowhere(id: str, pointer: str) -> str:
    return ""


def test_a_fault_weighs_what_its_rule_says_in_the_profile() -> None:
    fault = Fault("SEC103", Place("a"))
    weights = {p.value: [f.severity for f in weighed("", [fault], Judge(p, nowhere))] for p in Profile}
    assert weights == {"draft": [], "submit": [], "sign": ["error"], "issued": ["error"]}


def test_a_fault_may_say_from_which_profile_on_it_counts() -> None:
    fault = Fault("SEC101", Place("a"), arguments={"since": "sign"})
    told = [bool(list(weighed("", [fault], Judge(profile, nowhere)))) for profile in Profile]
    assert told == [False, False, True, True]


def test_a_profile_never_demands_less_than_the_one_before() -> None:
    """Information demands nothing: it may give way to what is then told at its cause."""
    for rule in RULES.values():
        weights = [rule.weights.get(profile, Severity.INFO) for profile in Profile]
        assert weights == sorted(weights, key=tuple(Severity).index), rule.code


def test_a_code_is_given_once() -> None:
    with pytest.raises(ValueError, match="SEC101"):
        enter(Rule("SEC101", registry.ERROR))


def test_a_rule_on_the_tree_speaks_of_the_plans_asked_for(
    laid: Callable[[str], Workspace], monkeypatch: pytest.MonkeyPatch
) -> None:
    def of_every_plan(view: View) -> Iterator[Fault]:
        for id in reversed(view.ids):
            yield Fault("TST001", Place(f"plans/{id}.yaml"))

    monkeypatch.setitem(registry._rules, "TST001", Rule("TST001", registry.WARNING, Grain.TREE, of_every_plan))
    checker = Checker(laid(TEXT), Words())

    def told(*ids: str) -> list[str]:
        return [f.fault.place.file for f in checker.findings(*ids) if f.fault.code == "TST001"]

    assert told("case") == ["plans/case.yaml"]
    assert told("case", "above") == ["plans/above.yaml", "plans/case.yaml"]


def test_findings_come_in_the_order_of_their_places(laid: Callable[[str], Workspace]) -> None:
    found = Checker(laid(TEXT.replace("bases", "basis")), Words(), Profile.ISSUED).findings("case", "above")
    assert len(found) > 2
    assert [f.order for f in found] == sorted({f.order for f in found})


def test_a_rule_on_finished_documents_speaks_of_those_that_were_taken_in(
    laid: Callable[[str], Workspace], monkeypatch: pytest.MonkeyPatch
) -> None:
    def of_a_document(document: Finished, view: View) -> Iterator[Fault]:
        yield Fault("TST001", Place(document.manuscript.file))

    monkeypatch.setitem(registry._rules, "TST001", Rule("TST001", registry.WARNING, Grain.FINISHED, of_a_document))
    space = laid(TEXT)
    file = space.written("case")
    assert file
    space.take_in(Finished(Manuscript("bài.docx", "", ()), ()), replace(file, id="bài.docx", file="bài.docx"))
    found = [(f.fault.code, f.fault.place.file) for f in Checker(space, Words()).findings("case", "bài.docx")]
    assert [file for code, file in found if code == "TST001"] == ["bài.docx"]
