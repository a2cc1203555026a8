"""The forms of a comparison for other programs: what a reader of Markdown and one of JSON find in them."""

import json
from itertools import pairwise

import pytest
from markdown_it import MarkdownIt
from markdown_it.token import Token

from .test_sides import TOP, plan

PAIR = "quan_doan_binh_tan/2023-annual_programme", "tinh_doan_lai_chau/2023-annual_programme"
READER = MarkdownIt("commonmark").enable(["table", "strikethrough"])
SHAPES = {
    "": ["schema_version", "old", "new", "changes", "targets", "answers", "summary"],
    "changes": ["chapter", "what", "sort", "field", "weight", "reasons", "rolled", "printed", "likeness", "by"],
    "targets": ["pointer", "printed", "words", "old", "new", "difference", "percent", "numbers", "other", "rolled"],
    "answers": ["answer", "pointer", "printed", "asked", "own", "reason"],
}


@pytest.fixture(scope="module")
def markdown() -> str:
    return plan(TOP, "diff", *PAIR, "--to", "md", "--all")


@pytest.fixture(scope="module")
def told() -> dict[str, list[dict[str, object]]]:
    found: dict[str, list[dict[str, object]]] = json.loads(plan(TOP, "diff", *PAIR, "--to", "json"))
    return found


def items(text: str) -> list[Token]:
    """The words of every bullet."""
    tokens = READER.parse(text)
    return [one for before, one in pairwise(tokens) if before.type == "paragraph_open" and one.level == 3]


def marked(item: Token, tag: str) -> str:
    """The letters of *item* inside *tag*, without white space."""
    inside, found = False, ""
    for one in item.children or ():
        inside = one.nesting > 0 if one.tag == tag else inside
        found += one.content if inside else ""
    return squeezed(found)


def squeezed(text: str) -> str:
    return "".join(text.replace("\u2060", "").split())


def test_every_change_is_marked_in_markdown(markdown: str, told: dict[str, list[dict[str, object]]]) -> None:
    found = items(markdown)
    assert len(found) == len(told["changes"]) > 100
    for item, change in zip(found, told["changes"], strict=True):
        pieces: list[dict[str, str]] = change["pieces"]  # type: ignore[assignment]
        for tag, kept in (("s", "removed"), ("strong", "added")):
            assert marked(item, tag) == squeezed("".join(one["text"] for one in pieces if one["kept"] == kept))


def test_the_shape_of_the_json_only_grows(told: dict[str, list[dict[str, object]]]) -> None:
    above = json.loads(plan(TOP, "diff", PAIR[1], "huyen_doan_tam_duong/2023-annual_programme", "--to", "json"))
    assert list(told) == SHAPES[""]
    assert {tuple(one) for one in told["changes"]} == {(*SHAPES["changes"], "old", "new", "pieces")}
    assert {tuple(one) for one in told["targets"]} == {tuple(SHAPES["targets"])}
    assert {tuple(one) for one in above["answers"]} == {tuple(SHAPES["answers"])}
    pieces = [piece for change in told["changes"] for piece in change["pieces"]]  # type: ignore[attr-defined]
    assert {tuple(one) for one in pieces} == {("kept", "text", "was")}
    sides = [side for change in told["changes"] for side in (change["old"], change["new"]) if side]
    assert {tuple(one) for one in sides} == {("text", "pointer", "place")}  # type: ignore[arg-type]
