"""Every rule finds what its cases say, where they say, and nothing else.

A file holds the profile, plans that pass and plans that fail. Kind, unit and year are put before each plan and
``bases`` after it, so that a case shows only what matters; lines are those of the whole file.
"""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from ruamel.yaml import YAML

from kehoach.commands.checking.checker import Checker
from kehoach.findings import Profile
from kehoach.reading.workspace import Workspace
from kehoach.reporting.words import Words

HERE = Path(__file__).parent
USUAL_BASES = "bases:\n  - Nghị quyết thử\n"


class Case(NamedTuple):
    """A plan, how far it has come, and what is to be found in it."""

    name: str
    profile: Profile
    text: str
    at: tuple[str, ...]


def cases() -> Iterator[Case]:
    for file in sorted(HERE.glob("*.yaml")):
        rows: dict[str, Any] = YAML(typ="base").load(file)
        head = f"kind: {rows.get('kind', 'trial')}\nunit: {rows.get('unit', 'huyen')}\nyear: 2024\n"
        bases = rows.get("bases", USUAL_BASES)
        profile = Profile(rows["profile"])
        for name, text in rows["passes"].items():
            yield Case(f"{file.stem}: {name}", profile, head + text + bases, ())
        for name, row in rows["fails"].items():
            yield Case(f"{file.stem}: {name}", profile, head + row["plan"] + bases, tuple(row["at"]))


@pytest.mark.parametrize("case", tuple(cases()), ids=lambda case: case.name)
def test_a_rule_finds_what_its_cases_say(case: Case, laid: Callable[[str], Workspace]) -> None:
    found = Checker(laid(case.text), Words(), case.profile).findings("case")
    assert [f"{f.fault.code} {f.fault.place.line}:{f.fault.place.column}" for f in found] == list(case.at)


@pytest.mark.parametrize("case", [c for c in cases() if c.profile is not Profile.DRAFT], ids=lambda case: case.name)
def test_a_draft_may_leave_it_open(case: Case, laid: Callable[[str], Workspace]) -> None:
    assert Checker(laid(case.text), Words()).findings("case") == ()
