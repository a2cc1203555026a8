"""Tables drawn with lines: the cells that level and upright lines enclose, and the pieces in them."""

from collections.abc import Iterator, Sequence

from kehoach.reading.finished.pdf.pieces import Piece, Rule
from kehoach.records import dataclass

NEAR = 3.0
SHORTEST = 8.0
# A page with more lines than this, put together, is a drawing.
MOST = 300


@dataclass(frozen=True, slots=True)
class Grid:
    """A table: where its columns and rows begin and end, in points."""

    columns: tuple[float, ...]
    rows: tuple[float, ...]

    def cell(self, piece: Piece) -> tuple[int, int] | None:
        """The row and column that hold the *piece*; None where it stands outside."""
        row = _between(self.rows, (piece.top + piece.bottom) / 2)
        column = _between(self.columns, max(piece.left, min(piece.middle, piece.left + SHORTEST)))
        return None if row is None or column is None else (row, column)


def grids(rules: Sequence[Rule]) -> Iterator[Grid]:
    """The tables of a page, from the top; lines that enclose a single cell are a frame and no table."""
    level = [rule for rule in rules if rule.right - rule.left > SHORTEST >= rule.bottom - rule.top]
    upright = [rule for rule in rules if rule.bottom - rule.top > SHORTEST >= rule.right - rule.left]
    drawn = [*_whole(level), *map(_turned, _whole(list(map(_turned, upright))))]
    found = []
    for group in _touching(drawn) if len(drawn) <= MOST else ():
        columns = _steps(sorted(rule.left for rule in group if rule.upright))
        rows = _steps(sorted(rule.top for rule in group if not rule.upright))
        if len(columns) > 1 < len(rows) and len(columns) + len(rows) > 4:
            found.append(Grid(columns, rows))
    yield from sorted(found, key=lambda grid: grid.rows)


def _whole(level: Sequence[Rule]) -> Iterator[Rule]:
    """Level lines with those put together that go on in one another, as the borders of cells do."""
    held: Rule | None = None
    for rule in sorted(level, key=lambda rule: (round(rule.top / NEAR), rule.left)):
        if held and abs(rule.top - held.top) <= NEAR and rule.left <= held.right + NEAR:
            held = Rule(held.left, held.top, max(held.right, rule.right), held.bottom)
        else:
            if held:
                yield held
            held = rule
    if held:
        yield held


def _turned(rule: Rule) -> Rule:
    return Rule(rule.top, rule.left, rule.bottom, rule.right)


def _touching(rules: Sequence[Rule]) -> Iterator[list[Rule]]:
    """Groups of lines that meet."""
    left = list(rules)
    while left:
        group = [left.pop()]
        for rule in group:
            group += [other for other in left if _meet(rule, other)]
            left = [other for other in left if not _meet(rule, other)]
        yield group


def _meet(one: Rule, other: Rule) -> bool:
    across = one.left <= other.right + NEAR and other.left <= one.right + NEAR
    return across and one.top <= other.bottom + NEAR and other.top <= one.bottom + NEAR


def _steps(places: Sequence[float]) -> tuple[float, ...]:
    """*places* with those that lie together taken once."""
    found: list[float] = []
    for place in places:
        if not found or place - found[-1] > NEAR:
            found.append(place)
    return tuple(found)


def _between(steps: Sequence[float], place: float) -> int | None:
    for i in range(len(steps) - 1):
        if steps[i] - NEAR <= place <= steps[i + 1] + NEAR:
            return i
    return None
