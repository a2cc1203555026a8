"""Our Markdown: what it means, what is refused, and that it does no harm."""

from contextlib import suppress
from pathlib import Path
from time import perf_counter
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from ruamel.yaml import YAML

from kehoach.document.markdown import DEEPEST, MOST_CHARACTERS, MOST_TOKENS, parse
from kehoach.errors import KehoachError
from kehoach.tree import AsWritten, Bold, Break, Gap, Inlines, Italic, Paragraph, Text
from kehoach.wording import lines

CASES: dict[str, dict[str, Any]] = YAML(typ="safe").load(Path(__file__).with_name("markdown.yaml"))


@pytest.mark.parametrize("case", CASES["reads"].values(), ids=CASES["reads"])
def test_reads(case: dict[str, Any]) -> None:
    blocks = parse(case["source"]).blocks
    assert list(lines(blocks)) == case["lines"]
    assert [type(block).__name__ for block in blocks] == case["nodes"]


@pytest.mark.parametrize("case", CASES["refuses"].values(), ids=CASES["refuses"])
def test_refuses(case: dict[str, Any]) -> None:
    with pytest.raises(KehoachError) as caught:
        parse(case["source"])
    assert (caught.value.code, caught.value.arguments["line"]) == (case["code"], case["line"])


def test_inline_nodes() -> None:
    (block,) = parse("Số:\u00a0\u00a0\u00a0\u00a0-KH **a *b***\\\nc").blocks
    assert isinstance(block, Paragraph)
    bold = Bold((Text("a "), Italic((Text("b"),))))
    assert block.inlines == (Text("Số:"), Gap(4), Text("-KH "), bold, Break(), Text("c"))


@pytest.mark.parametrize(
    ("source", "kept"),
    [
        (
            "a ~“Tuổi *trẻ*”~ b",
            (Text("a "), AsWritten((Text("“Tuổi "), Italic((Text("trẻ"),)), Text("”"))), Text(" b")),
        ),
        (r"~1 \~ 2~", (AsWritten((Text("1 ~ 2"),)),)),
        (r"\~a~", (Text("~a~"),)),
        ("a ~ b", (Text("a ~ b"),)),
        ("~~", (Text("~~"),)),
    ],
)
def test_words_that_keep_their_small_letters(source: str, kept: Inlines) -> None:
    (block,) = parse(source).blocks
    assert isinstance(block, Paragraph)
    assert block.inlines == kept


def test_title_is_kind_and_subject() -> None:
    assert parse("::: kind\nKế hoạch\n:::\n\n::: subject\nTháng *Thanh niên*\n:::").title == "Kế hoạch Tháng Thanh niên"


def test_bounds() -> None:
    with pytest.raises(KehoachError, match="document_too_large"):
        parse("a" * (MOST_CHARACTERS + 1))
    with pytest.raises(KehoachError, match="document_too_deep"):
        parse("".join(f"{'  ' * depth}- a\n" for depth in range(DEEPEST)))
    with pytest.raises(KehoachError, match="document_too_many_parts"):
        parse("a\n\n" * (MOST_TOKENS // 3))


@pytest.mark.parametrize(
    "sign", ["[", "[a](", "*", "**a", "_", "~", "~a", "`", "<", "![", "&", "\\", ":::", "- ", "| a |\n"]
)
def test_repeated_signs_cost_little(sign: str) -> None:
    begun = perf_counter()
    with suppress(KehoachError):
        parse(sign * 5000)
    assert perf_counter() - begun < 5


@settings(derandomize=True, max_examples=300, deadline=None)
@given(st.text(alphabet=st.sampled_from("aĐ1.()*_~#|:->+`[]<&\\ \n\u00a0"), max_size=60))
def test_any_text_is_read_or_refused(source: str) -> None:
    try:
        document = parse(source)
    except KehoachError:
        return
    assert parse(document.source) == document


@settings(derandomize=True, max_examples=300, deadline=None)
@given(st.text(alphabet=st.sampled_from("aĐ1.()#|:>+`[]&; "), min_size=1, max_size=40))
def test_escaped_text_comes_out_as_it_went_in(words: str) -> None:
    words = " ".join(words.split()) or "a"
    escaped = "".join(f"\\{letter}" if letter in "\\`*_{}[]()#+-.!|<>&:" else letter for letter in words)
    assert list(lines(parse(escaped).blocks)) == [words]
