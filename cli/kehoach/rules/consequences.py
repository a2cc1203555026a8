"""Faults that only follow from another, and are left unsaid where that one is told."""

from collections.abc import Iterable, Iterator, Mapping

from kehoach.findings import Finding, Related
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

MISSING = "INH101"

Line = tuple[str, int | None]


def causes(found: Iterable[Finding]) -> Iterator[Finding]:
    """*found* without what follows from other findings among them: mend the cause, and that is gone too."""
    told = tuple(_gathered(found))
    codes: dict[str, set[str]] = {}
    lines: set[Line] = set()
    for one in told:
        for place in _places(one):
            codes.setdefault(place.file, set()).add(one.fault.code)
            if one.fault.code not in FROM_ABOVE:
                lines.add((place.file, place.line))
    yield from (one for one in told if not _follows(one, codes[one.fault.place.file], lines))


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
    either = one.fault.related if one.fault.code == "TGT224" else ()
    return one.fault.place, *(other.place for other in either)


def _follows(one: Finding, beside: set[str], lines: set[Line]) -> bool:
    if not BESIDE.get(one.fault.code, frozenset()).isdisjoint(beside):
        return True
    above = {(other.place.file, other.place.line) for other in one.fault.related}
    return one.fault.code in FROM_ABOVE and not above.isdisjoint(lines)
