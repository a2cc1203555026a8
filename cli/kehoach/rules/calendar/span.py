"""The time that a plan is for."""

from calendar import monthrange
from datetime import date

from kehoach.records import dataclass
from kehoach.rules.calendar.dated import year_of
from kehoach.rules.view import View
from kehoach.written import Scalar, Written

YEAR = (1, 12)


@dataclass(frozen=True, slots=True)
class Span:
    """The first and last day of what a plan is for."""

    first: date
    last: date

    @property
    def yearly(self) -> bool:
        """Whether it is a whole year."""
        return (self.first.month, self.last.month) == YEAR


def span(file: Written, view: View) -> Span | None:
    """The months of the plan's kind in the plan's year; None where kind or year is not known."""
    kind, year = file.root.get("kind"), year_of(file)
    known = view.kinds.get(kind.text) if isinstance(kind, Scalar) else None
    if known is None or not year:
        return None
    first, last = known.months
    return Span(date(year, first, 1), date(year, last, monthrange(year, last)[1]))
