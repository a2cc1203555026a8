"""Findings for people: where, what, the line itself, what else belongs to it, and the cure."""

import unicodedata
from collections.abc import Callable, Iterator

from kehoach.findings import Finding, Severity
from kehoach.places import Place
from kehoach.reporting.report import Report
from kehoach.reporting.words import Words

Paint = Callable[[str, str], str]
INDENT = "    "
MOST = 160
ELLIPSIS = "…"


def plain(text: str, role: str) -> str:
    """*text* as it is: what is painted where there are no colours."""
    return text


def lines(report: Report, words: Words, paint: Paint = plain) -> Iterator[str]:
    """The report, a line at a time; *paint* colours a text by its role (a severity, ``place``, ``caret``)."""
    for finding in report.findings:
        yield from _finding(finding, report.texts.get(finding.fault.place.file, ""), words, paint)
    yield summary(report, words)


def _finding(finding: Finding, text: str, words: Words, paint: Paint) -> Iterator[str]:
    fault = finding.fault
    severity = paint(words.term(f"severity_{finding.severity}"), finding.severity)
    yield f"{paint(str(fault.place), 'place')}: {severity} {fault.code} {words.message(fault)}"
    if finding.printed:
        yield INDENT + words.term("printed_at").format(printed=finding.printed)
    yield from (INDENT + paint(line, "caret") for line in _shown(fault.place, text))
    for related in fault.related:
        yield f"{INDENT}{related.place}: {words.related(related)}"
    yield INDENT + words.term("cure").format(cure=words.advice(fault))


def _shown(place: Place, text: str) -> Iterator[str]:
    """The line of *place* with carets under the stretch, if the text is at hand; of a paragraph, how it begins."""
    if place.words:
        yield f"| {place.words}"
    source = text.splitlines()
    if not 0 < place.line <= len(source):
        return
    line, at, end = _clipped(source[place.line - 1], place)
    before = line[:at]
    width = max(_width(line[at:end].rstrip()), 1)
    pad = "".join(c if c == "\t" else " " * _width(c) for c in before)
    yield f"| {line}"
    yield f"| {pad}{'^' * width}"


def _clipped(line: str, place: Place) -> tuple[str, int, int]:
    """At most ``MOST`` code points of *line* around *place*, and where in them the stretch begins and ends."""
    at = place.column - 1
    end = place.end_column - 1 if place.end_line == place.line else len(line)
    start = max(0, min(at - MOST // 2, len(line) - MOST)) if at >= MOST - 1 else 0
    stop = start + MOST
    shown = line[start:stop]
    if start:
        shown = ELLIPSIS + shown[1:]
    if stop < len(line):
        shown = shown[:-1] + ELLIPSIS
    return shown, at - start, min(end - start, len(shown))


def _width(text: str) -> int:
    """The columns that *text* fills on a screen; combining marks fill none."""
    return sum(1 for c in text if not unicodedata.combining(c))


def summary(report: Report, words: Words) -> str:
    """How many findings there are of each severity, in one line."""
    if not report.findings:
        return words.term("summary_clean" if report.files else "summary_unseen").format(files=report.files)
    counts = {severity.value: report.counts[severity] for severity in Severity}
    return words.term("summary").format(files=report.files, **counts)
