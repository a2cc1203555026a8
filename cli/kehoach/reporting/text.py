"""Findings for people: where, what, the line itself, what else belongs to it, and the cure."""

import unicodedata
from collections.abc import Callable, Iterator, Sequence

from kehoach.findings import Fault, Finding, Severity
from kehoach.patterns import compiled
from kehoach.places import Place
from kehoach.records import replace
from kehoach.reporting.report import Report
from kehoach.reporting.words import Words

Paint = Callable[[str, str], str]
INDENT = "    "
MARK = "| "
MOST = 160
# A line of the source is shown by no fewer letters than these, however narrow the screen is.
LEAST = 20
ELLIPSIS = "…"
FOLDED = compiled(r"[>|][-+\d]*")


def plain(text: str, role: str) -> str:
    """*text* as it is: what is painted where there are no colours."""
    return text


def lines(report: Report, words: Words, paint: Paint = plain, width: int | None = None) -> Iterator[str]:
    """The report, a line at a time; *paint* colours a text by its role (a severity, ``place``, ``caret``).

    *width* is that of the screen in columns, None where there is none: lines of the source are cut to fit it.
    """
    room = MOST if width is None else max(LEAST, min(MOST, width - len(INDENT + MARK)))
    for finding in report.findings:
        text = report.texts.get(finding.fault.place.file, "")
        shown = _shown(_told(finding.fault, text.splitlines()), text, room)
        yield from _finding(finding, list(shown), words, paint)
    yield summary(report, words)


def _finding(finding: Finding, shown: Sequence[str], words: Words, paint: Paint) -> Iterator[str]:
    fault = finding.fault
    severity = paint(words.term(f"severity_{finding.severity}"), finding.severity)
    yield f"{paint(str(fault.place), 'place')}: {severity} {fault.code} {words.message(fault)}"
    if finding.printed:
        yield INDENT + words.term("printed_at").format(printed=finding.printed)
    yield from (INDENT + paint(line, "caret") for line in shown)
    for related in fault.related:
        yield f"{INDENT}{related.place}: {words.related(related)}"
    yield INDENT + words.term("cure").format(cure=words.advice(fault))


def _told(fault: Fault, source: Sequence[str]) -> Place:
    """The place that is shown of *fault*: in a folded text the words that it names, else the first line.

    The sign that begins such a text (``>-``) tells nobody anything.
    """
    place = fault.place
    if not (0 < place.line < len(source)) or not FOLDED.fullmatch(source[place.line - 1][place.column - 1 :].rstrip()):
        return place
    rows = range(place.line + 1, min(max(place.end_line, place.line + 1), len(source)) + 1)
    named = sorted((word for word in fault.arguments.values() if len(word) > 1), key=len, reverse=True)
    spots = ((row, source[row - 1].find(word), word) for word in named for row in rows)
    row, at, word = next((spot for spot in spots if spot[1] >= 0), (rows[0], -1, source[rows[0] - 1].strip()))
    start = (at if at >= 0 else source[row - 1].find(word)) + 1
    return replace(place, line=row, column=start, end_line=row, end_column=start + len(word))


def _shown(place: Place, text: str, room: int) -> Iterator[str]:
    """The line of *place* with carets under the stretch, if the text is at hand; else how the paragraph begins."""
    source = text.splitlines()
    at_hand = 0 < place.line <= len(source)
    if place.words and not (at_hand and place.end_column > place.column):
        yield MARK + (place.words if len(place.words) <= room else place.words[: room - 1] + ELLIPSIS)
        return
    if not at_hand:
        return
    line, at, end = _clipped(source[place.line - 1], place, room)
    before = line[:at]
    width = max(screen_columns(line[at:end].rstrip()), 1)
    pad = "".join(c if c == "\t" else " " * screen_columns(c) for c in before)
    yield f"{MARK}{line}"
    yield f"{MARK}{pad}{'^' * width}"


def _clipped(line: str, place: Place, room: int) -> tuple[str, int, int]:
    """At most *room* code points of *line* around *place*, and where in them the stretch begins and ends."""
    at = place.column - 1
    end = max(place.end_column - 1 if place.end_line == place.line else len(line), at + 1)
    start = 0
    if len(line) > room and end >= room:
        around = max((room - (end - at)) // 2, 1)
        start = max(0, min(at - around, len(line) - room))
    stop = start + room
    shown = line[start:stop]
    if start:
        shown = ELLIPSIS + shown[1:]
    if stop < len(line):
        shown = shown[:-1] + ELLIPSIS
    return shown, at - start, min(end - start, len(shown))


def screen_columns(text: str) -> int:
    """The columns that *text* fills on a screen; combining marks fill none."""
    return sum(1 for c in text if not unicodedata.combining(c))


def summary(report: Report, words: Words) -> str:
    """How many findings there are of each severity, in one line."""
    if not report.findings:
        return words.term("summary_clean" if report.files else "summary_unseen").format(files=report.files)
    counts = {severity.value: report.counts[severity] for severity in Severity}
    return words.term("summary").format(files=report.files, **counts)
