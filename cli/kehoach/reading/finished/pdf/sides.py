"""Letterheads and feet: rows in which two columns without a frame stand side by side."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from kehoach.reading.finished.columns import begins_column
from kehoach.reading.finished.marks import mark_of
from kehoach.reading.finished.pdf.pieces import Piece, Row

WIDE, NARROW = 2.0, 0.25
APART = 9.0
TOUCHING = 2.0
CENTRED = 20.0


@dataclass(frozen=True, slots=True)
class Sides:
    """Rows *first* to *last* of a page, the pieces of which stand left or right of a gap."""

    first: int
    last: int
    left: tuple[Piece, ...]
    right: tuple[Piece, ...]


@dataclass
class _Gap:
    """The empty stretch between two columns, narrowed by every row; *centre* is that of the page's text."""

    left: float
    right: float
    centre: float

    def parts(self, row: Row) -> tuple[list[Piece], list[Piece]] | None:
        """The pieces of *row* on each side; None where one of them crosses the gap, or stands in the middle."""
        middle = (self.left + self.right) / 2
        sides = (
            [piece for piece in row.pieces if piece.middle < middle],
            [piece for piece in row.pieces if piece.middle >= middle],
        )
        left = max((piece.right for piece in sides[0]), default=self.left)
        right = min((piece.left for piece in sides[1]), default=self.right)
        centred = len(row.pieces) == 1 and abs(row.pieces[0].middle - self.centre) < CENTRED
        return None if centred or max(left, self.left) > min(right, self.right) + TOUCHING else sides

    def narrow(self, sides: tuple[list[Piece], list[Piece]]) -> None:
        """Take the pieces of a row in."""
        self.left = max([self.left, *(piece.right for piece in sides[0])])
        self.right = min([self.right, *(piece.left for piece in sides[1])])


def sides(found: Sequence[Row]) -> Iterator[Sides]:
    """The stretches of rows that stand side by side, in order."""
    at = 0
    centre = (min(row.left for row in found) + max(row.right for row in found)) / 2 if found else 0
    while at < len(found):
        gap = _gap(found[at], centre)
        stretch = _grown(found, at, gap) if gap else None
        if stretch:
            yield stretch
            at = stretch.last
        at += 1


def _gap(row: Row, centre: float) -> _Gap | None:
    """The gap of a row that has just two columns; a number and its words are none."""
    wide = [(one, other) for one, other in pairwise(row.pieces) if _parted(one, other, row.size)]
    if len(wide) != 1:
        return None
    one, other = wide[0]
    before = " ".join(piece.text for piece in row.pieces if piece.right <= one.right).strip()
    if len(before) < 4 and (mark_of(before) or not before.strip(" -+.")):
        return None
    if not begins_column(other.text):
        return None
    return _Gap(one.right, other.left, centre)


def _parted(one: Piece, other: Piece, size: float) -> bool:
    """Whether two columns meet here: a wide gap, or any gap where the file tells other words in between."""
    gap = other.left - one.right
    return gap > WIDE * size or (gap > NARROW * size and other.order != one.order + 1)


def _grown(found: Sequence[Row], at: int, gap: _Gap) -> Sides | None:
    """The stretch around the row *at*: downwards while rows keep to their sides, upwards while to the right."""
    first = last = at
    held: list[tuple[list[Piece], list[Piece]]] = []
    while last < len(found) and (last == at or found[last].top - found[last - 1].bottom < APART * found[last].size):
        parts = gap.parts(found[last])
        if parts is None:
            break
        gap.narrow(parts)
        held.append(parts)
        last += 1
    while first and (parts := gap.parts(found[first - 1])) and not parts[0]:
        held.insert(0, parts)
        first -= 1
    both = sum(bool(left and right) for left, right in held)
    if len(held) < 2 or not both:
        return None
    left, right = (tuple(piece for parts in held for piece in parts[side]) for side in (0, 1))
    return Sides(first, last - 1, left, right)
