"""Findings for programs: a JSON document that only ever grows."""

import json
from collections.abc import Iterator

from kehoach.findings import Fault, Finding, Related
from kehoach.places import Edit, Place
from kehoach.reporting.report import Report
from kehoach.reporting.words import Words, name

SCHEMA_VERSION = 1


def document(report: Report, words: Words) -> str:
    """The report as JSON text; keys are as in the manual, what is unused is null."""
    counts = {severity.value: count for severity, count in report.counts.items()}
    data = {
        "schema_version": SCHEMA_VERSION,
        "findings": [_finding(finding, words) for finding in report.findings],
        "summary": {"files": report.files, **counts},
    }
    return json.dumps(data, ensure_ascii=False, indent=2)


def _finding(finding: Finding, words: Words) -> dict[str, object]:
    fault = finding.fault
    return {
        "code": fault.code,
        "name": name(fault.code),
        "severity": finding.severity.value,
        "message": words.message(fault),
        "arguments": dict(fault.arguments),
        **_stretch(fault.place),
        "pointer": fault.pointer or None,
        "printed": finding.printed or None,
        "related": [_related(related, words) for related in fault.related],
        "fix": _fix(fault, words),
    }


def _stretch(place: Place) -> dict[str, object]:
    """The whole place: lines and columns of a text, paragraph and words of a Word document, or the cell of a table."""
    in_word, in_table = place.words is not None, bool(place.cell)
    return {
        **_place(place),
        "end_line": None if in_word or in_table else place.end_line,
        "end_column": None if in_word or in_table else place.end_column,
        "paragraph": place.line if in_word else None,
        "text": place.words,
        "cell": place.cell or None,
    }


def _place(place: Place) -> dict[str, object]:
    in_text = place.words is None and not place.cell
    line, column = (place.line, place.column) if in_text else (None, None)
    return {"file": place.file, "line": line, "column": column}


def _related(related: Related, words: Words) -> dict[str, object]:
    return {**_place(related.place), "message": words.related(related)}


def _fix(fault: Fault, words: Words) -> dict[str, object] | None:
    if not fault.edits:
        return None
    return {"message": words.cure(fault), "edits": list(_edits(fault.edits))}


def _edits(edits: tuple[Edit, ...]) -> Iterator[dict[str, object]]:
    for edit in edits:
        yield {"start": edit.start, "end": edit.end, "text": edit.text}
