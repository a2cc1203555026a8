"""Deadlines that conflict with one another."""

from collections.abc import Iterator
from datetime import date, timedelta

from kehoach.findings import Fault, Related
from kehoach.patterns import compiled
from kehoach.phrases.period import Bound
from kehoach.phrases.period import Grain as Fineness
from kehoach.rules.calendar.dated import Dated, dated, says
from kehoach.rules.passages import Passage, items, passages
from kehoach.rules.registry import WARNING, Grain, rule
from kehoach.rules.view import View
from kehoach.written import Written

Pair = tuple[Dated, Dated]
_ITEM = compiled(r"\{\{\s*item\('(\w+)'\)\s*\}\}")


@rule("CAL106", Grain.WRITTEN, WARNING)
def whole_before_part(file: Written, view: View) -> Iterator[Fault]:
    """What is to be handed in as a whole is not due before one of its parts.

    Reports on what is still to be done are no such part: they follow later by nature.
    """
    for whole, part in {pair[0].place: pair for pair in view.once(_conflicts, file)}.values():
        arguments = {"whole": whole.words.strip(), "part": part.words.strip()}
        related = (Related(part.place, "part_due_here"),)
        yield Fault("CAL106", whole.place, whole.passage.pointer, arguments, related)


@rule("CAL107", Grain.WRITTEN, WARNING)
def part_after_whole(file: Written, view: View) -> Iterator[Fault]:
    """A part of what is to be handed in is not due after the whole.

    One of the two days is wrong; whoever keeps the later one is late for the earlier.
    """
    for whole, part in view.once(_conflicts, file):
        arguments = {"whole": whole.words.strip(), "part": part.words.strip()}
        related = (Related(whole.place, "whole_due_here"),)
        yield Fault("CAL107", part.place, part.passage.pointer, arguments, related)


def due(time: Dated) -> date | None:
    """The last day on which what *time* limits may be handed in; None where it is no deadline by a day."""
    read = time.period
    if read.grain is not Fineness.DAY or read.recurrence or read.lunar:
        return None
    if read.bound is None and time.passage.key != "due":
        return None
    return read.last - timedelta(days=1) if read.bound is Bound.BEFORE and not read.hour else read.last


def _conflicts(file: Written, view: View) -> tuple[Pair, ...]:
    return tuple(_conflicting(file, view))


def _conflicting(file: Written, view: View) -> Iterator[Pair]:
    """Each whole with a part of it that is due later."""
    texts = items(file, view)
    for whole, part in (*_in_deadlines(file, view), *_in_prose(file, view)):
        later = (due(part) or date.min) > (due(whole) or date.max)
        if later and not says(texts.get(part.passage.item, part.passage).text, view, "calendar", "reports"):
            yield whole, part


def _in_deadlines(file: Written, view: View) -> Iterator[Pair]:
    by_item = {time.passage.item: time for time in dated(file, view) if time.passage.key == "due"}
    for item, part in by_item.items():
        whole = by_item.get(item.rpartition("/deadlines/")[0])
        if whole:
            yield whole, part


def _in_prose(file: Written, view: View) -> Iterator[Pair]:
    """A ``-`` that introduces what stands below it, with each ``+`` below; either may stand for a deadline."""
    times = {id(time.passage): time for time in dated(file, view) if due(time)}
    if len(times) < 2:
        return
    items = {time.passage.item.rpartition("/")[2]: time for time in times.values() if time.passage.key == "due"}
    texts = {
        p.item.rpartition("/")[2]: p.text for p in passages(file, view) if p.key == "text" and p.sort == "deadlines"
    }
    whole: tuple[Passage, Dated | None] | None = None
    for passage in (passage for passage in passages(file, view) if passage.key == "body"):
        stands = _ITEM.fullmatch(passage.text)
        time = items.get(stands[1]) if stands else times.get(id(passage))
        if passage.level != 2:
            introduces = (texts.get(stands[1], "") if stands else passage.text).endswith(":")
            whole = (passage, time) if introduces else None
        elif whole and whole[0].path == passage.path and whole[1] and time:
            yield whole[1], time
