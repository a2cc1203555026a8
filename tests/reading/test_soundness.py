"""The quick walk and Cerberus agree: what the one passes, the other finds nothing in."""

from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from kehoach.places import Place
from kehoach.reading.expand import Expansion
from kehoach.reading.schema.leaves import Knowledge
from kehoach.reading.schema.shape import misfits
from kehoach.reading.schema.soundness import sound
from kehoach.reading.schema.table import table
from kehoach.reading.source import Folder
from kehoach.reading.workspace import Workspace
from kehoach.reading.yaml.nodes import compose
from kehoach.reading.yaml.rawtext import RawText
from kehoach.written import Mapping, Node, Scalar, Sequence

BASE = Path(__file__).parents[1] / "mistakes" / "base"
TEXT = """\
kind: annual_programme
unit: tinh_doan
year: 2023
theme: Thanh niên
inherits: [tinh/2023]
issued: {number: 5, date: 15/02/2023, signed: {office: BÍ THƯ, name: Nguyễn Văn A}}
bases:
  - Nghị quyết
  - {plan: tinh/2022}
opening: Mở đầu.
sections:
  mot:
    title: Chỉ tiêu
    body: Lời văn
    policy: locked
    targets:
      cay: {text: Trồng cây, value: ít nhất 20.000 cây, carrier: whole, cascade: sum, allocate: {huyen: 20}}
    activities:
      le: {text: Lễ, when: 26/3, lead: Ban, where: Hội trường, under: cay}
deadlines:
  gui: {text: Gửi kế hoạch, due: 28/02/2023}
annexes:
  pl1: {title: Phụ lục, form: {columns: [TT, Nội dung], rows: 5}}
recipients:
  - {to: Trung ương Đoàn, copies: 2}
  - Lưu VT
allow: {TXT101: {because: Lý do}}
"""
WORDS = ("", "x", "own", "sum", "26/3", "0", "12", "năm 2023", "{{ year }}", "Không Phải Id", "true", "tinh_doan")
NOWHERE = Place("x")


@cache
def known() -> Knowledge:
    space = Workspace(BASE, Folder(BASE))
    return Knowledge(space.units, space.kinds, space.lexicon, space.language.reserved, 2023)


@cache
def plan() -> Mapping:
    raw = RawText(TEXT, "x")
    root = compose(raw).root
    assert isinstance(root, Mapping)
    return Expansion(table("plan"), raw).root(root)


def paths(node: Node) -> Iterator[tuple[str | int, ...]]:
    yield ()
    held = node.entries.items() if isinstance(node, Mapping) else enumerate(getattr(node, "items", ()))
    for key, value in held:
        yield from ((key, *path) for path in paths(value))


def changed(node: Node, path: tuple[str | int, ...], new: Node | None) -> Node:
    """*node* with the value at *path* replaced, or taken out."""
    if not path:
        return new or node
    if isinstance(node, Mapping):
        inner = {key: changed(value, path[1:], new) if key == path[0] else value for key, value in node.entries.items()}
        if new is None and len(path) == 1:
            del inner[str(path[0])]
        return replace(node, entries=inner)
    assert isinstance(node, Sequence)
    kept = (changed(item, path[1:], new) if n == path[0] else item for n, item in enumerate(node.items))
    return replace(node, items=tuple(kept))


SCALARS = st.builds(
    lambda text, blank: Scalar("" if blank else text, NOWHERE, (), blank), st.sampled_from(WORDS), st.booleans()
)
NODES = st.recursive(
    SCALARS,
    lambda inner: st.one_of(
        st.builds(lambda items: Sequence(tuple(items), NOWHERE), st.lists(inner, max_size=2)),
        st.builds(
            lambda entries: Mapping(entries, dict.fromkeys(entries, NOWHERE), NOWHERE),
            st.dictionaries(st.sampled_from(("text", "title", "value", "when", "plan", "x", "Y")), inner, max_size=3),
        ),
    ),
    max_leaves=4,
)  # fmt: skip


def test_the_plan_is_sound() -> None:
    assert list(misfits(plan(), table("plan"), known())) == []
    assert sound(plan(), table("plan"), known())


@settings(derandomize=True, max_examples=200, deadline=None)
@given(st.data())
def test_what_is_passed_has_no_misfit(data: st.DataObject) -> None:
    path = data.draw(st.sampled_from([path for path in paths(plan()) if path]))
    node = changed(plan(), path, data.draw(st.none() | NODES))
    assert isinstance(node, Mapping)
    if sound(node, table("plan"), known()):
        assert list(misfits(node, table("plan"), known())) == []
