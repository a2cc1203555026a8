"""The day on which a plan looks up its units, and the span of days that it is about."""

import calendar
from collections.abc import Mapping
from datetime import date

from kehoach.kinds import Kind
from kehoach.phrases import partial_date, period
from kehoach.phrases.lexicon import Lexicon
from kehoach.plan import Value


def span_of(fields: Mapping[str, Value], kind: Kind, year: int, lexicon: Lexicon) -> tuple[date, date]:
    """The first and last day of the plan's period: its own ``period``, else the months of its kind."""
    written = fields.get("period")
    own = period.parse(written.text, year, lexicon) if written else None
    if own:
        return own.first, own.last
    first, last = kind.months
    return date(year, first, 1), date(year, last, calendar.monthrange(year, last)[1])


def day_of(fields: Mapping[str, Value], kind: Kind, year: int) -> date:
    """The plan's date, a blank standing for the first day that it can be; else the first day of its period."""
    written = fields.get("issued/date")
    dated = partial_date.parse(written.text) if written else None
    return dated.first() if dated else date(year, kind.months[0], 1)
