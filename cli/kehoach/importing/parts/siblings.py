"""The numbers of a text in families: which count on from one another, and what may stand below each."""

from collections.abc import Iterator, Sequence

from kehoach.importing.parts.ladder import FIGURE, ROMAN_RUNG, SIDE, Rung, rung, value
from kehoach.importing.parts.told import Lines, capitals, numbered
from kehoach.records import dataclass

# Numbers that slip back open a family each; the oldest of so many is over.
MOST_OPEN = 16
LONGEST_LIST = 300


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the text, *at* its place among all lines; *rung* is None where it has no number."""

    at: int
    rung: Rung | None
    value: int | None


def marked(lines: Lines, region: Sequence[int]) -> Iterator[Line]:
    """The lines *region* with their numbers."""
    before: Rung | None = None
    for at in region:
        block = lines.blocks[at]
        one = None if block.cell or block.note else rung(block, lines.words, before)
        before = one if one and one.weight == ROMAN_RUNG.weight else before
        yield Line(at, one, value(block.mark) if numbered(block) else None)


def has_body(lines: Lines, row: Sequence[Line], n: int) -> bool:
    """Whether what stands below the line may belong to it: not its sibling, nor a heading further out."""
    line, below = row[n], row[n + 1] if n + 1 < len(row) else None
    if below is None or below.at != line.at + 1:
        return False
    if below.rung is None or line.rung is None:
        return line.rung is not None or below.rung is not None or not _stands_out(lines, below.at)
    if line.rung.weight == SIDE:
        return FIGURE <= below.rung.weight < SIDE
    if below.rung.weight == SIDE:
        return not _ends_beside(row, n)
    return below.rung.weight >= line.rung.weight and below.rung != line.rung


def _ends_beside(row: Sequence[Line], n: int) -> bool:
    """Whether the line belongs to a list that begins below a starred title, and the next such title ends it."""
    own = row[n].rung
    if own is None or own.weight != FIGURE:
        return False
    first = next((k for k in range(n, max(n - LONGEST_LIST, -1), -1) if row[k].rung == own and row[k].value == 1), n)
    above = next((row[k].rung for k in range(first - 1, max(first - LONGEST_LIST, -1), -1) if row[k].rung), None)
    return above is not None and above.weight == SIDE


def families(row: Sequence[Line]) -> Iterator[list[Line]]:
    """Numbers of one rung that count on, without a number further out between them."""
    open_families: list[list[Line]] = []
    for line in row:
        if line.rung is None or line.rung.weight == SIDE:
            continue
        closed = [family for family in open_families if _closes(line, family[-1])]
        yield from closed
        open_families = [family for family in open_families if family not in closed]
        own = next((family for family in reversed(open_families) if _counts_on(family[-1], line)), None)
        if own is None:
            yield from open_families[:-MOST_OPEN]
            open_families = [*open_families[-MOST_OPEN:], [line]]
        else:
            own.append(line)
            yield from _drop_inner(open_families, own)
    yield from open_families


def _drop_inner(families: list[list[Line]], own: list[Line]) -> list[list[Line]]:
    """The families opened below the last member of *own*, which are over."""
    inner = families[families.index(own) + 1 :]
    del families[families.index(own) + 1 :]
    return inner


def _closes(line: Line, last: Line) -> bool:
    return line.rung is not None and last.rung is not None and line.rung.weight < last.rung.weight


def _counts_on(last: Line, line: Line) -> bool:
    if last.rung != line.rung:
        return False
    return last.value is None or line.value is None or last.value < line.value


def _stands_out(lines: Lines, at: int) -> bool:
    return capitals(lines.texts[at]) or lines.blocks[at].bold
