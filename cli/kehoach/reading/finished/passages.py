"""The lines of a text as paragraphs, tables and columns side by side, in order."""

import re
from collections.abc import Iterator, Sequence
from itertools import count, pairwise

from kehoach.patterns import compiled
from kehoach.reading.finished.columns import MOST, Span, parts, zone
from kehoach.reading.finished.cuts import Cuts
from kehoach.reading.finished.joining import paragraphs
from kehoach.reading.finished.lines import Line
from kehoach.reading.finished.making import Stretch
from kehoach.records import dataclass, field
from kehoach.sheet import Cell

HEADING = compiled(r"(#{1,6})\s+(.*?)(?:\s+#+)?$", re.DOTALL)
NOTE = compiled(r"\[\^([^\]\s]{1,20})\]:\s+(?=\S)")
BAR = compiled(r"(?<!\\)\|")
DRAWN = compiled(r"[\s|:=+-]*")
FENCE = compiled(r":{3,}\s*([a-z][a-z-]*)?")
# The blocks of the official form that stand side by side, and on which side.
BESIDE = frozenset({"letterhead", "foot"})
SIDES = {"left": 0, "right": 1, "recipients": 0, "signature": 1, "signatures": 1}


@dataclass
class Passages:
    """A *text* while its lines are taken for what they are; *open* are the blocks of the form around them."""

    text: str
    words: Cuts
    open: list[str] = field(default_factory=list)
    tables: Iterator[int] = field(default_factory=count)
    table: int = 0
    side: Cell | None = None

    def stretches(self, found: Sequence[Line]) -> Iterator[Stretch]:
        """The paragraphs of all lines *found*."""
        waiting: list[Line] = []
        at = 0
        while at < len(found):
            side = self.side
            taken, special = self._special(found, at)
            if taken:
                yield from self._paragraphs(waiting, side)
                waiting = []
                yield from special
            else:
                waiting.append(found[at])
            at += taken or 1
        yield from self._paragraphs(waiting, self.side)

    def _special(self, found: Sequence[Line], at: int) -> tuple[int, Sequence[Stretch]]:
        """How many lines from *at* on are no common paragraph, and what they are."""
        if FENCE.fullmatch(found[at].text):
            return 1, self._fence(found, at)
        for belongs, cells in ((_barred, self._barred), (parts, self._tabbed)):
            taken = 0
            while at + taken < len(found) and belongs(self.text, found[at + taken]):
                taken += 1
            if taken:
                return taken, cells(found[at : at + taken])
        beside = zone(self.text, found, at)
        if beside is None or self.side:
            return 0, ()
        taken, left, right = beside
        table = next(self.tables)
        return taken, [
            Stretch((span,), cell=Cell(table, 0, column, 2, False))
            for column, spans in enumerate((left, right))
            for span in spans
        ]

    def _fence(self, found: Sequence[Line], at: int) -> Sequence[Stretch]:
        """Enter or leave a block of the form; it is drawn, so its fences are no words."""
        named = FENCE.fullmatch(found[at].text)
        if named and named[1]:
            self.open.append(named[1])
        elif self.open:
            self.open.pop()
        if named and named[1] in BESIDE:
            self.table = next(self.tables)
        column = next((SIDES[name] for name in reversed(self.open) if name in SIDES), None)
        self.side = None if column is None else Cell(self.table, 0, column, 2, False)
        return ()

    def _barred(self, found: Sequence[Line]) -> Sequence[Stretch]:
        rows = [_between(self.text, line) for line in found if not DRAWN.fullmatch(line.text)]
        return self._table(rows)

    def _tabbed(self, found: Sequence[Line]) -> Sequence[Stretch]:
        return self._table([parts(self.text, line) for line in found])

    def _table(self, rows: Sequence[Sequence[Span]]) -> Sequence[Stretch]:
        table = next(self.tables)
        return [
            Stretch((span,), cell=Cell(table, row, column, len(spans), False))
            for row, spans in enumerate(rows)
            for column, span in enumerate(spans)
            if self.text[slice(*span)].strip()
        ]

    def _paragraphs(self, found: Sequence[Line], side: Cell | None) -> Iterator[Stretch]:
        for held in paragraphs(found, self.words):
            first = held[0]
            spans = [(line.start, line.end) for line in held]
            heading = HEADING.match(self.text, first.start, first.end) if first.heading else None
            note = NOTE.match(self.text, first.start, first.end)
            if heading:
                yield Stretch((heading.span(2),), level=len(heading[1]), cell=side)
            elif note:
                yield Stretch(((note.end(), first.end), *spans[1:]), note=note[1], cell=side)
            else:
                yield Stretch(tuple(spans), cell=side)


def _barred(_: str, line: Line) -> bool:
    return line.row and line.text.count("|") <= MOST


def _between(text: str, line: Line) -> tuple[Span, ...]:
    """What stands between the bars of a row."""
    bars = [bar.start() for bar in BAR.finditer(text, line.start, line.end)]
    return tuple((one + 1, other) for one, other in pairwise(bars))
