"""The leaves of a plan file in its order, each with its path and what the language says that it is."""

from collections.abc import Iterable, Iterator

from kehoach.language import Key, Language
from kehoach.records import dataclass
from kehoach.written import Mapping, Node, Scalar, Sequence

WORDS = frozenset({"text", "list of texts", "prose"})
PLANS = frozenset({"plan", "list of plans"})


@dataclass(frozen=True, slots=True)
class Leaf:
    """A scalar, its path in the file (``sections/chi_tieu/body``, ``bases/2/text``), and its key."""

    pointer: str
    key: Key
    scalar: Scalar

    @property
    def worded(self) -> bool:
        """Whether it holds words of a person: a text or the prose of a section."""
        return self.key.type in WORDS


def leaves(root: Mapping, language: Language) -> Iterator[Leaf]:
    """Every leaf of a plan, its short forms written out; what *language* does not know is left out."""
    yield from _part(root, "plan", "", language)


def _part(node: Mapping, where: str, pointer: str, language: Language) -> Iterator[Leaf]:
    for name, value in node.entries.items():
        if key := language.key(where, name):
            yield from _held(value, key, f"{pointer}/{name}".lstrip("/"), language)


def _held(node: Node, key: Key, pointer: str, language: Language) -> Iterator[Leaf]:
    """The leaves under *key*: of one value, of a list, of a mapping of keys or of one by ids."""
    if isinstance(node, Scalar):
        yield Leaf(pointer, key, node)
    elif isinstance(node, Sequence):
        for number, item in enumerate(node.items, 1):
            yield from _entry(item, key, f"{pointer}/{number}", language)
    elif key.part and not key.by_id:
        yield from _part(node, key.part, pointer, language)
    else:
        for id, value in node.entries.items():
            yield from _entry(value, key, f"{pointer}/{id}", language)


def _entry(node: Node, key: Key, pointer: str, language: Language) -> Iterator[Leaf]:
    if key.part and isinstance(node, Mapping):
        yield from _part(node, key.part, pointer, language)
    else:
        yield from _held(node, key, pointer, language)


def named(leaves: Iterable[Leaf]) -> Iterator[str]:
    """The ids of the plans that *leaves* name: those that a plan inherits, takes from, cites or replaces."""
    return (leaf.scalar.text for leaf in leaves if leaf.key.type in PLANS)
