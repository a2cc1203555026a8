"""Lists and ranges of like days, weeks, months, quarters or years (``02-03/3/2023``, ``tháng 5-6/2024``).

What an item leaves out is taken from the item to its right (``19/3, 28/5/2023``), then from its left,
then from the year of the plan. A range that runs backwards crosses New Year (``từ tháng 11 đến tháng 2``).
"""

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

from kehoach.phrases.times import spans
from kehoach.phrases.times.when import Grain, Stretch
from kehoach.records import dataclass, replace


@dataclass(frozen=True, slots=True)
class Mark:
    """One item: its own figure, and month and year as far as they are written (month 0: has none)."""

    own: int
    month: int | None
    year: int | None


@dataclass(frozen=True, slots=True, eq=False)
class Unit:
    """How one unit is written and which days it has.

    *pattern* matches a whole series, *item* one item in it (groups ``own``, ``month``, ``year``),
    *ranged* the words between the two ends of a range; *stretch* takes year, month and figure.
    """

    grain: Grain
    pattern: str
    item: re.Pattern[str]
    ranged: re.Pattern[str]
    number: Callable[[str], int]
    month: Callable[[str], int]
    stretch: Callable[[int, int, int], Stretch | None]
    crossing: int

    @property
    def has_months(self) -> bool:
        """Whether its items stand within a month."""
        return "month" in self.item.groupindex


def stretches(text: str, unit: Unit, year: int) -> tuple[Stretch, ...] | None:
    """The stretches of days of a series that *unit.pattern* matches, None where one does not exist."""
    items = list(unit.item.finditer(text))
    marks = _completed([_mark(item, unit) for item in items])
    if marks is None:
        return None
    ranged = [bool(unit.ranged.fullmatch(text[a.end() : b.start()].strip())) for a, b in pairwise(items)]
    if any(a and b for a, b in pairwise(ranged)):
        return None
    found = list(_stretches(marks, ranged, unit, year))
    complete = [stretch for stretch in found if stretch]
    return spans.in_order(complete) if len(complete) == len(found) else None


def _mark(item: re.Match[str], unit: Unit) -> Mark:
    found = item.groupdict()
    month = (unit.month(found["month"]) if found["month"] else None) if unit.has_months else 0
    return Mark(unit.number(found["own"]), month, int(found["year"]) if found.get("year") else None)


def _completed(marks: Sequence[Mark]) -> list[Mark] | None:
    """The marks with their months filled from the right; None where the last one lacks it."""
    month = None
    done: list[Mark] = []
    for mark in reversed(marks):
        month = mark.month if mark.month is not None else month
        done.append(replace(mark, month=month))
    return done[::-1] if month is not None else None


def _stretches(marks: list[Mark], ranged: list[bool], unit: Unit, year: int) -> Iterator[Stretch | None]:
    years = _years(marks, year)
    index = 0
    while index < len(marks):
        if index < len(ranged) and ranged[index]:
            yield _range(marks[index : index + 2], years[index : index + 2], unit)
            index += 2
        else:
            yield unit.stretch(years[index], marks[index].month or 0, marks[index].own)
            index += 1


def _years(marks: list[Mark], default: int) -> list[int]:
    """The year of each mark: its own, the next one's to the right, the last one's to the left, the default."""
    written = [mark.year for mark in marks]
    return [
        next((y for y in written[i:] if y), None) or next((y for y in written[i::-1] if y), default)
        for i in range(len(marks))
    ]


def _range(marks: list[Mark], years: list[int], unit: Unit) -> Stretch | None:
    for shift_first, shift_last in _shifts(marks):
        first = unit.stretch(years[0] + shift_first, marks[0].month or 0, marks[0].own)
        last = unit.stretch(years[1] + shift_last, marks[1].month or 0, marks[1].own)
        if first and last and first[0] <= last[0]:
            crosses = bool(shift_first or shift_last)
            too_long = crosses and (last[1] - first[0]).days > unit.crossing
            return None if too_long else (first[0], last[1])
    return None


def _shifts(marks: list[Mark]) -> Iterator[tuple[int, int]]:
    """How the years of a range may be moved: not at all; else the end whose year is not written."""
    yield 0, 0
    if marks[0].year is None and marks[1].year is not None:
        yield -1, 0
    elif marks[1].year is None:
        yield 0, 1
