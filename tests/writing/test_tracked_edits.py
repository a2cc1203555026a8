"""Edits of one kind each as tracked changes, at the places where paragraphs, tables and sections meet."""

from itertools import pairwise
from xml.etree.ElementTree import Element

import pytest

from kehoach.commands.rendering.pressing import standard
from kehoach.document.markdown import parse
from kehoach.reading.workspace import Workspace
from kehoach.writing.docx import docx

from .test_tracked import PLANS, W, join, paragraphs, restore, root, settled, told

LAYOUT = standard(Workspace.around(PLANS))
STAYS = "Đoàn viên thanh niên tham gia trồng cây xanh"
COMES = "Hoàn toàn khác hẳn những lời kia về chuyển đổi số"
ALSO = "Ngày hội văn hóa đọc được mở tại các trường học"
RULED = "| Việc | Hạn |\n|---|---|\n| một hai ba | bốn năm |\n| sáu bảy tám | chín |"
EDITS: dict[str, tuple[list[str], list[str]]] = {
    "a sentence goes on, then a new paragraph": ([STAYS], [f"{STAYS} nhé", COMES]),
    "a sentence ends otherwise, then new paragraphs": ([f"{STAYS},"], [f"{STAYS};", COMES, ALSO]),
    "a sentence goes on, then a bullet": ([STAYS], [f"{STAYS} nhé", f"- {COMES}"]),
    "a sentence goes on, then a heading": ([f"- {STAYS}"], [f"- {STAYS} nhé", f"## {COMES}"]),
    "a sentence is cut, and the next gone": ([f"{STAYS} nhé", COMES], [STAYS]),
    "a sentence goes on, another for the next": ([STAYS, COMES], [f"{STAYS} nhé", ALSO]),
    "a sentence goes on, then a table": ([STAYS], [f"{STAYS} nhé", RULED]),
    "a bullet becomes a paragraph": ([f"- {STAYS}"], [STAYS]),
    "the same paragraph several times": (
        [STAYS, STAYS, COMES, COMES, STAYS],
        [STAYS, COMES, STAYS, COMES, COMES, ALSO],
    ),
    "paragraphs change places": ([STAYS, COMES, ALSO], [ALSO, STAYS, COMES]),
    "a row more": ([RULED], [RULED + "\n| mười một | mười hai |"]),
    "a row less": ([RULED + "\n| mười một | mười hai |"], [RULED]),
    "a column more": ([RULED], [RULED.replace(" |\n", " | x |\n") + " x |"]),
    "another table": ([RULED], ["| Tên | Nơi |\n|---|---|\n| khác hẳn | không giống |"]),
    "a table gone": ([STAYS, RULED, COMES], [STAYS, COMES]),
    "pages turned sideways": ([STAYS, RULED], [STAYS, f":::: landscape\n{RULED}\n::::"]),
    "an annex gone": ([STAYS, f":::: annex\n{COMES}\n\n{RULED}\n::::"], [STAYS]),
    "an annex more": ([STAYS], [STAYS, f":::: annex\n{COMES}\n\n{RULED}\n::::"]),
}


def made(blocks: list[str]) -> bytes:
    source = "\n\n".join(["# I. Mục đầu tiên", *blocks, "Đoạn cuối cùng giữ nguyên"])
    return docx(parse(f"{source}\n"), LAYOUT)


@pytest.mark.parametrize(("old", "new"), EDITS.values(), ids=EDITS)
def test_both_documents_come_back(old: list[str], new: list[str]) -> None:
    before, after = made(old), made(new)
    both = told(before, after)
    assert settled(both, "ins", "del") == paragraphs(root(after))
    assert settled(both, "del", "ins") == paragraphs(root(before))


@pytest.mark.parametrize(("old", "new"), EDITS.values(), ids=EDITS)
def test_no_addition_runs_over_an_old_end(old: list[str], new: list[str]) -> None:
    """Where an addition begins at the end of a paragraph and goes on behind it, that end is part of it."""
    for one, following in pairwise(next(root(told(made(old), made(new))).iter(f"{W}body"))):
        if (
            one.tag == f"{W}p"
            and following.find(f"{W}pPr/{W}rPr/{W}ins") is not None
            and words(one)
            and one[-1].tag == f"{W}ins"
        ):
            assert one.find(f"{W}pPr/{W}rPr/{W}ins") is not None


def words(paragraph: Element) -> bool:
    return any(one.text for one in paragraph.iter(f"{W}t"))


@pytest.mark.parametrize("name", ["pages turned sideways", "an annex gone", "an annex more"])
def test_the_pages_of_the_old_document_come_back(name: str) -> None:
    before, after = (made(blocks) for blocks in EDITS[name])
    tree = root(told(before, after))
    join(next(tree.iter(f"{W}body")), "ins")
    restore(tree)
    assert sheets(tree) == sheets(root(before))


def sheets(tree: Element) -> list[tuple[str | None, str | None]]:
    """The width and the orientation of every section."""
    found = (one.find(f"{W}pgSz") for one in tree.iter(f"{W}sectPr"))
    return [(one.get(f"{W}w"), one.get(f"{W}orient")) for one in found if one is not None]
