"""Anniversaries (``92 năm Ngày thành lập Đoàn TNCS Hồ Chí Minh (26/3/1931 - 26/3/2023)``)."""

from dataclasses import dataclass, field
from datetime import date

from kehoach.phrases.lexicon import Lexicon


@dataclass(frozen=True, slots=True)
class Commemoration:
    """An anniversary: so many years of an event.

    *event* is its id in the table of commemorations, empty for one that is not there, such as a
    unit's own; *name* is the event as worded. *founded* and *held* are the days in the words, where
    they stand there; *year* is the year of *held*.
    """

    written: str = field(compare=False)
    event: str
    name: str = field(compare=False)
    count: int | None
    founded: date | None = None
    held: date | None = None
    year: int | None = None


@dataclass(frozen=True, slots=True)
class Found:
    """A commemoration inside a sentence."""

    start: int
    end: int
    commemoration: Commemoration


def parse(text: str, lexicon: Lexicon) -> Commemoration | None:
    """The commemoration that the whole of *text* writes, or None."""
    return None


def find(text: str, lexicon: Lexicon) -> tuple[Found, ...]:
    """Every commemoration inside the sentence *text*, in order."""
    return ()


def years_since(event: str, year: int, lexicon: Lexicon) -> int | None:
    """How many years *event* will have lasted in *year*; None for an unknown event."""
    return None
