"""What stands in a file: every scalar a string, every value its place."""

from collections.abc import Iterator
from collections.abc import Mapping as MappingOf
from collections.abc import Sequence as SequenceOf
from typing import Any

from kehoach.findings import Fault
from kehoach.places import Place
from kehoach.records import dataclass, field


@dataclass(frozen=True, slots=True)
class Scalar:
    """A leaf: its value in NFC, its place, and for each code point of the value where it stands.

    *offsets* holds ``len(text) + 1`` offsets into the raw file text, or is empty for a value made by
    the program. *blank* tells an empty value from a quoted empty string.
    """

    text: str
    place: Place
    offsets: SequenceOf[int] = ()
    blank: bool = False


@dataclass(frozen=True, slots=True)
class Sequence:
    """A list of values."""

    items: "tuple[Node, ...]"
    place: Place


@dataclass(frozen=True, slots=True)
class Mapping:
    """Values by key, in the order of the file; *keys* holds where each key stands."""

    entries: "MappingOf[str, Node]"
    keys: MappingOf[str, Place]
    place: Place

    def get(self, key: str) -> "Node | None":
        """The value under *key*, or None."""
        return self.entries.get(key)

    def __contains__(self, key: str) -> bool:
        return key in self.entries

    def __iter__(self) -> Iterator[str]:
        return iter(self.entries)


Node = Scalar | Sequence | Mapping


@dataclass(frozen=True, slots=True)
class Written:
    """One plan file as it stands: its raw text, its values with the short forms expanded, its faults.

    *id* is the path below ``plans/`` without the ending. *root* is empty where the file could not be
    parsed; *faults* then says why. *broken* means that the values cannot be trusted enough to resolve.
    *issued* is what was put away beside the file when the plan was issued.
    """

    id: str
    file: str
    text: str
    root: Mapping
    faults: tuple[Fault, ...] = field(default=())
    broken: bool = False
    issued: MappingOf[str, Any] | None = None

    @property
    def year(self) -> int:
        """The year that the plan is for, 0 where it says none."""
        year = self.word("year")
        return int(year) if year.isdecimal() else 0

    def word(self, key: str) -> str:
        """The text of a key at the top of the file, empty where there is none."""
        node = self.root.get(key)
        return node.text if isinstance(node, Scalar) else ""


Plain = str | None | list["Plain"] | dict[str, "Plain"]


def plain(node: Node) -> Plain:
    """A node as dictionaries, lists and strings; a blank is None."""
    if isinstance(node, Scalar):
        return None if node.blank else node.text
    if isinstance(node, Mapping):
        return {key: plain(value) for key, value in node.entries.items()}
    return [plain(item) for item in node.items]
