"""Times that have a name (``hè 2024``, ``Tháng Thanh niên``, ``Tết Trung thu``)."""

import re
from collections.abc import Callable, Iterator

from kehoach.phrases.choices import YEAR, choice
from kehoach.phrases.lexicon import Lexicon
from kehoach.phrases.times import lunar, spans
from kehoach.phrases.times.form import Form, core
from kehoach.phrases.times.units_of_time import unit_word
from kehoach.phrases.times.when import Grain, Period, Stretch
from kehoach.records import dataclass, replace


@dataclass(frozen=True, slots=True)
class NamedTime:
    """A named time: its words, the canonical one first, its grain, its first and last day and month."""

    id: str
    words: tuple[str, ...]
    grain: Grain
    first: tuple[int, int]
    last: tuple[int, int]
    lunar: bool

    def in_year(self, year: int) -> Stretch | None:
        """Its days in *year*, None where the calendar has none."""
        if self.lunar:
            start, end = lunar.solar_day(*self.first, year), lunar.solar_day(*self.last, year)
            return (start, end) if start and end else None
        first, last = spans.day(year, *reversed(self.first)), spans.day(year, *reversed(self.last))
        return (first[0], last[1]) if first and last else None


def named_times(lexicon: Lexicon) -> tuple[NamedTime, ...]:
    """The named times; a view of the lexicon."""
    return tuple(_named(lexicon, name) for name in lexicon.table("periods", "named"))


def named_forms(lexicon: Lexicon) -> Iterator[Form]:
    """A form for each named time, with or without its year."""
    year = rf"(?:\s+(?:{unit_word(lexicon, Grain.YEAR)}\s+)?(?P<year>{YEAR}))?"
    for time in lexicon.view(named_times):
        yield Form(rf"{choice(time.words)}{year}", _reader(time))


def _reader(time: NamedTime) -> Callable[[re.Match[str], int], Period | None]:
    def read(match: re.Match[str], year: int) -> Period | None:
        stretch = time.in_year(int(match["year"] or year))
        return replace(core((stretch,), time.grain), name=time.id) if stretch else None

    return read


def _named(lexicon: Lexicon, name: str) -> NamedTime:
    table = lexicon.table("periods", "named", name)
    grain = Grain.SEASON if table.get("season") == "true" else Grain.NAMED
    words = lexicon.words("periods", "named", name, "words")
    first, last = day_and_month(str(table["from"])), day_and_month(str(table["to"]))
    return NamedTime(name, words, grain, first, last, lunar=table.get("lunar") == "true")


def day_and_month(text: str) -> tuple[int, int]:
    """The day and the month of a date without year as the word lists write it (``15/8``)."""
    day, month = text.split("/")
    return int(day), int(month)
