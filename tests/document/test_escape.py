"""Laws of escaping: what is written is what is read, in one paragraph."""

import re

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from kehoach.document.escape import escaped, inline, one_line, plain

READER = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
NASTY = st.sampled_from(["1. ", "a) ", "::: ", "**", "```", "&nbsp;", *"*_`[]()<>&~|#-+=:.!\\{}1aI \t\n\u00a0“”…"])
TEXTS = st.lists(NASTY | st.characters(), max_size=25).map("".join)
laws = settings(derandomize=True, max_examples=600, deadline=None)


def paragraph(markdown: str) -> list[Token]:
    """The inline tokens of the one paragraph that *markdown* must be."""
    tokens = READER.parse(markdown)
    if not markdown.strip():
        return []
    assert [token.type for token in tokens] == ["paragraph_open", "inline", "paragraph_close"]
    return tokens[1].children or []


def words(tokens: list[Token]) -> str:
    return "".join(token.content for token in tokens)


@laws
@given(TEXTS)
@example("1. một")
@example("(1) một")
@example("- một\n- hai")
@example("| a |\n|---|")
@example("một\n===")
@example("``` x")
@example("::: letterhead")
@example("<b>x</b> &amp; [a](http://b)")
def test_an_escaped_text_reads_as_itself(text: str) -> None:
    tokens = paragraph(escaped(text))
    assert {token.type for token in tokens} <= {"text", "text_special"}
    assert words(tokens) == one_line(text).strip()


@laws
@given(TEXTS)
@example("**“một”** hai *ba*")
@example("***a** b*")
@example("*a**b*")
@example("***a*")
def test_an_inline_text_keeps_its_words_and_marks_and_nothing_else(text: str) -> None:
    tokens = paragraph(inline(text))
    assert {token.type for token in tokens} <= {
        "text",
        "text_special",
        "strong_open",
        "strong_close",
        "em_open",
        "em_close",
    }
    assert words(tokens) == plain(text).strip()


@laws
@given(TEXTS)
def test_an_inline_text_is_written_once(text: str) -> None:
    assert inline(inline(text)) == inline(text)


@pytest.mark.parametrize(
    ("text", "markdown"),
    [
        ("20.000 cây xanh", "20.000 cây xanh"),
        ("1. một", r"1\. một"),
        ("1.1. một", r"1.1\. một"),
        ("(1) một", r"\(1) một"),
        ("a) một", r"a\) một"),
        ("TM. Ban Chấp hành", "TM. Ban Chấp hành"),
        ("- một", r"\- một"),
        ("  một \n hai ", "một hai"),
        ("**30%** thanh niên", "**30%** thanh niên"),
        ("[a](b) <i>", r"\[a\](b) \<i\>"),
    ],
)
def test_what_is_written(text: str, markdown: str) -> None:
    assert inline(text) == markdown


def test_a_number_is_never_left_at_the_start() -> None:
    for start in ("1.", "12)", "(3)", "a)", "IV.", "B.", "2.1."):
        assert not re.match(r"\(?\w[\w.]*[.)] ", escaped(f"{start} x"))
