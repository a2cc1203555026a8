"""Numbers of documents, read and put into the form of a standard."""

from collections.abc import Mapping
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from ruamel.yaml import YAML

from kehoach.phrases import document_number
from kehoach.phrases.document_number import DocumentNumber
from kehoach.phrases.lexicon import Lexicon

CASES: list[Mapping[str, str]] = YAML(typ="base", pure=False).load(Path(__file__).parent / "documents" / "numbers.yaml")
READ = [case for case in CASES if len(case) > 1]


def told(found: DocumentNumber) -> dict[str, str]:
    said = {
        "written": found.written,
        "number": found.number or "",
        "kind": found.kind,
        "body": found.body,
        "department": found.department,
        "year": str(found.year or ""),
        "state": "true" if found.state else "",
        "spaced": "true" if found.spaced else "",
    }
    return {name: words for name, words in said.items() if words}


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["written"])
def test_reads(case: Mapping[str, str], lexicon: Lexicon) -> None:
    found = document_number.parse(case["written"], lexicon)
    expected = {name: words for name, words in case.items() if name != "canonical"}
    assert (told(found) if found else {"written": case["written"]}) == expected


@pytest.mark.parametrize("case", READ, ids=lambda case: case["written"])
def test_puts_into_words(case: Mapping[str, str], lexicon: Lexicon) -> None:
    found = document_number.parse(case["written"], lexicon)
    assert found
    words = document_number.canonical(found, lexicon)
    assert words == case.get("canonical", case["written"])
    assert document_number.parse(words, lexicon) == found


def test_zeros_do_not_change_what_is_meant(lexicon: Lexicon) -> None:
    assert document_number.parse("5-CTr/ĐTN", lexicon) == document_number.parse("05-CTr/ĐTN", lexicon)
    assert document_number.parse("5-CTr/ĐTN", lexicon) != document_number.parse("-CTr/ĐTN", lexicon)


def test_a_standard_says_the_form_and_the_gap(lexicon: Lexicon) -> None:
    pattern = "{number:0>2}-{kind}/{body}[-{department}]"
    given_number, blank = DocumentNumber("", "5", 5, "CTr", "ĐTN"), DocumentNumber("", None, None, "KH", "TĐTN", "BTG")
    assert document_number.canonical(given_number, lexicon, pattern) == "05-CTr/ĐTN"
    assert document_number.canonical(blank, lexicon, pattern, gap="\u00a0" * 6) == "\u00a0" * 6 + "-KH/TĐTN-BTG"


CODE = st.sampled_from(["CTr", "KH", "NQ", "CT", "QĐ", "TTr", "BC"])
BODY = st.sampled_from(["ĐTN", "TĐTN", "TWĐTN", "TW", "UBND", "HĐND"])
DEPARTMENT = st.lists(st.sampled_from(["VP", "BTG", "TC", "KT", "TTN"]), max_size=2).map("-".join)


@st.composite
def numbers(draw: st.DrawFn) -> DocumentNumber:
    value = draw(st.none() | st.integers(1, 99999))
    number = None if value is None else str(value)
    return DocumentNumber("", number, value, draw(CODE), draw(BODY), draw(DEPARTMENT), state=draw(st.booleans()))


@settings(derandomize=True, deadline=None)
@given(value=numbers())
def test_what_is_put_into_words_reads_back(value: DocumentNumber, lexicon: Lexicon) -> None:
    words = document_number.canonical(value, lexicon)
    found = document_number.parse(words, lexicon)
    assert found == value
    assert found.written == words and not found.spaced


@settings(derandomize=True, deadline=None, max_examples=300)
@given(text=st.text("0123456789-–/ &.:CTrKHĐNSốVP", max_size=20))
def test_any_text_is_read_without_a_fault(text: str, lexicon: Lexicon) -> None:
    found = document_number.parse(text, lexicon)
    if found:
        assert found.written == text
        assert document_number.parse(document_number.canonical(found, lexicon), lexicon) == found
