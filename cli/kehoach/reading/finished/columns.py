"""Columns that a text sets apart with tabs or many blanks: a letterhead, a foot, the rows of a table."""

import re
from collections.abc import Callable, Sequence

from kehoach.patterns import compiled
from kehoach.reading.finished.lines import Line

WIDE = compiled(r"[ \u00a0]*\t\s*| {4,}")
TABS = compiled(r" *\t+ *")
BEGINS = compiled(r"[0-9“\"(]|[-+*•] |\*\*")
LONGEST = 80
BEGINNING = 4
# No table on paper has more columns.
MOST = 40
HEAD, FOOT = 16, 40
FARTHEST = 6
BULLETS = frozenset("-+*•–")
Span = tuple[int, int]


def parts(text: str, line: Line) -> tuple[Span, ...]:
    """The parts of the *line* that tabs part, three or more of them; nothing where it has fewer."""
    found = _cut(TABS, text, line)
    return found if 2 < len(found) <= MOST and not line.mark.strip("-+*•") else ()


def two(text: str, line: Line) -> tuple[Span, Span] | None:
    """The two columns of the *line*; None where it has one, or only a blank to fill in."""
    found = _cut(WIDE, text, line, begins_column)
    if len(found) != 2 or line.row or line.signs:
        return None
    left, right = (text[start:end] for start, end in found)
    if len(left) > LONGEST or len(right) > LONGEST or left == line.mark or not begins_column(right):
        return None
    return found[0], found[1]


def begins_column(words: str) -> bool:
    """Whether a column may begin with *words*; small letters and other signs follow a blank to fill in."""
    return words[:1].isupper() or BEGINS.match(words) is not None


def zone(text: str, found: Sequence[Line], at: int) -> tuple[int, list[Span], list[Span]] | None:
    """The lines from *at* on whose columns stand side by side: how many, and the columns; None where there are none.

    Only the head and the foot of a text have such lines.
    """
    if HEAD <= at < len(found) - FOOT:
        return None
    first = two(text, found[at])
    if first is None:
        return None
    edge = _column(text, found[at], first[1][0])
    left, right, last = [first[0]], [first[1]], at
    for i in range(at + 1, min(len(found), at + FOOT)):
        line, columns = found[i], two(text, found[i])
        if columns is None and (line.gap > FARTHEST or not _keeps(text, found, i, edge)):
            break
        if columns:
            left.append(columns[0])
        (right if columns or line.indent >= edge - 2 else left).append(
            columns[1] if columns else (line.start, line.end)
        )
        last = i
    return last - at + 1, left, right


def _keeps(text: str, found: Sequence[Line], i: int, edge: int) -> bool:
    """Whether a line of one column belongs to those around it: it stands at the right, or lines with two follow."""
    line = found[i]
    if line.indent >= max(edge - 2, 8):
        return True
    if len(line.text) > LONGEST:
        return False
    follows = any(two(text, one) for one in found[i + 1 : i + 3])
    return line.mark in BULLETS or (line.gap == 0 and follows)


def _column(text: str, line: Line, offset: int) -> int:
    return line.indent + len(text[line.start : offset].expandtabs(8))


def _cut(gap: re.Pattern[str], text: str, line: Line, begins: Callable[[str], bool] = bool) -> tuple[Span, ...]:
    """The parts of the *line* that a *gap* parts, where what follows *begins* one."""
    spans, start = [], line.start
    for found in gap.finditer(text, line.start, line.end):
        if begins(text[found.end() : min(found.end() + BEGINNING, line.end)]):
            spans.append((start, found.start()))
            start = found.end()
    spans.append((start, line.end))
    return tuple((one, other) for one, other in spans if text[one:other].strip())
