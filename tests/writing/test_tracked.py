"""Two Word documents as one with tracked changes, read by a reader of its own."""

from copy import deepcopy
from io import BytesIO
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple
from xml.etree.ElementTree import Element, fromstring
from zipfile import ZipFile

import pytest
from docx import Document

from kehoach.commands.rendering.pressing import press, standard
from kehoach.comparing.aligning import aligned
from kehoach.comparing.spans import changed_spans
from kehoach.document.compose import markdown
from kehoach.document.markdown import parse
from kehoach.reading.workspace import Workspace
from kehoach.reporting.words import Words
from kehoach.writing.docx import docx
from kehoach.writing.tracked.document import Author, tracked

PLANS = Path(__file__).parent.parent.parent / "plans"
IDS = (
    "huyen_doan_tam_duong/2023-youth_month_plan",
    "huyen_doan_thuy_nguyen/2023-youth_month_plan",
    "huyen_doan_tam_duong/2023-annual_programme",
    "tinh_doan_lai_chau/2023-annual_programme",
    "quan_doan_binh_tan/2023-annual_programme",
)
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
WORDS = {f"{W}t": None, f"{W}tab": "\t", f"{W}br": "\n", f"{W}noBreakHyphen": "-"}


class Made(NamedTuple):
    """Two documents and the one that tells their difference."""

    old: bytes
    new: bytes
    both: bytes


def rendered(id: str) -> bytes:
    space = Workspace.around(PLANS)
    plan, layout = space.resolve(id), standard(space)
    assert plan
    return docx(parse(markdown(plan, press(space, plan, layout, Words(), None))), layout)


def told(old: bytes, new: bytes) -> bytes:
    how = aligned, changed_spans, standard(Workspace.around(PLANS)).style_names.frame
    return tracked(old, new, Author("Lò Thị Mai", "2024-01-05T00:00:00Z"), how)


@pytest.fixture(scope="module", params=list(pairwise(IDS)), ids=lambda pair: " → ".join(pair))
def made(request: pytest.FixtureRequest) -> Made:
    old, new = map(rendered, request.param)
    return Made(old, new, told(old, new))


def root(file: bytes) -> Element:
    return fromstring(ZipFile(BytesIO(file)).read("word/document.xml"))


def paragraphs(tree: Element) -> list[str]:
    """The words of every paragraph that has any, with its style."""
    found = []
    for one in tree.iter(f"{W}p"):
        style = one.find(f"{W}pPr/{W}pStyle")
        pieces = (part for run in one.iter(f"{W}r") for part in run if part.tag in WORDS)
        words = "".join(WORDS[part.tag] or part.text or "" for part in pieces)
        if words.strip():
            found.append(f"{style.get(f'{W}val') if style is not None else ''}: {words}")
    return found


def settled(file: bytes, kept: str, dropped: str) -> list[str]:
    """The document with the changes *kept* made and those *dropped* undone, as Word does it."""
    tree = deepcopy(root(file))
    for table in list(tree.iter(f"{W}tbl")):
        for row in [row for row in table.findall(f"{W}tr") if row.find(f"{W}trPr/{W}{dropped}") is not None]:
            table.remove(row)
    for holder in (*tree.iter(f"{W}body"), *tree.iter(f"{W}tc")):
        join(holder, dropped)
    if kept == "del":
        restore(tree)
    return paragraphs(tree)


def join(holder: Element, dropped: str) -> None:
    """Take away what was *dropped*; a paragraph whose end goes flows into the next one, and looks like that."""
    flowing: list[Element] = []
    for one in list(holder):
        if one.tag != f"{W}p":
            assert not flowing, "words have no paragraph to flow into"
            continue
        for change in one.findall(f"{W}{dropped}"):
            one.remove(change)
        words = [part for part in one if part.tag != f"{W}pPr"]
        if one.find(f"{W}pPr/{W}rPr/{W}{dropped}") is not None:
            flowing += words
            holder.remove(one)
        else:
            one[:] = [*(part for part in one if part not in words), *flowing, *words]
            flowing = []


def restore(tree: Element) -> None:
    """Bring back what was deleted, and how paragraphs and pages looked."""
    for text in tree.iter(f"{W}delText"):
        text.tag = f"{W}t"
    for name in ("pPr", "sectPr"):
        for held in list(tree.iter(f"{W}{name}")):
            was = held.find(f"{W}{name}Change/{W}{name}")
            if was is not None:
                held[:] = list(was)


def test_accepting_all_gives_the_new_document(made: Made) -> None:
    assert settled(made.both, "ins", "del") == paragraphs(root(made.new))


def test_rejecting_all_gives_the_old_document(made: Made) -> None:
    assert settled(made.both, "del", "ins") == paragraphs(root(made.old))


def test_every_change_says_who_and_when(made: Made) -> None:
    names = {f"{W}{name}" for name in ("ins", "del", "pPrChange", "sectPrChange")}
    changes = [one for one in root(made.both).iter() if one.tag in names]
    assert len(changes) > 20
    assert {one.get(f"{W}author") for one in changes} == {"Lò Thị Mai"}
    assert {one.get(f"{W}date") for one in changes} == {"2024-01-05T00:00:00Z"}
    assert len({one.get(f"{W}id") for one in changes}) == len(changes)


def test_what_stayed_is_not_marked(made: Made) -> None:
    same = told(made.new, made.new)
    assert paragraphs(root(same)) == paragraphs(root(made.new))
    assert not [one for one in root(same).iter() if one.tag in {f"{W}ins", f"{W}del", f"{W}pPrChange"}]


def test_the_properties_stand_in_their_order(made: Made) -> None:
    """Word wants ``pStyle`` first, then the looks of the end, the section, and last what was changed."""
    order = ["pStyle", "rPr", "sectPr", "pPrChange"]
    for held in root(made.both).iter(f"{W}pPr"):
        names = [one.tag.removeprefix(W) for one in held]
        known = [order.index(name) for name in names if name in order]
        assert known == sorted(known), names


def test_a_reader_of_word_files_opens_it(made: Made) -> None:
    assert Document(BytesIO(made.both)).paragraphs


def test_it_is_the_same_every_time(made: Made) -> None:
    assert told(made.old, made.new) == made.both


def test_a_deleted_word_is_no_text_and_the_ends_come_first(made: Made) -> None:
    tree = root(made.both)
    assert not [one for held in tree.iter(f"{W}del") for one in held.iter(f"{W}t")]
    assert not [one for held in tree.iter(f"{W}ins") for one in held.iter(f"{W}delText")]
    for held in tree.iter(f"{W}rPr"):
        marks = [n for n, one in enumerate(held) if one.tag in {f"{W}ins", f"{W}del"}]
        assert marks in ([], [0])


def test_every_style_of_both_is_known(made: Made) -> None:
    styles = fromstring(ZipFile(BytesIO(made.both)).read("word/styles.xml"))
    known = {one.get(f"{W}styleId") for one in styles.iter(f"{W}style")}
    names = {f"{W}pStyle", f"{W}rStyle", f"{W}tblStyle"}
    assert {one.get(f"{W}val") for one in root(made.both).iter() if one.tag in names} <= known


def test_letterhead_and_foot_are_changed_in_their_place(made: Made) -> None:
    """No table of the form stands twice: two side by side would flow into one."""
    frame = standard(Workspace.around(PLANS)).style_names.frame
    new, both = ([one.get(f"{W}val") for one in root(file).iter(f"{W}tblStyle")] for file in (made.new, made.both))
    assert both.count(frame) == new.count(frame) == 2
