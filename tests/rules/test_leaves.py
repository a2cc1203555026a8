"""The leaves of a plan: all of them, in order, with their keys."""

from collections.abc import Callable

from kehoach.leaves import leaves
from kehoach.reading.workspace import Workspace
from kehoach.written import Written

TEXT = """\
kind: trial
unit: huyen
year: 2024
bases:
  - Nghị quyết thử
sections:
  mot:
    title: Nhiệm vụ
    body: |
      Một đoạn.
    targets:
      cay:
        text: Trồng cây
        allocate: {xa: 20}
    sections:
      hai: {title: Tuyên truyền}
"""
FOUND = [
    ("kind", "kind", False),
    ("unit", "unit", False),
    ("year", "year", False),
    ("bases/1/text", "text", True),
    ("sections/mot/title", "text", True),
    ("sections/mot/body", "prose", True),
    ("sections/mot/targets/cay/text", "text", True),
    ("sections/mot/targets/cay/allocate/xa", "figures by unit", False),
    ("sections/mot/sections/hai/title", "text", True),
]


def test_every_leaf_has_its_path_and_its_key(laid: Callable[[str], Workspace]) -> None:
    space = laid(TEXT)
    file = space.written("case")
    assert isinstance(file, Written)
    found = list(leaves(file.root, space.language))
    assert [(leaf.pointer, leaf.key.type, leaf.worded) for leaf in found] == FOUND
