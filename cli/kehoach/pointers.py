"""Pointers: how a value of a plan is named (``cay_xanh.value/cascade``, ``bases/2``)."""

from collections.abc import Iterable, Iterator, Mapping

from kehoach.plan import Head, Item, Plan, Section, Value

HIDDEN = ("offered/",)
BY_ID = frozenset({"sections", "targets", "activities", "deadlines", "annexes"})


def values(plan: Plan) -> Iterator[tuple[str, Value]]:
    """Every value of *plan* with its pointer: the head, then sections and items in printing order."""
    yield from _head(plan.head)
    for section in plan.sections:
        yield from _section(section)
    for item in plan.deadlines:
        yield from _fields(item.id, item.fields)
    for annex in plan.annexes:
        yield from _fields(annex.id, annex.fields)
        for section in annex.sections:
            yield from _section(section)


def value(plan: Plan, pointer: str) -> Value | None:
    """The value that *pointer* names; an item or a figure by itself stands for its words."""
    found = dict(values(plan))
    tries = (pointer, f"{pointer}/text", f"{pointer}/phrase", f"{pointer}/title", f"{pointer}/1")
    return next((found[name] for name in tries if name in found), None)


def pointed(path: Iterable[str]) -> str:
    """The pointer of a place in a file by the keys and list places (from 1) below the root that lead to it."""
    item, figure, awaited = "", "", ""
    rest: list[str] = []
    for step in path:
        if awaited:
            item, figure, rest = (step, "", []) if awaited == "item" else (item, f".{step}", rest)
            awaited = ""
        elif step in BY_ID:
            awaited = "item"
        elif step == "figures" and item:
            awaited = "figure"
        else:
            rest.append(step)
    return "/".join([item + figure, *rest]) if item else "/".join(rest)


def _head(head: Head) -> Iterator[tuple[str, Value]]:
    yield "subject", head.subject
    if head.theme:
        yield "theme", head.theme.text
    yield from ((f"bases/{n}", basis.text) for n, basis in enumerate(head.bases, 1))
    yield from ((f"opening/{n}", text) for n, text in enumerate(head.opening, 1))
    yield from ((path, text) for path, text in head.fields.items() if path != "subject")
    yield from ((f"labels/{key}", text) for key, text in head.labels.items())
    yield from ((f"recipients/{n}", recipient.to) for n, recipient in enumerate(head.recipients, 1))


def _section(section: Section) -> Iterator[tuple[str, Value]]:
    yield from _fields(section.id, section.fields)
    for _, block in section.blocks:
        for item in block.items:
            yield from _item(item)
    for below in section.sections:
        yield from _section(below)


def _item(item: Item) -> Iterator[tuple[str, Value]]:
    yield from _fields(item.id, item.fields)
    for child in getattr(item, "children", ()):
        yield from _item(child)


def _fields(id: str, fields: Mapping[str, Value]) -> Iterator[tuple[str, Value]]:
    for path, text in fields.items():
        names = path.split("/", 2)
        if path.startswith(HIDDEN):
            continue
        if names[0] == "figures" and len(names) == 3:
            yield f"{id}.{names[1]}/{names[2]}", text
        else:
            yield f"{id}/{path}", text
