"""Composed documents: goldens of hand-made plans, and that they are Markdown of our closed kind."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from ruamel.yaml import YAML

from kehoach.document import markdown as reader
from kehoach.document.compose import markdown
from kehoach.document.press import Press
from kehoach.document.templates import environment
from kehoach.errors import KehoachError
from kehoach.plan import Plan
from kehoach.tree import Block, Blocks

GOLDENS = {file.stem: file for file in sorted((Path(__file__).parent / "goldens").glob("*.yaml"))}
HandMade = Callable[[Mapping[str, Any]], Plan]


def row_of(file: Path) -> dict[str, Any]:
    loaded: dict[str, Any] = YAML(typ="base").load(file)
    return loaded


@pytest.mark.parametrize("file", GOLDENS.values(), ids=list(GOLDENS))
def test_a_document_is_its_golden(file: Path, hand_made: HandMade, press: Press, accept: bool) -> None:
    golden = file.with_suffix(".md")
    made = markdown(hand_made(row_of(file)), press)
    if accept:
        golden.write_text(made, encoding="utf-8", newline="\n")
    assert made == golden.read_text(encoding="utf-8")


@pytest.mark.parametrize("file", GOLDENS.values(), ids=list(GOLDENS))
def test_a_document_is_read_back(file: Path, hand_made: HandMade, press: Press) -> None:
    row = row_of(file)
    assert reader.parse(markdown(hand_made(row), press)).blocks


def test_a_draft_is_marked(hand_made: HandMade, press: Press) -> None:
    plan = hand_made({})
    assert "Dự thảo lần thứ 2" in markdown(plan, replace(press, draft=2))
    assert "Dự thảo" not in markdown(plan, press)


@pytest.mark.parametrize(
    ("template", "code"),
    [
        (None, "template_missing"),
        ("{% for %}", "template_faulty"),
        ("{{ nobody }}", "template_faulty"),
        ("{{ subject.__class__.__mro__ }}", "template_faulty"),
        ("{% include 'other' %}", "template_missing"),
    ],
)
def test_a_template_that_cannot_be_used_is_said(
    template: str | None, code: str, hand_made: HandMade, press: Press
) -> None:
    given = environment(lambda name: template if name == "document.md.j2" else None)
    with pytest.raises(KehoachError) as raised:
        markdown(hand_made({}), replace(press, templates=given))
    assert raised.value.code == code


def test_a_template_prints_what_is_not_markdown_escaped(hand_made: HandMade, press: Press) -> None:
    given = environment({"document.md.j2": "{{ '- *a*' }} {{ subject }}"}.get)
    assert markdown(hand_made({"subject": "*b*"}), replace(press, templates=given)) == "\\- \\*a\\* *b*\n"


def nasty_plan(text: str) -> dict[str, Any]:
    """A plan that says *text* wherever it can."""
    return {
        "subject": text,
        "theme": {"text": text, "place": "title"},
        "marks": {"conference": text},
        "issued": {"department": text, "signed": {"for": text, "office": text, "name": text}},
        "bases": [text, text],
        "opening": [text],
        "labels": {"own": text},
        "closing": text,
        "recipients": [{"to": text, "parts": [text], "purpose": text}, {"archive": text, "copies": text}],
        "sections": {
            "a": {
                "title": text,
                "own": {
                    "targets": {"b": {"text": text}},
                    "activities": {"c": {"text": text, "when": [text], "note": text}},
                },
                "sections": {"d": {"title": text, "deadlines": {"e": {"text": text, "due": text}}}},
            },
            "f": {"title": text, "heading": "*", "body": f"| a{' '.join(text.replace('|', '').split())} | b |"},
        },
        "annexes": {"g": {"title": text, "form": {"columns": [text, text], "rows": "1"}}},
    }


def shape(block: object) -> object:
    """The sorts of a block and of all that it holds, without their words."""
    if isinstance(block, tuple):
        return tuple(shape(one) for one in block if isinstance(one, tuple | Block))
    kept = (name for name in getattr(block, "__slots__", ()) if name not in {"inlines", "head", "rows"})
    return type(block).__name__, *(shape(getattr(block, name)) for name in kept)


NASTY = st.sampled_from(["1. ", "a) ", "::: ", "**", "```", "{{", "}}", "{#a}", *"*_`[]<>&~|#-+=:.!\\{}(1)aI \n“”"])
TEXTS = st.lists(NASTY | st.characters(exclude_categories=["C", "Z"]), min_size=1, max_size=12).map("".join)


def test_no_words_change_the_shape_of_a_document(hand_made: HandMade, press: Press) -> None:
    def read(text: str) -> Blocks:
        return reader.parse(markdown(hand_made(nasty_plan(text)), press)).blocks

    usual = shape(read("một"))

    @settings(derandomize=True, max_examples=150, deadline=None)
    @given(TEXTS)
    def law(text: str) -> None:
        assert shape(read(f"x{text}x")) == usual
        assert shape(read(f"{text}x")) == usual

    law()
