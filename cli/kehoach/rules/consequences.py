"""Faults that only follow from another, and are left unsaid where that one is told."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from kehoach.findings import Finding, Related, Severity
from kehoach.places import Place
from kehoach.records import replace

# In the same file: what a code needs no word for beside one of those.
BESIDE: Mapping[str, frozenset[str]] = {
    "CAL103": frozenset({"INH107"}),
    "CAL115": frozenset({"INH107"}),
    "INH104": frozenset({"TGT224"}),
    "INH107": frozenset({"CAL111"}),
    "ORG316": frozenset({"ORG202", "TGT224"}),
    "ORG321": frozenset({"ORG202", "TGT224"}),
    "TGT301": frozenset({"INH218", "TGT215"}),
    "TGT302": frozenset({"TGT224"}),
}
# What lies in the plan above, to which the fault points.
FROM_ABOVE = frozenset({"INH104", "INH106", "INH107", "INH220"})

MISSING, TWICE = "INH101", "TGT224"
ORDER = tuple(Severity)

Line = tuple[str, int]


def causes(found: Iterable[Finding]) -> Iterator[Finding]:
    """*found* without what follows from other findings among them: mend the cause, and that is gone too.

    A cause weighs no less than the gravest of what is left unsaid for it.
    """
    told = tuple(_gathered(found))
    reasons = tuple(_reasons(told))
    weights = [one.severity for one in told]
    for one, of in zip(told, reasons, strict=True):
        for number in of:
            weights[number] = max(weights[number], one.severity, key=ORDER.index)
    for one, of, weight in zip(told, reasons, weights, strict=True):
        if not of:
            yield one if weight is one.severity else replace(one, severity=weight)


def _reasons(told: Sequence[Finding]) -> Iterator[frozenset[int]]:
    """The numbers of those that each of *told* only follows from."""
    beside, above = defaultdict[tuple[str, str], set[int]](set), defaultdict[Line, set[int]](set)
    for number, one in enumerate(told):
        for place in _places(one):
            beside[place.file, one.fault.code].add(number)
            if one.fault.code not in FROM_ABOVE:
                above[place.file, place.line].add(number)
    for one in told:
        code, file = one.fault.code, one.fault.place.file
        near = (beside.get((file, cause), ()) for cause in BESIDE.get(code, ()))
        lines = {(other.place.file, other.place.line) for other in one.fault.related if code in FROM_ABOVE}
        yield frozenset(at for line in lines for at in above.get(line, ()) if _may_cause(told[at], one)).union(*near)


def _may_cause(above: Finding, one: Finding) -> bool:
    """Whether what is wrong in a line of the plan above may be behind *one*; a slip in its words is not."""
    return above.fault.code == TWICE or ORDER.index(above.severity) >= ORDER.index(one.severity)


def _gathered(found: Iterable[Finding]) -> Iterator[Finding]:
    """*found*, where a plan that is missing is said once, with all that inherit it."""
    told = tuple(found)
    heirs: dict[str, list[Finding]] = {}
    for one in told:
        if one.fault.code == MISSING:
            heirs.setdefault(one.fault.arguments["parent"], []).append(one)
    for one in told:
        first, *others = heirs.get(one.fault.arguments["parent"], [one]) if one.fault.code == MISSING else [one]
        if first is one:
            also = tuple(Related(other.fault.place, "inherited_too") for other in others)
            yield replace(one, fault=replace(one.fault, related=(*one.fault.related, *also))) if also else one


def _places(one: Finding) -> tuple[Place, ...]:
    """Where *one* says that something is wrong; of two plans of a unit either may be the wrong one."""
    either = one.fault.related if one.fault.code == TWICE else ()
    return one.fault.place, *(other.place for other in either)
