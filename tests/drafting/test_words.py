"""Every note that drafting leaves is said, and nothing is said in vain."""

import re
from pathlib import Path

import kehoach
from kehoach.reporting.words import table

PACKAGE = Path(kehoach.__file__).parent
SOURCE = "\n".join(file.read_text(encoding="utf-8") for file in (PACKAGE / "drafting").rglob("*.py"))
CODES = set(table("drafting")) - {"heads", "groups"}


def test_every_note_has_words_and_a_group_that_is_printed() -> None:
    left = set(re.findall(r'(?:note|remark|Note)\(\s*"(\w+)"', SOURCE))
    assert left <= CODES
    assert {table("drafting")[code]["group"] for code in CODES} == set(table("drafting")["groups"])


def test_every_note_that_is_said_is_left() -> None:
    command = (PACKAGE / "commands" / "drafting" / "draft.py").read_text(encoding="utf-8")
    assert {code for code in CODES if f'"{code}"' not in SOURCE + command} == set()
