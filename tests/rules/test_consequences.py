"""What follows from another fault is left unsaid, and never lost with it."""

import pytest

from kehoach.findings import Fault, Finding, Related, Severity
from kehoach.places import Place
from kehoach.rules.consequences import causes

INFO, WARNING, ERROR = Severity


def finding(code: str, severity: Severity, file: str = "here", above: int = 0) -> Finding:
    related = (Related(Place("above", above), "plan_above"),) if above else ()
    return Finding(Fault(code, Place(file, 3), related=related), severity)


def told(*found: Finding) -> list[tuple[str, Severity]]:
    return [(one.fault.code, one.severity) for one in causes(found)]


def test_a_cause_weighs_no_less_than_what_is_left_unsaid() -> None:
    assert told(finding("TGT224", WARNING), finding("TGT302", ERROR)) == [("TGT224", ERROR)]
    assert told(finding("INH107", WARNING), finding("CAL103", WARNING)) == [("INH107", WARNING)]
    assert told(finding("TGT224", WARNING, "above"), finding("INH104", ERROR, above=3)) == [("TGT224", ERROR)]


@pytest.mark.parametrize("severity", Severity)
def test_what_is_wrong_above_is_no_cause_of_something_graver(severity: Severity) -> None:
    found = finding("TXT601", severity, "above"), finding("INH220", ERROR, above=3)
    assert told(*found) == [("TXT601", severity), ("INH220", ERROR)][: 1 if severity is ERROR else 2]


def test_what_stands_elsewhere_is_no_cause() -> None:
    found = finding("TGT224", WARNING, "there"), finding("TGT302", ERROR), finding("INH104", ERROR, above=4)
    assert told(*found) == [(one.fault.code, one.severity) for one in found]
