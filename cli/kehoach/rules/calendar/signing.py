"""Days against the day on which the plan is signed."""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from kehoach.findings import Fault, Related
from kehoach.finished import Role
from kehoach.patterns import compiled
from kehoach.phrases import citation, partial_date
from kehoach.phrases.choices import choice
from kehoach.phrases.lexicon import Lexicon
from kehoach.phrases.partial_date import PartialDate
from kehoach.phrases.times.plain import plain
from kehoach.places import Place
from kehoach.rules.calendar.dated import Dated, dated
from kehoach.rules.calendar.deadlines import due
from kehoach.rules.holding import holding
from kehoach.rules.registry import INFO, WARNING, Grain, rule
from kehoach.rules.view import View
from kehoach.written import Mapping, Scalar, Written

ABOUT = ("opening", "bases", "closing")


@rule("CAL108", Grain.WRITTEN, WARNING)
def cited_before_signing(file: Written, view: View) -> Iterator[Fault]:
    """What a plan cites is not dated after the plan.

    A document that did not exist yet on the day of signature cannot be a basis of it.
    """
    signed = signing_day(file)
    if signed is None:
        return
    for passage in holding(file, view, "/"):
        for found in citation.find(passage.text, view.lexicon):
            cited = found.citation.date
            if cited and cited.first() > signed.last():
                arguments = {"cited": " ".join(found.citation.written.split()), "signed": _said(signed)}
                related = (Related(_signed_at(file), "dated_here"),)
                yield Fault("CAL108", passage.place(found.start, found.end), passage.pointer, arguments, related)


@rule("CAL131", Grain.WRITTEN, WARNING)
def met_before_signing(file: Written, view: View) -> Iterator[Fault]:
    """The meeting that passed a document was held by the day of its signature.

    *Trên cơ sở thảo luận tại hội nghị ngày 10/01/2025* above the signature of the 9th bears a wrong day.
    """
    signed, held = signing_day(file), view.lexicon.view(_held)
    if signed is None:
        return
    for passage in holding(file, view, *view.lexicon.words("calendar", "meetings")):
        for match in held.finditer(passage.text) if passage.path.startswith(ABOUT) else ():
            day = partial_date.parse(match["day"])
            if day and day.complete and day.first() > signed.last():
                arguments = {"written": " ".join(match.group().split()), "signed": _said(signed)}
                related = (Related(_signed_at(file), "dated_here"),)
                yield Fault("CAL131", passage.place(*match.span()), passage.pointer, arguments, related)


@rule("CAL109", Grain.WRITTEN, WARNING)
def due_after_signing(file: Written, view: View) -> Iterator[Fault]:
    """What a plan asks for is not due before the plan is signed.

    Nobody can hand in something by a day that is over when the plan reaches them.
    """
    signed = signing_day(file)
    for time, day in _due(file, view):
        if signed and day < signed.first():
            arguments = {"due": time.words.strip(), "signed": _said(signed)}
            yield Fault("CAL109", time.place, time.passage.pointer, arguments)


@rule("CAL110", Grain.WRITTEN, INFO)
def time_to_answer(file: Written, view: View) -> Iterator[Fault]:
    """A deadline leaves more than a few days after the signature.

    The plan has to reach the units, be read and be answered.
    """
    signed = signing_day(file)
    notice = int(str(view.lexicon.at("calendar", "short_notice_days")))
    for time, day in _due(file, view):
        if signed and signed.complete and signed.first() <= day <= signed.first() + timedelta(days=notice):
            arguments = {"due": time.words.strip(), "signed": _said(signed), "days": str(notice)}
            yield Fault("CAL110", time.place, time.passage.pointer, arguments)


@rule("CAL111", Grain.WRITTEN, WARNING)
def signed_in_time(file: Written, view: View) -> Iterator[Fault]:
    """The plan's date fits the plan's year.

    A plan is signed in its year or at the end of the year before.
    """
    signed, year = signing_day(file), file.year
    if signed and year and not date(year - 1, 10, 1) <= signed.last() <= date(year, 12, 31):
        said = ("year", file.root.entries["year"].place) if belied(file, view) else None
        key, place = said or ("issued/date", _dated_at(file, view))
        yield Fault("CAL111", place, key, {"signed": _said(signed), "year": str(year)})


def belied(file: Written, view: View) -> bool:
    """Whether *file* says itself of what year it is, and its date and its subject are both of another one.

    Of what year a finished document is, all of it tells.
    """
    if file.id in view.finished:
        return False
    year, signed, subject = file.root.get("year"), signing_day(file), file.word("subject")
    if not isinstance(year, Scalar) or signed is None or signed.year is None:
        return False
    return str(signed.year) in subject and year.text not in subject


def signing_day(file: Written) -> PartialDate | None:
    """The date in the head of *file*, as far as it is filled in."""
    issued = file.root.get("issued")
    written = issued.get("date") if isinstance(issued, Mapping) else None
    return partial_date.parse(written.text) if isinstance(written, Scalar) else None


def _dated_at(file: Written, view: View) -> Place:
    """Where the date stands that a reader sees: in a finished document the line with place and date."""
    finished = view.finished.get(file.id)
    lines = finished.of(Role.PLACE_DATE) if finished else ()
    return next((piece.block.words.place for piece in lines if not piece.annex), _signed_at(file))


def _signed_at(file: Written) -> Place:
    """Where the date of *file* stands."""
    issued = file.root.get("issued")
    return issued.entries["date"].place if isinstance(issued, Mapping) else file.root.place


def _due(file: Written, view: View) -> Iterator[tuple[Dated, date]]:
    """Every deadline by a day, with the last day on which it is kept."""
    for time in dated(file, view):
        day = due(time)
        if day and not time.passage.path.startswith(("issued", "bases", "opening")):
            yield time, day


def _held(lexicon: Lexicon) -> re.Pattern[str]:
    """A meeting with its day."""
    meeting = choice(lexicon.words("calendar", "meetings"))
    day = rf"{lexicon.view(plain).day}\s+(?P<day>\d{{1,2}}/\d{{1,2}}/\d{{4}})"
    return compiled(rf"(?<!\w){meeting}\s(?:[^.;:]{{0,80}}?\s)?{day}", re.IGNORECASE)


def _said(day: PartialDate) -> str:
    parts = (day.day, day.month, day.year)
    return "/".join(str(part) for part in parts if part)
