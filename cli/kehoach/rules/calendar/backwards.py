"""Spans of days that end before they begin."""

from collections.abc import Iterator

from kehoach.findings import Fault
from kehoach.phrases.times.slips import backward_spans
from kehoach.rules.calendar.dated import traces
from kehoach.rules.holding import holding
from kehoach.rules.registry import WARNING, Grain, rule
from kehoach.rules.view import View
from kehoach.written import Written


@rule("CAL122", Grain.WRITTEN, WARNING)
def span_forwards(file: Written, view: View) -> Iterator[Fault]:
    """The second day or year of a span is not before the first.

    A span that writes no years may lead from the end of one into the next: *từ 25/12 đến 05/01*.
    """
    for passage in holding(file, view, *view.lexicon.view(traces)):
        for match in backward_spans(passage.text, view.lexicon):
            arguments = {"written": " ".join(match.group().split())}
            yield Fault("CAL122", passage.place(*match.span()), passage.pointer, arguments)
