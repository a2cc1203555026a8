"""What a page of a PDF holds: pieces of text and thin lines, with their places in points from the top left."""

from collections.abc import Iterable, Iterator, Sequence

from kehoach.records import dataclass

OVERLAP = 0.5


@dataclass(frozen=True, slots=True)
class Piece:
    """Letters of one look on one line; *order* counts the pieces of the page as the file gives them."""

    left: float
    top: float
    right: float
    bottom: float
    size: float
    bold: bool
    italic: bool
    font: str
    text: str
    order: int = 0

    @property
    def middle(self) -> float:
        """Half-way between left and right."""
        return (self.left + self.right) / 2


@dataclass(frozen=True, slots=True)
class Rule:
    """A thin line, level or upright."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def upright(self) -> bool:
        """Whether it is higher than wide."""
        return self.bottom - self.top > self.right - self.left


@dataclass(frozen=True, slots=True)
class Page:
    """A page; *unseen* counts the texts that are there only to be searched, as over a scan."""

    width: float
    height: float
    pieces: tuple[Piece, ...]
    rules: tuple[Rule, ...] = ()
    pictures: int = 0
    unseen: int = 0


@dataclass(frozen=True, slots=True)
class Row:
    """Pieces on one line, from left to right."""

    pieces: tuple[Piece, ...]

    @property
    def left(self) -> float:
        """Where it begins."""
        return self.pieces[0].left

    @property
    def right(self) -> float:
        """Where it ends."""
        return max(piece.right for piece in self.pieces)

    @property
    def top(self) -> float:
        """Its upper edge."""
        return min(piece.top for piece in self.pieces)

    @property
    def bottom(self) -> float:
        """Its lower edge."""
        return max(piece.bottom for piece in self.pieces)

    @property
    def size(self) -> float:
        """The height of its letters."""
        return max(self.bottom - self.top, 1.0)

    @property
    def text(self) -> str:
        """Its words."""
        return " ".join(piece.text.strip() for piece in self.pieces)


def rows(pieces: Iterable[Piece]) -> Iterator[Row]:
    """*pieces* in rows from the top; those that overlap by half of their height stand in one."""
    held: list[Piece] = []
    for piece in sorted(pieces, key=lambda piece: (piece.top + piece.bottom, piece.left)):
        if held and not _level(held[0], piece):
            yield _row(held)
            held = []
        held.append(piece)
    if held:
        yield _row(held)


def _level(one: Piece, other: Piece) -> bool:
    shared = min(one.bottom, other.bottom) - max(one.top, other.top)
    return shared >= OVERLAP * min(one.bottom - one.top, other.bottom - other.top)


def _row(pieces: Sequence[Piece]) -> Row:
    return Row(tuple(sorted(pieces, key=lambda piece: piece.left)))
