"""The checks of a run: faults in, findings out."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache

from kehoach.findings import Fault, Finding, Profile, Severity
from kehoach.records import dataclass, field
from kehoach.rules.consequences import causes
from kehoach.rules.registry import RULES, Check, Grain, Rule
from kehoach.rules.standing import on_tree, standing
from kehoach.rules.suppressing import suppressed
from kehoach.rules.suppressions import allowances
from kehoach.rules.view import View
from kehoach.written import Written

SINCE, AT = "since", "profiles"
Printed = Callable[[str, str], str]


@dataclass(frozen=True, slots=True)
class Scope:
    """How much is asked: nothing lighter than *least*; *whole*: also what only the whole workspace shows."""

    least: Severity = Severity.INFO
    whole: bool = True


EVERYTHING = Scope()


@dataclass(frozen=True, slots=True)
class Judge:
    """How faults become findings: the profile, where a pointer of a plan is printed, and how much is asked."""

    profile: Profile
    printed: Printed
    scope: Scope = EVERYTHING
    _asked: dict[Grain, Sequence[Check]] = field(default_factory=dict, repr=False, compare=False)

    def asked(self, grain: Grain) -> Sequence[Check]:
        """The checks of *grain* that may find what is asked for; a check is entered with its gravest weight.

        Where everything is asked for, those on which the profile is silent are made too: what they find may be
        set aside.
        """
        if grain not in self._asked:
            self._asked[grain] = [rule.check for rule in RULES.values() if rule.check and self._asks(rule, grain)]
        return self._asked[grain]

    def _asks(self, rule: Rule, grain: Grain) -> bool:
        if rule.grain is not grain or (grain is Grain.TREE and not self.scope.whole):
            return False
        return self.scope == EVERYTHING or self._matters(rule.weights.get(self.profile))

    def _matters(self, weight: Severity | None) -> bool:
        order = list(Severity)
        return weight is not None and order.index(weight) >= order.index(self.scope.least)

    def weight(self, fault: Fault) -> Severity | None:
        """How much *fault* weighs, None where the profile is silent about it.

        A fault may say itself from which profile on it counts, by its argument ``since``, or in which it counts,
        by ``profiles``.
        """
        order = list(Profile)
        if self.profile not in fault.arguments.get(AT, self.profile).split():
            return None
        if order.index(self.profile) < order.index(Profile(fault.arguments.get(SINCE, Profile.DRAFT))):
            return None
        weight = RULES[fault.code].weights.get(self.profile)
        return weight if self._matters(weight) else None


def of_plan(view: View, id: str, judge: Judge) -> Iterator[Finding]:
    """What is wrong with a plan by itself and against those that it inherits; those set aside left out."""
    file = view.written(id)
    if file:
        allowed = (one for one in allowances(file) if not on_tree(one))
        yield from weighed(id, suppressed(_plan(view, file, judge), allowed, RULES, view.today), judge)


def of_tree(view: View, id: str, judge: Judge) -> Iterator[Finding]:
    """What only the whole workspace shows about a plan; those set aside left out."""
    plan = standing(id, view)
    if plan:
        checks = judge.asked(Grain.TREE)
        told = [fault for check in checks for fault in view.whole(_once(check)).get(plan.file, ())]
        yield from weighed(id, suppressed(told, plan.allowed, RULES, view.today), judge)


def in_order(found: Iterable[Finding]) -> tuple[Finding, ...]:
    """*found* sorted by place, each once, without what only follows from other findings among them."""
    once = {finding.order: finding for finding in sorted(found, key=lambda f: f.order)}
    return tuple(causes(once.values()))


def _plan(view: View, file: Written, judge: Judge) -> list[Fault]:
    """The faults of one plan: found in reading, by the rules, in resolving.

    A finished document is also held against the rules for what only such a one shows.
    """
    faults = [*file.faults]
    if not file.broken:
        faults += _checked(judge.asked(Grain.WRITTEN), file, view)
    if finished := view.finished.get(file.id):
        faults += _checked(judge.asked(Grain.FINISHED), finished, view)
    plan = None if file.broken else view.resolve(file.id)
    if plan:
        faults += [*plan.faults, *_checked(judge.asked(Grain.RESOLVED), plan, view)]
    return faults


def _checked(checks: Iterable[Check], value: object, view: View) -> Iterator[Fault]:
    for check in checks:
        yield from check(value, view)


@cache
def _once(check: Check) -> Callable[[View], Mapping[str, list[Fault]]]:
    """*check* of a whole workspace, to be made once for each: its faults by file."""

    def by_file(view: View) -> Mapping[str, list[Fault]]:
        found: dict[str, list[Fault]] = {}
        for fault in check(view):
            found.setdefault(fault.place.file, []).append(fault)
        return found

    return by_file


def weighed(id: str, faults: Iterable[Fault], judge: Judge) -> Iterator[Finding]:
    """*faults* of the plan *id* as findings, without those that the profile is silent about."""
    for fault in faults:
        severity = judge.weight(fault)
        if severity:
            yield Finding(fault, severity, judge.printed(id, fault.pointer))
