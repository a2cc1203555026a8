"""How far a figure of a finished document may differ from the standard's, as data."""

from kehoach.records import dataclass
from kehoach.rules.form.form import Form

TEXT = "text"


@dataclass(frozen=True, slots=True)
class Range:
    """The lowest and the highest figure that is accepted."""

    low: float
    high: float

    def __contains__(self, figure: float) -> bool:
        return self.low <= figure <= self.high

    def __str__(self) -> str:
        return f"{self.low:g}" if self.low == self.high else f"{self.low:g}-{self.high:g}"


def accepted(form: Form, element: str, figure: str, usual: float) -> Range:
    """What *figure* of *element* may be: as the standard says, else the *usual* one."""
    found = form.standard.accepts.get(element)
    return Range(*(found.ranges.get(figure) if found else None) or (usual, usual))


def free(form: Form, element: str) -> tuple[str, ...]:
    """What *element* may have or not (``bold``)."""
    found = form.standard.accepts.get(element)
    return found.free if found else ()


def within(form: Form, figure: float, wanted: Range, kind: str) -> bool:
    """Whether *figure* is *wanted*, give or take what a ruler may (``length``, ``size`` or ``line``)."""
    slack = float(str(form.lexicon.at("form", "tolerances", kind)))
    return figure in Range(wanted.low - slack, wanted.high + slack)
