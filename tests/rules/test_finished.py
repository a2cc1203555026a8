"""Rules find in finished documents what their cases say, where they say.

A file holds the codes that it is about, documents that pass and documents that fail; lines are those of the text.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from ruamel.yaml import YAML

from kehoach.commands.checking.checker import Checker
from kehoach.commands.importing.finished import finished_plan
from kehoach.reporting.words import Words

HERE = Path(__file__).parent / "finished"


class Case(NamedTuple):
    """A document, the codes that it is about, and what is to be found in it."""

    name: str
    codes: frozenset[str]
    text: str
    at: tuple[str, ...]


def cases() -> Iterator[Case]:
    for file in sorted(HERE.glob("*.yaml")):
        rows: dict[str, Any] = YAML(typ="base").load(file)
        codes = frozenset(rows["codes"])
        for name, text in rows["passes"].items():
            yield Case(f"{file.stem}: {name}", codes, text, ())
        for name, row in rows["fails"].items():
            yield Case(f"{file.stem}: {name}", codes, row["text"], tuple(row["at"]))


@pytest.mark.parametrize("case", tuple(cases()), ids=lambda case: case.name)
def test_a_rule_finds_what_its_cases_say(case: Case, tmp_path: Path) -> None:
    source = tmp_path / "document.txt"
    source.write_text(case.text, encoding="utf-8", newline="\n")
    known = finished_plan(source, "document.txt", None)
    found = Checker(known.workspace, Words()).findings(known.written.id)
    told = [f"{f.fault.code} {f.fault.place.line}:{f.fault.place.column}" for f in found if f.fault.code in case.codes]
    assert told == list(case.at)
