"""Events outside the months of a plan that is for some months."""

from collections.abc import Iterator
from datetime import timedelta

from kehoach.findings import Fault
from kehoach.rules.calendar.dated import dated
from kehoach.rules.calendar.outside_year import LONG
from kehoach.rules.calendar.span import span
from kehoach.rules.registry import INFO, Grain, rule
from kehoach.rules.view import View
from kehoach.written import Written

AROUND = timedelta(days=31)


@rule("CAL121", Grain.WRITTEN, INFO)
def in_its_months(file: Written, view: View) -> Iterator[Fault]:
    """An event of a plan for some months lies in them, or within a month of them.

    A Youth Month is opened at the end of February and reviewed in April; an event of July belongs to another plan.
    """
    around = span(file, view)
    if around is None or around.yearly:
        return
    for time in dated(file, view):
        held = time.period
        event = time.passage.key == "when" and not held.recurrence and held.grain not in LONG
        outside = held.last < around.first - AROUND or held.first > around.last + AROUND
        if event and outside and held.first.year == around.first.year:
            months = " - ".join(dict.fromkeys((str(around.first.month), str(around.last.month))))
            arguments = {"written": time.words.strip(), "months": months}
            yield Fault("CAL121", time.place, time.passage.pointer, arguments)
