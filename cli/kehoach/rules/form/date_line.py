"""The line of place and date: its words, and its zeros."""

import re
from collections.abc import Iterator, Mapping
from datetime import date

from kehoach.findings import Fault
from kehoach.phrases import partial_date
from kehoach.rules.form.form import Form
from kehoach.rules.form.parts.found import Found
from kehoach.rules.form.parts.wording import date_line, spaced, squeezed
from kehoach.rules.registry import ERROR, Grain, rule
from kehoach.tree import Element

CENTURY = "20"


@rule("FMT314", Grain.FORM, ERROR)
def date_form(form: Form) -> Iterator[Fault]:
    """The words and signs of the line of place and date are those of the standard."""
    for part, match in _dates(form):
        wanted = form.standard.date_line.form.format(**_in_full(_fields(match)))
        open_ = any(not value for value in _fields(match).values())
        if squeezed(part.text) != squeezed(wanted) or not (open_ or spaced(part.text) == wanted):
            yield form.fault("FMT314", part.paragraph, actual=spaced(part.text), wanted=spaced(wanted))


@rule("FMT315", Grain.FORM, ERROR)
def date_zero(form: Form) -> Iterator[Fault]:
    """A zero stands before small days, and before those months only that the standard names."""
    line = form.standard.date_line
    for part, match in _dates(form):
        day, month = _figure(match["day"]), _figure(match["month"])
        wanted = (day.zfill(line.day_digits), _month(month, line.padded_months))
        if (day and day != wanted[0]) or (month and month != wanted[1]):
            fields = {**_fields(match), "day": wanted[0] if day else "…", "month": wanted[1] if month else "…"}
            yield form.fault("FMT315", part.paragraph, actual=spaced(part.text), wanted=line.form.format(**fields))


def written_on(form: Form) -> date | None:
    """The day that the document bears, its first possible one where it is still open."""
    for part, match in _dates(form):
        place = match["place"]
        found = partial_date.parse(spaced(part.text)[len(place) :].lstrip(" ,"))
        if found:
            return found.first()
    return None


def _dates(form: Form) -> Iterator[tuple[Found, re.Match[str]]]:
    for part in form.parts(Element.PLACE_DATE):
        match = date_line(form.standard).fullmatch(spaced(part.text))
        if match:
            yield part, match


def _fields(match: re.Match[str]) -> dict[str, str]:
    return {name: value.strip(" ….\u00a0") for name, value in match.groupdict().items()}


def _in_full(fields: Mapping[str, str]) -> dict[str, str]:
    """*fields* with four figures for the year, and a place of several words not all in capitals."""
    year, place = fields["year"], fields["place"]
    shouted = place.isupper() and len(place.split()) > 1 and "." not in place
    full = f"{CENTURY}{year}" if len(year) == len(CENTURY) else year
    return {**fields, "year": full, "place": place.title() if shouted else place}


def _figure(text: str) -> str:
    return "".join(filter(str.isdecimal, text))


def _month(month: str, padded: tuple[int, ...]) -> str:
    bare = month.lstrip("0")
    return bare.zfill(2) if bare in map(str, padded) else bare
