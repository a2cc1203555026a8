"""The pointer of a place in a file: ``chi_tieu/title``, ``cay_xanh.value/cascade``, ``bases/2``."""

from collections.abc import Iterable

CONTAINERS = frozenset({"sections", "targets", "activities", "deadlines", "annexes"})


def pointer(path: Iterable[str | int]) -> str:
    """The pointer of a *path* of keys and list places (from 0) below the root of a plan."""
    item, figure, awaited = "", "", ""
    rest: list[str] = []
    for step in path:
        if awaited:
            item, figure, rest = (str(step), "", []) if awaited == "item" else (item, f".{step}", rest)
            awaited = ""
        elif step in CONTAINERS:
            awaited = "item"
        elif step == "figures" and item:
            awaited = "figure"
        else:
            rest.append(str(step + 1) if isinstance(step, int) else step)
    return "/".join([item + figure, *rest]) if item else "/".join(rest)
