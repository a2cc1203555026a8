"""How far a figure of a finished document may differ from the standard's, as data."""

from collections.abc import Mapping
from dataclasses import dataclass

from kehoach.phrases.lexicon import Lexicon
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
    """What *figure* of *element* may be: as the data says, else the *usual* one."""
    found = _table(form, element).get(figure)
    if isinstance(found, tuple):
        return Range(float(found[0]), float(found[-1]))
    return Range(usual, usual)


def free(form: Form, element: str) -> tuple[str, ...]:
    """What *element* may have or not (``bold``)."""
    found = _table(form, element).get("free")
    return found if isinstance(found, tuple) else ()


def within(form: Form, figure: float, wanted: Range, kind: str) -> bool:
    """Whether *figure* is *wanted*, give or take what a ruler may (``length``, ``size`` or ``line``)."""
    slack = float(str(form.lexicon.at("form", "tolerances", kind)))
    return figure in Range(wanted.low - slack, wanted.high + slack)


def _table(form: Form, element: str) -> Mapping[str, object]:
    found = form.lexicon.view(_accepted).get(form.standard.id, {}).get(element, {})
    return found if isinstance(found, Mapping) else {}


def _accepted(lexicon: Lexicon) -> Mapping[str, Mapping[str, object]]:
    return {name: lexicon.table("form", "accepted", name) for name in lexicon.table("form", "accepted")}
