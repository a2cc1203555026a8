"""The words: both languages say the same, everything used is said, nothing is said in vain."""

import re
import string
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import kehoach
from kehoach.errors import KehoachError
from kehoach.findings import Fault, Related
from kehoach.places import Place
from kehoach.reporting.words import LANGUAGES, Words, filled, table
from kehoach.rules import raised
from kehoach.rules.registry import RULES
from kehoach.shipped import shipped

WORDS = shipped("schemas") / "words"
FILES = sorted(file.relative_to(WORDS).with_suffix("").as_posix() for file in WORDS.rglob("*.toml"))
FAMILIES = [name for name in FILES if name.startswith("rules/")]
ERRORS = [name for name in FILES if name.startswith("errors")]
SOURCE = "\n".join(file.read_text(encoding="utf-8") for file in Path(kehoach.__file__).parent.rglob("*.py"))
LANGUAGE_NAMES = set(LANGUAGES)


def pairs(data: dict[str, Any], path: str = "") -> Iterator[tuple[str, dict[str, Any]]]:
    """Every table that holds the languages side by side, with its path."""
    if set(data) & LANGUAGE_NAMES:
        yield path, {key: value for key, value in data.items() if key in LANGUAGE_NAMES}
        return
    for key, value in data.items():
        if isinstance(value, dict):
            yield from pairs(value, f"{path}/{key}")


def blanks(text: str) -> set[str]:
    """The names of the blanks of a template."""
    return {field for _, field, _, _ in string.Formatter().parse(text) if field}


def sentences(value: Any) -> dict[str, str]:
    return value if isinstance(value, dict) else {"": value}


@pytest.mark.parametrize("name", FILES)
def test_both_languages_say_the_same(name: str) -> None:
    for path, said in pairs(dict(table(name))):
        assert set(said) == LANGUAGE_NAMES, path
        vi, en = sentences(said["vi"]), sentences(said["en"])
        assert set(vi) == set(en), path
        for part in vi:
            assert vi[part].strip() and en[part].strip(), path
            if part != "page":
                assert blanks(vi[part]) == blanks(en[part]), f"{path} {part}"


@pytest.mark.parametrize("name", FAMILIES)
def test_every_word_of_a_rule_has_a_rule(name: str) -> None:
    assert set(table(name)) <= set(RULES)
    assert {code[:3] for code in table(name)} == {name.removeprefix("rules/")}


def test_every_code_in_the_source_is_a_rule() -> None:
    assert set(re.findall(r'"((?:DOC|INH|SEC|TGT|CAL|REF|ORG|TXT|FMT|IMP|SUP|SAF)\d{3})"', SOURCE)) <= set(RULES)


def test_every_rule_is_raised() -> None:
    # The notes of an import are numbered by a loop; ``raised.py`` only weighs what others find.
    weighed = Path(raised.__file__).read_text(encoding="utf-8")
    source = SOURCE.replace(weighed, "")
    assert {code for code in RULES if code not in source and not code.startswith("IMP20")} == set()


def test_the_names_of_rules_differ() -> None:
    names = [words["name"] for name in FAMILIES for words in table(name).values()]
    assert len(names) == len(set(names))


def test_every_error_is_raised_and_every_raised_error_is_said() -> None:
    said = {code for name in ERRORS for code in table(name)}
    raised = set(re.findall(r'(?:KehoachError|WrongUsage|MissingProgram)\(\s*"(\w+)"', SOURCE))
    assert raised - said == set()
    assert {code for code in said if f'"{code}"' not in SOURCE} == set()


def test_every_note_is_said_and_every_said_note_is_used() -> None:
    said = set(table("related"))
    assert set(re.findall(r'Related\([^\n]*?, "(\w+)"', SOURCE)) <= said
    assert {note for note in said if f'"{note}"' not in SOURCE} == set()


def test_every_term_is_used() -> None:
    # Put together from a word of ours: term(f"verb_{…}").
    made = {"blank", "cascade", "counted", "document", "family", "lacking", "part", "severity", "sheet", "slip"}
    made |= {"misdated", "sort", "verb", "verdict", "weekday"}
    unused = {name for name in table("terms") if f'"{name}"' not in SOURCE and name.split("_")[0] not in made}
    assert unused == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_words_are_filled(language: str) -> None:
    words = Words(language)
    fault = Fault("TGT301", Place("a"), arguments={"id": "cay_xanh", "phrase": "12 cây"})
    assert "12 cây" in words.message(fault)
    assert "cascade" in words.cure(fault)
    assert "{" not in words.related(Related(Place("a"), "one_parent_says", {"plan": "a", "words": "b"}))
    assert "x.yaml" in words.error(KehoachError("file_missing", file="x.yaml"))
    assert words.title("TGT301") != words.page("TGT301")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("code", "arguments", "blank"),
    [
        (code, dict.fromkeys(blanks(words["vi"]["message"]), "x"), blank)
        for name in FAMILIES
        for code, words in table(name).items()
        for blank in ("nearest", "into")
        if blank in blanks(words["vi"]["message"])
    ],
)
def test_what_is_not_known_is_not_said(language: str, code: str, arguments: dict[str, str], blank: str) -> None:
    whole = Words(language).message(Fault(code, Place("a"), arguments=arguments | {blank: "ở đây"}))
    short = Words(language).message(Fault(code, Place("a"), arguments=arguments | {blank: ""}))
    assert "ở đây" in whole and not set("[]") & set(whole + short)
    assert whole.startswith(short) and not short.endswith((":", " ", "””"))
    assert not re.search(r"gần nhất|nearest|sáp nhập|merged", short)


def test_brackets_without_a_blank_stay() -> None:
    assert filled("a[1] [; {b}] [{c}]", {"b": "", "c": "[x]"}) == "a[1]  [x]"
