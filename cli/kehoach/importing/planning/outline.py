"""The tree of headings of a finished document, and what stands under each."""

from collections.abc import Iterable, Iterator

from kehoach.finished import Piece, Role
from kehoach.records import dataclass, field


@dataclass
class Branch:
    """A heading (None: the text itself), the pieces that follow it, then the headings below it."""

    head: Piece | None = None
    entries: list[Piece] = field(default_factory=list)
    branches: "list[Branch]" = field(default_factory=list)

    @property
    def title(self) -> str:
        """The words of the heading, in small letters with single spaces."""
        return " ".join(self.head.text.lower().split()) if self.head else ""

    @property
    def mark(self) -> str:
        """The number before the heading as it is written."""
        return self.head.mark.strip() if self.head else ""

    def walk(self) -> "Iterator[Branch]":
        """This branch and all below it."""
        yield self
        for branch in self.branches:
            yield from branch.walk()


def outline(pieces: Iterable[Piece]) -> Branch:
    """The *pieces* of a text that hold words, in order, under their headings."""
    root = Branch()
    trail: list[tuple[int, Branch]] = [(0, root)]
    for piece in pieces:
        if piece.role is not Role.HEADING:
            trail[-1][1].entries += [piece] if piece.text.strip() or piece.mark else []
            continue
        depth = max(1, piece.depth)
        while trail[-1][0] >= depth:
            trail.pop()
        branch = Branch(piece)
        trail[-1][1].branches.append(branch)
        trail.append((depth, branch))
    return root
