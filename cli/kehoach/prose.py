"""Prose of a section: a restricted Markdown of paragraphs, ``-`` and ``+`` bullets and tables.

A line that begins with ``- `` or ``+ `` is a bullet, a line between strokes a row of a table, a line that begins
with a number or a side mark a paragraph of its own; any other line goes on with the block before it, and an
empty line ends a block. How far a line is indented never matters: ``+`` stands below ``-``. A block that holds
nothing but ``{{ item('id') }}``, behind a bullet, a number or neither, is the place of that item.
"""

from collections.abc import Iterable, Iterator
from functools import lru_cache

from kehoach.patterns import compiled
from kehoach.placeholders import Mark, Placeholder, Segment, Words, segments
from kehoach.records import dataclass

ITEM = "item"
_BULLET = compiled(r"([-+])[ \t]+(.*)")
_ALONE = compiled(r"(?:\(?(?:\d+\.)*\d+[.)]|[a-zđ]\)|\*)[ \t]")
_NUMBER = compiled(r"(?:\(?(?:(?:\d+|[IVXLC]+|[A-Z])\.)*(?:\d+|[IVXLC]+|[A-Za-zđĐ])(?:[.)/:]*|\s?[-–—])|[-+*])\s+")
_RULE = compiled(r"\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?")
_STROKE = compiled(r"(?<!\\)\|")


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph (*bullet* empty) or a bullet (``-``, ``+``): its words in one line, its own id or empty.

    *item* is the id of the item that stands here; *text* then is the number that is written for it, or empty.
    """

    text: str
    bullet: str = ""
    id: str = ""
    item: str = ""


@dataclass(frozen=True, slots=True)
class Grid:
    """A table: its head and its rows, all of the same length.

    *alignments* hold ``left``, ``center``, ``right`` or nothing, one a column.
    """

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    alignments: tuple[str, ...]


@lru_cache(64)
def blocks(text: str) -> tuple[Passage | Grid, ...]:
    """The blocks of a body, in order."""
    return tuple(_block(lines) for lines in _grouped(text.splitlines()))


def _grouped(lines: Iterable[str]) -> Iterator[list[str]]:
    held: list[str] = []
    for line in (line.strip(" \t") for line in lines):
        if held and (not line or _begins(line, held[0])):
            yield held
            held = []
        if line:
            held.append(line)
    if held:
        yield held


def _begins(line: str, first: str) -> bool:
    if line.startswith("|") or first.startswith("|"):
        return line.startswith("|") != first.startswith("|")
    return bool(_BULLET.match(line) or _ALONE.match(line))


def _block(lines: list[str]) -> Passage | Grid:
    if lines[0].startswith("|"):
        return _grid([_cells(line) for line in lines if not _RULE.fullmatch(line)], _alignments(lines))
    bullet = _BULLET.match(lines[0])
    if bullet:
        return _passage(bullet[1], [bullet[2], *lines[1:]])
    return _passage("", lines)


def _passage(bullet: str, lines: list[str]) -> Passage:
    text = " ".join(lines)
    parts = segments(text)
    match parts[-1:]:
        case [Mark(start, _, id)]:
            return Passage(text[:start].rstrip(" \t"), bullet, id)
        case [Placeholder(start, _, name, item)] if name == ITEM and item and _numbers_only(parts[:-1]):
            return Passage(text[:start].strip(" \t"), bullet, item=item)
    return Passage(text, bullet)


def _numbers_only(parts: tuple[Segment, ...]) -> bool:
    """Whether nothing, or a number, stands in *parts*."""
    return not parts or (len(parts) == 1 and isinstance(parts[0], Words) and bool(_NUMBER.fullmatch(parts[0].text)))


def _grid(rows: list[tuple[str, ...]], alignments: tuple[str, ...]) -> Grid:
    width = max((len(row) for row in rows), default=1)
    even = [(*row, *("" for _ in range(width - len(row)))) for row in rows] or [("",)]
    return Grid(even[0], tuple(even[1:]), (*alignments, *("" for _ in range(width)))[:width])


def _cells(line: str) -> tuple[str, ...]:
    inside = _STROKE.split(line.removeprefix("|"))
    if len(inside) > 1 and not inside[-1].strip():
        inside.pop()
    return tuple(cell.strip(" \t").replace("\\|", "|") for cell in inside)


def _alignments(lines: list[str]) -> tuple[str, ...]:
    rule = next((line for line in lines if _RULE.fullmatch(line)), "")
    return tuple(_alignment(cell) for cell in _cells(rule)) if rule else ()


def _alignment(cell: str) -> str:
    left, right = cell.startswith(":"), cell.endswith(":")
    return "center" if left and right else "right" if right else "left" if left else ""
