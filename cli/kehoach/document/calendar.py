"""The dated activities of a plan as a calendar: tables by quarter or by month."""

from collections.abc import Iterator
from datetime import date
from itertools import groupby

from kehoach.document.escape import Markdown, escaped, trimmed
from kehoach.document.items import named
from kehoach.document.press import Writer
from kehoach.document.rows import Calendar, CalendarLine, Side
from kehoach.parts import MONTH, QUARTER
from kehoach.plan import Activity, Carrier

Dated = tuple[date, Activity]


def calendar(writer: Writer, group: str) -> Iterator[Side | Calendar]:
    """The dated activities by their first day, under a side head for each quarter or month (*group*)."""
    grain = MONTH if group == MONTH else QUARTER
    dated = sorted(_dated(writer), key=lambda one: one[0])
    lines = [(_order(day, grain), _line(n, item, writer)) for n, (day, item) in enumerate(dated, 1)]
    led, helped = any(item.lead for _, item in dated), any(item.partners for _, item in dated)
    for order, held in groupby(lines, key=lambda one: one[0]):
        yield Side(None, grain, order)
        yield Calendar(tuple(line for _, line in held), led, helped)


def _dated(writer: Writer) -> Iterator[Dated]:
    for item in writer.plan.items():
        if isinstance(item, Activity):
            days = [period.first for _, period in item.when if period]
            if days:
                yield min(days), item


def _order(day: date, grain: str) -> int:
    return day.month if grain == MONTH else (day.month + 2) // 3


def _line(number: int, item: Activity, writer: Writer) -> CalendarLine:
    return CalendarLine(
        number,
        trimmed(writer.words(item.text), " .;"),
        Markdown(", ".join(writer.words(value) for value, _ in item.when if value.text)),
        Markdown(", ".join(_carriers(item.carrier, writer))),
        Markdown(", ".join(named(value, writer) for value in item.lead)),
        Markdown(", ".join(named(value, writer) for value in item.partners)),
    )


def _carriers(carrier: Carrier, writer: Writer) -> Iterator[Markdown]:
    """Who carries it, in the words of the unit and of the register."""
    unit, units = writer.unit, writer.press.units
    usual = {"own": unit.words.get("self"), "below": unit.words.get("below"), "whole": unit.words.get("area")}
    for word in carrier.words:
        if word in units:
            yield escaped(writer.state(word).name)
        elif word in units.levels:
            yield escaped(units.levels[word].name)
        else:
            yield escaped(usual.get(word) or unit.name if word in usual else word.removeprefix("group/"))
