"""The leaves of a plan file in its order, each with its path and what the language says that it is."""

from collections.abc import Iterable, Iterator

from kehoach.language import Key, Language
from kehoach.records import dataclass, field
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


def leaves(root: Mapping, language: Language) -> tuple[Leaf, ...]:
    """Every leaf of a plan, its short forms written out; what *language* does not know is left out."""
    walk = _Walk(language)
    walk.part(root, "plan", "")
    return tuple(walk.found)


@dataclass(slots=True)
class _Walk:
    """A walk through a file by the table of keys; *before* is the path of a part with the slash behind it."""

    language: Language
    found: list[Leaf] = field(default_factory=list)

    def part(self, node: Mapping, where: str, before: str) -> None:
        keys = self.language.keys
        for name, value in node.entries.items():
            key = keys.get((where, name))
            if key:
                self.held(value, key, before + name)

    def held(self, node: Node, key: Key, pointer: str) -> None:
        """The leaves under *key*: of one value, of a list, of a mapping of keys or of one by ids."""
        if isinstance(node, Scalar):
            self.found.append(Leaf(pointer, key, node))
        elif isinstance(node, Sequence):
            for number, item in enumerate(node.items, 1):
                self.entry(item, key, f"{pointer}/{number}")
        elif key.part and not key.by_id:
            self.part(node, key.part, f"{pointer}/")
        else:
            for id, value in node.entries.items():
                self.entry(value, key, f"{pointer}/{id}")

    def entry(self, node: Node, key: Key, pointer: str) -> None:
        if key.part and isinstance(node, Mapping):
            self.part(node, key.part, f"{pointer}/")
        else:
            self.held(node, key, pointer)


def named(leaves: Iterable[Leaf]) -> Iterator[str]:
    """The ids of the plans that *leaves* name: those that a plan inherits, takes from, cites or replaces."""
    return (leaf.scalar.text for leaf in leaves if leaf.key.type in PLANS)
