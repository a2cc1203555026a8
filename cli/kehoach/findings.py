"""A finding is data: a code, named arguments and places; its sentence is made elsewhere."""

from collections.abc import Mapping
from enum import StrEnum

from kehoach.places import Edit, Place
from kehoach.records import dataclass, field


class Severity(StrEnum):
    """How much a finding weighs, from the lightest to the heaviest."""

    INFO = "info"
    WARNING = "warning"
    ERROR = "error"


class Profile(StrEnum):
    """How far a plan has come; each demands what the ones before it demand, and more."""

    DRAFT = "draft"
    SUBMIT = "submit"
    SIGN = "sign"
    ISSUED = "issued"


@dataclass(frozen=True, slots=True)
class Related:
    """Another place that belongs to a finding; *note* names its words in ``related.toml``."""

    place: Place
    note: str
    arguments: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing wrong in a plan, before anyone has judged how much it weighs.

    *pointer* is the place inside the plan (``cay_xanh.value/cascade``); *edits* is what would cure it.
    """

    code: str
    place: Place
    pointer: str = ""
    arguments: Mapping[str, str] = field(default_factory=dict)
    related: tuple[Related, ...] = ()
    edits: tuple[Edit, ...] = ()


@dataclass(frozen=True, slots=True)
class Finding:
    """A fault with its weight and its printed place (*Mục II, chỉ tiêu 5*)."""

    fault: Fault
    severity: Severity
    printed: str = ""

    @property
    def order(self) -> tuple[Place, str, str]:
        """The sorting key: by place, then code, then pointer."""
        return self.fault.place, self.fault.code, self.fault.pointer
