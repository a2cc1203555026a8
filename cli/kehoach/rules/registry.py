"""The list of rules: each enters itself when its module is imported."""

from collections.abc import Callable, Iterator, Mapping
from enum import StrEnum
from types import MappingProxyType

from kehoach.findings import Fault, Profile, Severity
from kehoach.records import dataclass

Weights = Mapping[Profile, Severity]
Check = Callable[..., Iterator[Fault]]


class Grain(StrEnum):
    """What a rule looks at in one go.

    Its check is called with a ``Written``, a ``Plan``, a ``Finished``, or nothing but the ``View``, which always
    comes last; those of a finished document's form with its ``Form`` alone.
    """

    WRITTEN = "written"
    RESOLVED = "resolved"
    TREE = "tree"
    FINISHED = "finished"
    FORM = "form"


@dataclass(frozen=True, slots=True)
class Rule:
    """A named check, how much its faults weigh in each profile, and whether a plan may set it aside.

    *check* is None for faults that are found while plans are read and resolved.
    """

    code: str
    weights: Weights
    grain: Grain = Grain.RESOLVED
    check: Check | None = None
    suppressible: bool = True


_rules: dict[str, Rule] = {}
RULES: Mapping[str, Rule] = MappingProxyType(_rules)


def since(profile: Profile, severity: Severity) -> Weights:
    """The same weight from *profile* on; before it the fault is silent."""
    order = list(Profile)
    return {p: severity for p in order[order.index(profile) :]}


ERROR = since(Profile.DRAFT, Severity.ERROR)
WARNING = since(Profile.DRAFT, Severity.WARNING)
INFO = since(Profile.DRAFT, Severity.INFO)


def rule(code: str, grain: Grain, weights: Weights, *, suppressible: bool = True) -> Callable[[Check], Check]:
    """Register the decorated check under *code*."""

    def register(check: Check) -> Check:
        enter(Rule(code, weights, grain, check, suppressible))
        return check

    return register


def enter(new: Rule) -> None:
    """Put a rule on the list; a code is given once."""
    if new.code in _rules:
        raise ValueError(f"{new.code} is taken")
    _rules[new.code] = new
