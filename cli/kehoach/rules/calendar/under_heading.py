"""Times under a heading that names a quarter or a month."""

import re
from collections.abc import Iterator, Mapping

from kehoach.findings import Fault
from kehoach.patterns import compiled
from kehoach.phrases.lexicon import Lexicon
from kehoach.phrases.period import Grain as Fineness
from kehoach.phrases.roman import number
from kehoach.phrases.times.plain import plain
from kehoach.rules.calendar.dated import Dated, dated
from kehoach.rules.passages import Passage, items, passages
from kehoach.rules.registry import INFO, WARNING, Grain, rule
from kehoach.rules.view import View
from kehoach.written import Written

SHORT = 30
Heading = tuple[str, range]
SHOWN = frozenset({Fineness.DAY, Fineness.WEEK, Fineness.MONTH})


@rule("CAL104", Grain.WRITTEN, WARNING)
def under_heading(file: Written, view: View) -> Iterator[Fault]:
    """A day or month under the heading of a quarter or month lies in it.

    *Quý IV* begins with October; an event of September below it is under the wrong heading or at the wrong time.
    """
    for time, heading, months in _headed(file, view):
        spans = ((first.month, last.month) for first, last in time.period.days)
        if not any(first in months or last in months for first, last in spans):
            arguments = {"written": time.words.strip(), "heading": heading.strip(" *:-")}
            yield Fault("CAL104", time.place, time.passage.pointer, arguments)


@rule("CAL105", Grain.WRITTEN, INFO)
def in_order_of_time(file: Written, view: View) -> Iterator[Fault]:
    """Under the heading of a quarter or month, events stand in the order of their times.

    A reader who looks for what comes next reads downwards.
    """
    before: dict[str, Dated] = {}
    for time, heading, _ in _headed(file, view):
        last = before.get(heading)
        if last and time.period.last < last.period.first:
            arguments = {"written": time.words.strip(), "before": last.words.strip()}
            yield Fault("CAL105", time.place, time.passage.pointer, arguments)
        else:
            before[heading] = time


def _headed(file: Written, view: View) -> Iterator[tuple[Dated, str, range]]:
    """The times that an event below such a heading is set for, with the heading and its months."""
    lines, texts, lexicon = view.once(_lines, file), items(file, view), view.lexicon
    for time in dated(file, view):
        found = _run_in(time, texts, lexicon) or _heading(time.passage.titles, lexicon) or lines.get(id(time.passage))
        year = time.period.first.year == file.year
        if found and year and time.period.grain in SHOWN and not time.period.bound and not time.period.lunar:
            yield time, *found


def _run_in(time: Dated, texts: Mapping[str, Passage], lexicon: Lexicon) -> Heading | None:
    """The month or quarter with which the text of a time begins (*Tháng 6: ra quân (04/6)*)."""
    text = texts.get(time.passage.item, time.passage).text
    match = lexicon.view(_patterns)[1].match(text)
    return _months(match) if match else None


def _lines(file: Written, view: View) -> dict[int, Heading]:
    """For the passages of a finished document below a line that names a quarter or month: that line, and its months.

    Such a line without number or colon is no heading to the eye of a program; it holds for what the same section
    lists behind it.
    """
    found: dict[int, Heading] = {}
    line: Heading | None = None
    above: tuple[str, ...] = ()
    for passage in passages(file, view) if file.id in view.finished else ():
        named = _heading((passage.text,), view.lexicon) if passage.worded and len(passage.text) < SHORT else None
        line = named or (line if passage.titles == above else None)
        above = passage.titles
        if line and not named:
            found[id(passage)] = line
    return found


def _heading(titles: tuple[str, ...], lexicon: Lexicon) -> Heading | None:
    for title in reversed(titles):
        match = lexicon.view(_patterns)[0].fullmatch(title)
        if match:
            return _months(match)
    return None


def _months(match: re.Match[str]) -> Heading:
    first, length = (3 * (number(match["q"].upper()) or 0) - 2, 3) if match["q"] else (int(match["m"]), 1)
    return match.group(), range(first, first + length)


def _patterns(lexicon: Lexicon) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """A quarter or a month as a heading of its own, and one that its text follows."""
    said = lexicon.view(plain)
    named = (
        rf"\W*(?:{said.within}\s+)?(?:{said.quarter}\s+(?P<q>[IV]{{1,3}}|[1-4])|{said.month}\s+(?P<m>\d{{1,2}}))\b"
        rf"(?:\s*(?:/|{said.year})\s*\d{{4}})?"
    )
    return compiled(rf"{named}\W*", re.IGNORECASE), compiled(rf"{named}\s*:(?=\s)", re.IGNORECASE)
