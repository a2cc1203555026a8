"""A document in the form of the standard has no fault; each fault put into it is found once, and nothing else."""

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from kehoach.findings import Fault
from kehoach.reporting.words import LANGUAGES, Words
from kehoach.rules.registry import RULES, Grain

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE))
from planting import planted  # noqa: E402  # stands beside this file

CASES: dict[str, dict[str, Any]] = YAML(typ="base").load(HERE / "faults.yaml")
Check = Callable[[bytes], list[Fault]]


def test_what_we_write_has_no_fault(programme: bytes, faults_of: Check) -> None:
    assert faults_of(programme) == []


@pytest.mark.parametrize("name", CASES)
def test_a_fault_is_found_once(name: str, programme: bytes, faults_of: Check) -> None:
    case = CASES[name]
    found = faults_of(planted(programme, case))
    assert [fault.code for fault in found] == [case["code"]]
    beginning = case.get("found") or case.get("at", "Tỉnh Đoàn")
    assert beginning in (found[0].place.words or "")
    for language in LANGUAGES:
        assert Words(language).message(found[0]) and Words(language).cure(found[0])


def test_every_rule_is_broken_somewhere() -> None:
    rules = {rule.code for rule in RULES.values() if rule.grain is Grain.FORM}
    assert rules == {case["code"] for case in CASES.values()}
