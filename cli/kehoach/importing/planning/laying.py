"""A plan made of a document as the plain values of a new file, short where the language has a short form."""

from collections.abc import Iterator
from collections.abc import Mapping as MappingOf
from collections.abc import Sequence as SequenceOf

from kehoach.places import Place
from kehoach.pointers import BY_ID
from kehoach.written import Mapping, Node, Scalar, Sequence

Tree = str | None | SequenceOf["Tree"] | MappingOf[str, "Tree"]
Path = tuple[str, ...]
SHORT = {"bases": "text", "figures": "phrase", "recipients": "to"}
SINGLE = frozenset({"when", "lead", "with", "carrier", "opening"})


def tree(node: Node, key: str = "") -> Tree:
    """*node*, which stands under *key*, as plain values."""
    if isinstance(node, Scalar):
        return None if node.blank else node.text
    if isinstance(node, Sequence):
        items = [_short(item, key) for item in node.items]
        return items[0] if len(items) == 1 and key in SINGLE else items
    return {name: _short(value, key) if key in SHORT else tree(value, name) for name, value in node.entries.items()}


def _short(node: Node, key: str) -> Tree:
    """An entry of a list or of figures: its words alone where it holds nothing else."""
    short = SHORT.get(key)
    if isinstance(node, Mapping) and short and set(node.entries) == {short}:
        return tree(node.entries[short])
    return tree(node)


def places(root: Mapping) -> Iterator[tuple[Path, Place]]:
    """Where each section, item and annex stands in the document, by its path in the file."""
    yield from _places(root, ())


def _places(node: Mapping, path: Path) -> Iterator[tuple[Path, Place]]:
    for key, value in node.entries.items():
        if not isinstance(value, Mapping):
            continue
        if key in BY_ID:
            for id, held in value.entries.items():
                yield (*path, key, id), held.place
                yield from _places(held, (*path, key, id)) if isinstance(held, Mapping) else ()
        elif key in {"own", "below"}:
            yield from _places(value, (*path, key))


def counts(root: Mapping) -> dict[str, int]:
    """How many of each there are: sections, targets, figures, activities, deadlines, annexes, bases and so on."""
    found = dict.fromkeys(("sections", "targets", "figures", "activities", "dated", "deadlines", "annexes"), 0)
    _count(root, found)
    for key in ("bases", "recipients", "unplaced"):
        held = root.get(key)
        found[key] = len(held.items) if isinstance(held, Sequence) else 0
    return found


def _count(node: Mapping, found: dict[str, int]) -> None:
    found["figures"] += "value" in node
    found["dated"] += "when" in node
    for key, value in node.entries.items():
        if isinstance(value, Mapping):
            if key in found:
                found[key] += len(value.entries)
            _count(value, found)
