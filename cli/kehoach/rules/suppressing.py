"""Setting faults aside, and the faults of doing so."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from difflib import get_close_matches

from kehoach.findings import Fault
from kehoach.rules.registry import ERROR, WARNING, Rule, enter
from kehoach.rules.suppressions import Allowance

UNUSED, EXPIRED, UNREASONED, UNSUPPRESSIBLE, UNKNOWN = "SUP101", "SUP102", "SUP103", "SUP104", "SUP105"
LIGHTER = {UNUSED, EXPIRED}

for _code in (UNUSED, EXPIRED, UNREASONED, UNSUPPRESSIBLE, UNKNOWN):
    enter(Rule(_code, WARNING if _code in LIGHTER else ERROR, suppressible=False))


def suppressed(
    faults: Sequence[Fault], allowed: Iterable[Allowance], rules: Mapping[str, Rule], today: date
) -> Iterator[Fault]:
    """*faults* without those set aside, and what is wrong with the allowances themselves."""
    valid = []
    for allowance in allowed:
        wrong = _wrong(allowance, faults, rules, today)
        if wrong:
            yield Fault(wrong, allowance.place, allowance.pointer, _arguments(allowance, rules))
        else:
            valid.append(allowance)
    yield from (fault for fault in faults if not any(a.covers(fault) for a in valid))


def _wrong(allowance: Allowance, faults: Sequence[Fault], rules: Mapping[str, Rule], today: date) -> str | None:
    rule = rules.get(allowance.code)
    if rule is None:
        return UNKNOWN
    if not rule.suppressible:
        return UNSUPPRESSIBLE
    if not allowance.because:
        return UNREASONED
    if allowance.until and allowance.until < today:
        return EXPIRED
    return None if any(allowance.covers(fault) for fault in faults) else UNUSED


def _arguments(allowance: Allowance, rules: Mapping[str, Rule]) -> dict[str, str]:
    until = f"{allowance.until:%d/%m/%Y}" if allowance.until else ""
    near = [] if allowance.code in rules else get_close_matches(allowance.code.upper(), rules, n=1)
    return {"code": allowance.code, "until": until, "nearest": near[0] if near else ""}
