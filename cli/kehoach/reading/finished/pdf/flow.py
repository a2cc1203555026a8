"""Rows of a PDF put together to paragraphs, by where they begin and end."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from statistics import median

from kehoach.reading.finished.cuts import Cuts
from kehoach.reading.finished.joining import FINAL, goes_on
from kehoach.reading.finished.lines import Line
from kehoach.reading.finished.pdf.layout import Placed, gaps
from kehoach.reading.finished.pdf.pieces import Piece
from kehoach.records import dataclass
from kehoach.sheet import Cell

SPACED = 1.3
NEAR = 4.0
CENTRED = 8.0
HANGING = 48.0


@dataclass(frozen=True, slots=True)
class Rowed:
    """A row, and the line of the text that it became."""

    placed: Placed
    line: Line


@dataclass(frozen=True, slots=True)
class Edges:
    """The left and right edge of a column of text, and the usual distance of its rows."""

    left: float
    right: float
    pitch: float


def paragraphs(found: Sequence[Rowed], words: Cuts) -> Iterator[tuple[Rowed, ...]]:
    """The rows of each paragraph."""
    edges = _edges(found)
    held: list[Rowed] = []
    for one in found:
        if held and one.placed.cell == held[-1].placed.cell and _flows(held, one, edges[_column(one)], words):
            held.append(one)
        else:
            if held:
                yield tuple(held)
            held = [one]
    if held:
        yield tuple(held)


def _even(placed: Placed, edges: Edges) -> bool:
    return abs((placed.row.left - edges.left) - (edges.right - placed.row.right)) < CENTRED


def align(placed: Placed, edges: Edges) -> str:
    """How a row stands between the *edges*: in the middle, at the right, or nothing that can be told."""
    before, after = placed.row.left - edges.left, edges.right - placed.row.right
    if min(before, after) > 2 * NEAR and _even(placed, edges):
        return "center"
    return "right" if before > (edges.right - edges.left) / 2 and after < CENTRED else ""


def aligned(found: Sequence[Rowed]) -> Mapping[int, str]:
    """How each of the rows stands, by the offset where its line begins."""
    edges = _edges(found)
    return {one.line.start: align(one.placed, edges[_column(one)]) for one in found}


def _look(piece: Piece) -> tuple[bool, int]:
    return piece.bold, round(piece.size)


def _column(one: Rowed) -> tuple[Cell | None, float]:
    """What stands between the same edges: the cell, else the pages of one width."""
    cell = one.placed.cell
    return cell, 0.0 if cell else round(one.placed.width)


def _edges(found: Sequence[Rowed]) -> Mapping[tuple[Cell | None, float], Edges]:
    usual = median(gaps([one.placed for one in found]) or [1.0])
    made = {}
    ordered = sorted(found, key=lambda one: (_column(one)[1], str(_column(one)[0])))
    for column, group in groupby(ordered, key=_column):
        placed = [one.placed for one in group]
        lefts = Counter(round(one.row.left) for one in placed)
        often = [left for left, times in lefts.items() if times * 8 >= lefts.most_common(1)[0][1]]
        rights = sorted(one.row.right for one in placed)
        pitch = median(gaps(placed) or [usual])
        made[column] = Edges(min(often), rights[min(len(rights) * 97 // 100, len(rights) - 1)], pitch)
    return made


def _flows(held: Sequence[Rowed], one: Rowed, edges: Edges, words: Cuts) -> bool:
    """Whether *one* goes on with the paragraph that *held* are the rows of."""
    last = held[-1]
    if one.line.signs or last.line.signs or (one.line.mark and not _turned(held, one, edges)):
        return False
    if last.line.bare_mark and len(held) == 1:
        return True
    same_page = last.placed.page == one.placed.page
    if same_page and one.placed.row.top - last.placed.row.top > SPACED * max(edges.pitch, last.placed.row.size):
        return False
    if align(last.placed, edges) == "center" and _even(one.placed, edges):
        return goes_on(last.line, one.line, words)
    return (_full(last, one, edges) and _set_in(held, one, edges)) or goes_on(last.line, one.line, words)


def _turned(held: Sequence[Rowed], one: Rowed, edges: Edges) -> bool:
    """Whether what looks like a mark is a word that the end of a row turned down: it stands left of where marks do."""
    last = held[-1]
    aside = one.placed.row.left < held[0].placed.row.left - NEAR
    return aside and _full(last, one, edges) and not FINAL.search(last.line.text)


def _full(last: Rowed, one: Rowed, edges: Edges) -> bool:
    """Whether the first word of *one* had no room in the row before it."""
    row = one.placed.row
    word = one.line.text.split()[0]
    needed = (row.right - row.left) * (len(word) + 1) / max(len(one.line.text), 1)
    return last.placed.row.right + needed > edges.right - NEAR / 2


def _set_in(held: Sequence[Rowed], one: Rowed, edges: Edges) -> bool:
    """Whether *one* begins where a row that is not the first of its paragraph does."""
    left, last = one.placed.row.left, held[-1].placed.row.left
    looks = [{_look(piece) for piece in row.placed.row.pieces} for row in (held[-1], one)]
    if len(looks[0]) == len(looks[1]) == 1 and looks[0] != looks[1]:
        return False
    if len(held) > 1:
        return abs(left - last) < NEAR or held[-1].placed.page != one.placed.page
    if left < last - NEAR:
        return True
    if held[0].line.mark and left > last + NEAR:
        return left <= last + HANGING
    return abs(left - last) < NEAR and left < edges.left + NEAR
