"""Findings in SARIF 2.1.0, the form in which code hosts and editors take what checkers find."""

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from hashlib import sha256
from urllib.parse import quote

from kehoach.findings import Fault, Finding, Related, Severity
from kehoach.places import Edit, Place
from kehoach.reporting.report import Report
from kehoach.reporting.words import Words, name

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
FINGERPRINT = "kehoach/v1"
Json = dict[str, object]


def document(report: Report, words: Words, version: str) -> str:
    """The report as SARIF text; *version* is that of the program.

    A place in a Word document or in a table has no lines: it is told as a logical location.
    """
    codes = sorted({finding.fault.code for finding in report.findings})
    rules = [_rule(code, words) for code in codes]
    order = {code: number for number, code in enumerate(codes)}
    prints = _fingerprints(finding.fault for finding in report.findings)
    run = {
        "tool": {"driver": {"name": "kehoach", "version": version, "rules": rules}},
        "language": words.language,
        "columnKind": "unicodeCodePoints",
        "results": [_result(*one, order, words) for one in zip(report.findings, prints, strict=True)],
    }
    return json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=2)


def _rule(code: str, words: Words) -> Json:
    return {
        "id": code,
        "name": name(code),
        "shortDescription": {"text": words.title(code)},
        "fullDescription": {"text": words.page(code)},
    }


def _result(finding: Finding, fingerprint: str, order: Mapping[str, int], words: Words) -> Json:
    fault = finding.fault
    found: Json = {
        "ruleId": fault.code,
        "ruleIndex": order[fault.code],
        "level": LEVELS[finding.severity],
        "message": {"text": f"{words.message(fault)}\n{words.advice(fault)}"},
        "locations": [_location(fault.place, (finding.printed, fault.pointer))],
        "partialFingerprints": {FINGERPRINT: fingerprint},
    }
    if fault.related:
        found["relatedLocations"] = [_related(number, one, words) for number, one in enumerate(fault.related, 1)]
    if fault.edits:
        found["fixes"] = [_fix(fault, words)]
    return found


def _location(place: Place, names: Iterable[str] = ()) -> Json:
    physical: Json = {"artifactLocation": _artifact(place)}
    if place.words is None and not place.cell:
        physical["region"] = _region(place)
    logical = [{"fullyQualifiedName": one} for one in (_inside(place), *names) if one]
    return {"physicalLocation": physical, **({"logicalLocations": logical} if logical else {})}


def _inside(place: Place) -> str:
    """Where in a Word document or in a table."""
    return place.cell or (f"¶{place.line} {place.words}".strip() if place.words is not None else "")


def _artifact(place: Place) -> Json:
    return {"uri": quote(place.file.replace("\\", "/"))}


def _region(place: Place) -> Json:
    end = max((place.end_line, place.end_column), (place.line, place.column))
    return {"startLine": place.line, "startColumn": place.column, "endLine": end[0], "endColumn": end[1]}


def _related(number: int, related: Related, words: Words) -> Json:
    return {"id": number, **_location(related.place), "message": {"text": words.related(related)}}


def _fix(fault: Fault, words: Words) -> Json:
    replacements = [_replacement(edit) for edit in sorted(fault.edits)]
    change = {"artifactLocation": _artifact(fault.place), "replacements": replacements}
    return {"description": {"text": words.cure(fault)}, "artifactChanges": [change]}


def _replacement(edit: Edit) -> Json:
    deleted = {"charOffset": edit.start, "charLength": edit.end - edit.start}
    return {"deletedRegion": deleted, "insertedContent": {"text": edit.text}}


def _fingerprints(faults: Iterable[Fault]) -> Iterator[str]:
    """Of each fault the same wherever its line has gone, in every language; faults that are alike are counted."""
    met: Counter[str] = Counter()
    for fault in faults:
        said = (f"{name}={value}" for name, value in sorted(fault.arguments.items()))
        told = "\0".join((fault.code, fault.place.file, fault.pointer, *said))
        met[told] += 1
        yield sha256(f"{told}\0{met[told]}".encode()).hexdigest()[:32]
