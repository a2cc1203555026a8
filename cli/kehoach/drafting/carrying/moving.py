"""A file on its way into another year."""

from collections.abc import Callable

from kehoach.drafting.carrying.passage import Years
from kehoach.drafting.carrying.spans import Lines
from kehoach.notes import Note
from kehoach.places import Edit
from kehoach.records import dataclass, field
from kehoach.written import Mapping, Scalar, Written

Successor = Callable[[str], str | None]


@dataclass
class Move:
    """A file on its way: what is edited, and what must be looked at, by the offset where it stands now."""

    file: Written
    years: Years
    successor: Successor
    lines: Lines
    edits: list[Edit] = field(default_factory=list)
    notes: list[tuple[int, Note]] = field(default_factory=list)

    def note(self, code: str, offset: int, **arguments: str) -> None:
        """Leave a note at an offset of the old text."""
        self.notes.append((offset, Note(code, (), arguments)))

    def scalar(self, *path: str) -> Scalar | None:
        """The value at *path*, None where nothing is written."""
        node = self.file.root.get(path[0])
        for key in path[1:]:
            node = node.get(key) if isinstance(node, Mapping) else None
        return node if isinstance(node, Scalar) else None
