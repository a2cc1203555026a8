"""Lines that count up in time: a schedule by months or quarters, and the phases of a campaign."""

import re
from collections.abc import Iterator

from kehoach.findings import Fault
from kehoach.finished import Finished, Piece, Role
from kehoach.patterns import compiled
from kehoach.phrases import period
from kehoach.phrases.choices import choice
from kehoach.phrases.lexicon import Lexicon
from kehoach.phrases.period import Grain as Fineness
from kehoach.phrases.period import Period
from kehoach.phrases.roman import number
from kehoach.phrases.times.plain import plain
from kehoach.records import dataclass
from kehoach.rules.registry import INFO, WARNING, Grain, rule
from kehoach.rules.view import View
from kehoach.scalars import stretch

LINES = frozenset({Role.HEADING, Role.PARAGRAPH, Role.BULLET})
MONTHS = 12
TURN = 8  # a line that goes back by so many months stands in the next year


@dataclass(frozen=True, slots=True)
class Line:
    """A line that begins with a month or a quarter, up to *end*, and its months counted from the year 0."""

    piece: Piece
    end: int
    first: int
    last: int
    dated: bool

    @property
    def words(self) -> str:
        """The month or quarter as it is written."""
        return self.piece.text[: self.end].strip(" *:-")


@rule("CAL136", Grain.FINISHED, WARNING)
def months_in_turn(finished: Finished, view: View) -> Iterator[Fault]:
    """The months and quarters of a schedule follow one another from line to line.

    *Tháng 01/2025* between December 2025 and February 2026 was left over from last year. A line without a year may
    stand in the next one.
    """
    for lines in _schedules(finished, view):
        for at, line in enumerate(lines[1:], 1):
            before = lines[at - 1]
            turned = not (line.dated and before.dated) and before.last - line.first >= TURN
            if line.last < before.first and not turned:
                odd, other = _odd(lines, at)
                arguments = {"written": odd.words, "before": other.words}
                yield Fault(
                    "CAL136", stretch(finished.manuscript.text, odd.piece.block.words, 0, odd.end), "", arguments
                )


@rule("CAL137", Grain.FINISHED, INFO)
def phases_in_turn(finished: Finished, view: View) -> Iterator[Fault]:
    """A phase of a campaign begins when the one before it is over.

    *Đợt 1: từ 01/6 đến 30/6*, then *Đợt 2: từ 25/6*: one of the days is that of last year.
    """
    before: tuple[int, Period, str] | None = None
    named = view.lexicon.view(_phase)
    for piece in finished.pieces:
        match = named.match(piece.text) if piece.role in LINES and not piece.annex else None
        times = period.find(piece.text, finished.year, view.lexicon) if match and finished.year else ()
        found = [one for one in times if one.period.grain is Fineness.DAY]
        if not match or not found or found[0].period.first >= found[0].period.last:
            continue
        count, time = int(match["count"]), found[0]
        if before and count == before[0] + 1 and before[1].first < time.period.first < before[1].last:
            place = stretch(finished.manuscript.text, piece.block.words, time.start, time.end)
            arguments = {"written": piece.text[time.start : time.end].strip(), "before": before[2]}
            yield Fault("CAL137", place, "", arguments)
        before = count, time.period, piece.text[time.start : time.end].strip()


def _schedules(finished: Finished, view: View) -> Iterator[list[Line]]:
    """The lines of each schedule: of one sort, with nothing but what stands below them in between."""
    begun = view.lexicon.view(_month)
    open_lines: dict[tuple[Role, int, int], list[Line]] = {}
    for piece in finished.pieces:
        match = begun.match(piece.text) if piece.role in LINES and finished.year else None
        key = piece.role, piece.depth, piece.annex
        if match:
            open_lines.setdefault(key, []).append(_line(piece, match, finished.year))
        elif piece.role is Role.HEADING:
            done = [one for one in open_lines if one[0] is not Role.HEADING or one[1] >= piece.depth]
            yield from (open_lines.pop(one) for one in done)
    yield from open_lines.values()


def _line(piece: Piece, match: re.Match[str], year: int) -> Line:
    quarter = number(match["q"].upper()) or 0 if match["q"] and not match["q"].isdecimal() else int(match["q"] or 0)
    first, length = (3 * quarter - 2, 3) if quarter else (int(match["m"]), 1)
    start = int(match["y"] or year) * MONTHS + first
    return Line(piece, match.end("said"), start, start + length - 1, bool(match["y"]))


def _odd(lines: list[Line], at: int) -> tuple[Line, Line]:
    """Which of two lines in the wrong order is the odd one, with the other: the upper one, if all go on without it."""
    line, before = lines[at], lines[at - 1]
    earlier = at == 1 or lines[at - 2].first <= line.first
    goes_on = at + 1 < len(lines) and line.first <= lines[at + 1].first < before.first
    return (before, line) if earlier and goes_on else (line, before)


def _month(lexicon: Lexicon) -> re.Pattern[str]:
    """A month or a quarter at the beginning, as a heading of its own or with a colon behind it."""
    said = lexicon.view(plain)
    named = (
        rf"(?:{said.within}\s+)?(?:{said.quarter}\s+(?P<q>[IV]{{1,3}}|[1-4])|{said.month}\s+(?P<m>1[0-2]|0?[1-9]))\b"
        rf"(?:\s*(?:/|{said.year})\s*(?P<y>20\d\d))?"
    )
    return compiled(rf"\W*(?P<said>{named})\s*(?::(?=\s)|\W*\Z)", re.IGNORECASE)


def _phase(lexicon: Lexicon) -> re.Pattern[str]:
    """A phase with its number at the beginning."""
    return compiled(rf"\W*{choice(lexicon.words('calendar', 'phases'))}\s+(?P<count>\d)\b", re.IGNORECASE)
