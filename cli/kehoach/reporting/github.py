"""Findings as annotations of a GitHub workflow: the worst first, no more than it shows, and a summary of all."""

from collections.abc import Iterator, Mapping
from itertools import accumulate

from kehoach.findings import Finding, Severity
from kehoach.reporting.report import Report
from kehoach.reporting.text import summary
from kehoach.reporting.words import Words

COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}
# GitHub shows so many annotations of each level for a step, and takes a summary of so many bytes.
MOST = 10
MOST_BYTES = 1 << 20


def lines(report: Report, words: Words) -> Iterator[str]:
    """The workflow commands, then what found no room among them in plain lines, then the count."""
    for severity in reversed(Severity):
        found = [finding for finding in report.findings if finding.severity is severity]
        yield from (_annotation(finding, words) for finding in found[:MOST])
        yield from (_plain(finding, words) for finding in found[MOST:])
    yield summary(report, words)


def page(report: Report, words: Words) -> str:
    """All findings as a Markdown table for the summary of the step, cut off where GitHub would refuse it."""
    lines = [f"{summary(report, words)}\n"]
    if report.findings:
        lines += ["\n", _row(*(words.term(name) for name in ("place", "rule", "finding"))), _row("---", "---", "---")]
    for finding in sorted(report.findings, key=lambda one: -list(Severity).index(one.severity)):
        cells = (str(finding.fault.place), finding.fault.code, words.message(finding.fault))
        lines.append(_row(*map(_cell, cells)))
    sizes = accumulate(len(line.encode()) for line in lines)
    return "".join(line for line, size in zip(lines, sizes, strict=True) if size <= MOST_BYTES)


def _annotation(finding: Finding, words: Words) -> str:
    place, fault = finding.fault.place, finding.fault
    where: dict[str, object] = {"file": place.file}
    if place.words is None and not place.cell:
        where |= {"line": place.line, "endLine": place.end_line, "col": place.column}
        where |= {"endColumn": place.end_column} if place.end_line == place.line else {}
    where["title"] = f"{fault.code} {words.title(fault.code)}"
    said = "\n".join(filter(None, (words.message(fault), finding.printed, words.advice(fault))))
    return f"::{COMMANDS[finding.severity]} {_properties(where)}::{_data(said)}"


def _plain(finding: Finding, words: Words) -> str:
    return f"{finding.fault.place}: {finding.fault.code} {words.message(finding.fault)}"


def _properties(where: Mapping[str, object]) -> str:
    return ",".join(f"{key}={_property(str(value))}" for key, value in where.items())


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def _row(*cells: str) -> str:
    return f"| {' | '.join(cells)} |\n"


def _cell(text: str) -> str:
    return " ".join(text.split()).replace("\\", "\\\\").replace("|", "\\|").replace("<", "&lt;")
