"""Anniversaries (``92 năm Ngày thành lập Đoàn TNCS Hồ Chí Minh (26/3/1931 - 26/3/2023)``)."""

import re
from collections.abc import Iterator
from datetime import date

from kehoach.patterns import compiled, small
from kehoach.phrases import partial_date
from kehoach.phrases.documents.commemoration_words import Event, Words, events, words
from kehoach.phrases.lexicon import Lexicon
from kehoach.phrases.partial_date import SLASHED, DateForm, PartialDate
from kehoach.phrases.remembering import remembered
from kehoach.records import dataclass, field, replace


@dataclass(frozen=True, slots=True)
class Commemoration:
    """An anniversary: so many years of an event.

    *event* is its id in the table of commemorations, empty for one that is not there, such as a
    unit's own; *name* is the event's first wording there, else its words here. *founded* and *held*
    are the two days behind it, where they are written; *year* is that of *held*.
    """

    written: str = field(compare=False)
    event: str
    name: str
    count: int
    founded: date | None = None
    held: date | None = None
    year: int | None = None


_DIGIT = compiled(r"\d")


@dataclass(frozen=True, slots=True)
class Found:
    """A commemoration inside a sentence."""

    start: int
    end: int
    commemoration: Commemoration


@remembered
def parse(text: str, lexicon: Lexicon) -> Commemoration | None:
    """The commemoration that the whole of *text* writes, or None."""
    known = lexicon.view(words)
    bare = text.strip()
    match = known.known.fullmatch(bare) or known.unknown.fullmatch(bare) or known.dated.fullmatch(bare)
    return _read(match, text, known) if match else None


@remembered
def find(text: str, lexicon: Lexicon) -> tuple[Found, ...]:
    """Every commemoration inside the sentence *text*, in order; one that the table lacks needs its two days."""
    return tuple(_found(text, lexicon.view(words)))


def canonical(value: Commemoration, lexicon: Lexicon, form: DateForm = SLASHED) -> str:
    """The commemoration in its usual words; *form* says how a standard writes dates."""
    bare = f"{value.count} {lexicon.words('occasions', 'years')[0]} {value.name}"
    days = [_slashed(day, form) for day in (value.founded, value.held) if day]
    if not days and value.year:
        days = [str(value.year - value.count), str(value.year)]
    return f"{bare} ({' - '.join(days)})" if days else bare


def founding_day(event: str, lexicon: Lexicon) -> date | None:
    """The day of *event*; None for an unknown event and for one whose years nobody counts."""
    known = lexicon.view(events).get(event)
    return date(known.year, known.month, known.day) if known and known.year else None


def years_since(event: str, year: int, lexicon: Lexicon) -> int | None:
    """How many years *event* lies back in *year*; None for an unknown event and for one still to come."""
    founded = founding_day(event, lexicon)
    return year - founded.year if founded and founded.year < year else None


def _found(text: str, known: Words) -> Iterator[Found]:
    low, position = small(text), 0 if _DIGIT.search(text) else len(text)
    while opening := known.opening.search(low, position):
        match = known.known.match(text, opening.start()) or known.dated.match(text, opening.start())
        found = _read(match, match.group(), known) if match else None
        if match and found:
            yield Found(match.start(), match.end(), found)
        position = match.end() if match and found else opening.end()


def _read(match: re.Match[str], written: str, known: Words) -> Commemoration | None:
    parts = match.groupdict()
    event = _event(parts["name"], known)
    name = event.words[0] if event else " ".join(parts["name"].split())
    bare = Commemoration(written, event.id if event else "", name, int(parts["count"] or parts["nth"]))
    return _dated(bare, parts)


def _dated(bare: Commemoration, parts: dict[str, str | None]) -> Commemoration | None:
    """With the days or years in brackets; None where a day does not exist or they run backwards."""
    if parts["until"]:
        return replace(bare, year=int(parts["until"]))
    days = [partial_date.parse(text) for text in (parts["founded"], parts["held"], parts["day"]) if text]
    dates = [day.first() for day in days if isinstance(day, PartialDate)]
    if len(dates) < len(days) or dates != sorted(dates):
        return None
    if not dates:
        return bare
    return replace(bare, founded=dates[0] if len(dates) > 1 else None, held=dates[-1], year=dates[-1].year)


def _event(name: str | None, known: Words) -> Event | None:
    return next((event for event, pattern in known.events if pattern.fullmatch((name or "").strip())), None)


def _slashed(day: date, form: DateForm) -> str:
    return partial_date.canonical(PartialDate("", day.day, day.month, day.year), form)
