"""Every fault of reading has its words, and every word has its fault."""

import re
import tomllib
from pathlib import Path
from string import Formatter

import pytest

import kehoach.reading
from kehoach.shipped import shipped

SOURCES = Path(kehoach.reading.__file__).parent.rglob("*.py")
RAISED = {code for file in SOURCES for code in re.findall(r"\b(?:DOC|ORG)\d{3}\b", file.read_text(encoding="utf-8"))}
RULES = shipped("schemas") / "words" / "rules"
WORDS = {
    code: words
    for name in ("DOC", "ORG")
    for code, words in tomllib.loads((RULES / f"{name}.toml").read_text("utf-8")).items()
}
ELSEWHERE = re.compile(r"ORG202|ORG3\d\d|DOC134|DOC3\d\d")


def blanks(template: str) -> set[str]:
    """The names that a template leaves open."""
    return {name for _, name, _, _ in Formatter().parse(template) if name}


def test_every_code_has_words_and_every_word_a_code() -> None:
    assert {code for code in WORDS if not ELSEWHERE.match(code)} == RAISED


@pytest.mark.parametrize("code", sorted(WORDS))
def test_both_languages_leave_the_same_open(code: str) -> None:
    vi, en = WORDS[code]["vi"], WORDS[code]["en"]
    assert vi.keys() == en.keys() == {"title", "message", "cure", "page"}
    assert blanks(vi["message"] + vi["cure"]) == blanks(en["message"] + en["cure"])
