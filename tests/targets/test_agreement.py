"""The table of targets and the findings of a tree say the same."""

from typing import Any

import pytest

from kehoach.cascade.account import Accounts, account
from kehoach.cascade.table import Column, table
from kehoach.findings import Fault
from kehoach.reading.workspace import Workspace

from .conftest import DISTRICTS, Grown
from .test_trees import CASES, findings

MISSED = frozenset({"missed", "over", "tops"})
OF_ALL = {"TGT202": "missed", "TGT203": "missed", "TGT204": "tops", "TGT210": "over", "TGT222": "missed"}
OF_ONE = frozenset({"TGT201", "TGT209", "TGT219"})


def columns(space: Workspace) -> dict[str, Column]:
    """The columns of the province's table, by pointer."""
    plans = [plan for id in space.plans() if (plan := space.resolve(id))]
    known = Accounts.of(account(plan, space.lexicon) for plan in plans)
    return {column.entry.pointer: column for column in table(known.by_id["tinh"], known, space.units).columns}


def answers_the_province(fault: Fault) -> bool:
    asked = any(other.place.file == "plans/tinh.yaml" for other in fault.related)
    return asked and fault.place.file in {f"plans/{district}.yaml" for district in DISTRICTS}


@pytest.mark.parametrize("case", CASES.values(), ids=list(CASES))
def test_the_table_says_what_the_findings_say(case: dict[str, Any], grown: Grown) -> None:
    space = grown(case)
    faults = [one.fault for one in findings(space)]
    if not space.resolve("tinh"):
        return
    shown = columns(space)
    at_home = [one for one in faults if one.place.file == "plans/tinh.yaml" and one.pointer in shown]
    assert {one.pointer: OF_ALL[one.code] for one in at_home if one.code in OF_ALL}.items() <= {
        (pointer, column.word) for pointer, column in shown.items()
    }
    below = {one.pointer for one in faults if one.code in OF_ONE and answers_the_province(one)}
    told = {one.pointer.split("/")[0] for one in faults}
    assert below & shown.keys() <= {pointer for pointer, column in shown.items() if column.word in MISSED}
    assert {pointer for pointer, column in shown.items() if column.word in MISSED} <= told
