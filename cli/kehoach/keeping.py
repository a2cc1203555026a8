"""Findings as JSON and back, for what was found once to be said again."""

from typing import Any

from kehoach.findings import Fault, Finding, Related, Severity
from kehoach.places import Edit, Place
from kehoach.records import fields

Kept = list[Any]


def kept(finding: Finding) -> Kept:
    """*finding* as plain lists."""
    fault = finding.fault
    related = [[_values(one.place), one.note, dict(one.arguments)] for one in fault.related]
    edits = [_values(edit) for edit in fault.edits]
    told = [fault.code, _values(fault.place), fault.pointer, dict(fault.arguments), related, edits]
    return [told, finding.severity.value, finding.printed]


def found(values: Kept) -> Finding:
    """The finding that became *values*."""
    (code, place, pointer, arguments, related, edits), severity, printed = values
    others = tuple(Related(Place(*at), note, given) for at, note, given in related)
    fault = Fault(code, Place(*place), pointer, arguments, others, tuple(Edit(*edit) for edit in edits))
    return Finding(fault, Severity(severity), printed)


def _values(record: Place | Edit) -> Kept:
    return [getattr(record, one.name) for one in fields(record)]
