"""How the sign of percent stands at its number."""

from collections.abc import Iterator

from kehoach.findings import Fault
from kehoach.patterns import compiled
from kehoach.records import replace
from kehoach.rules.prose.prose import prose
from kehoach.rules.registry import INFO, Grain, rule
from kehoach.rules.view import View
from kehoach.written import Written

SIGN = "%"
BLANKS = " \u00a0"
_APART = compiled(r"(?<=\d)[ \u00a0]+(?=%)")


@rule("TXT216", Grain.WRITTEN, INFO)
def percent_tight(file: Written, view: View) -> Iterator[Fault]:
    """The sign of percent stands at its number as in most places of the document: not *30 %* among many *30%*."""
    told = prose(file, view)
    if not any(blank + SIGN in told.text for blank in BLANKS):
        return
    apart = [match.span() for match in _APART.finditer(told.text)]
    if len(apart) * 2 >= told.text.count(SIGN):
        return
    for start, end in apart:
        fault = told.fault("TXT216", start, end + 1, text=told.near(start, end, 4))
        yield replace(fault, edits=told.edit(start, end, ""))
