"""Days of the lunar calendar as they are said: *mùng 10 tháng 3 âm lịch*, *rằm tháng Giêng năm Quý Mão*."""

import re
from collections.abc import Iterator

from kehoach.patterns import compiled
from kehoach.phrases.choices import choice
from kehoach.phrases.lexicon import Lexicon
from kehoach.phrases.times import series
from kehoach.phrases.times.form import Form, core
from kehoach.phrases.times.lunar_years import ROUND, LunarYears, lunar_years
from kehoach.phrases.times.series import Unit
from kehoach.phrases.times.units_of_time import lunar_unit, month_figure, ungrouped, unit_word, units, year_suffix
from kehoach.phrases.times.when import Grain, Period
from kehoach.records import dataclass, replace

_CALLED = "called"


def lunar_forms(lexicon: Lexicon) -> Iterator[Form]:
    """Days that are said to be lunar, days of a lunar year that is called by its name, and the full moon."""
    reader = _reader(lexicon)
    said = rf"\s*,?\s*{choice(lexicon.words('periods', 'lunar'))}"
    called = rf"\s*,?\s*{unit_word(lexicon, Grain.YEAR)}\s+(?P<{_CALLED}>{reader.years.pattern})"
    day = rf"(?P<days>{reader.day.pattern})"
    yield Form(rf"{day}{said}(?:{called})?", reader)
    yield Form(rf"{day}{called}(?:{said})?", reader)
    word, month = choice(reader.full_moon), unit_word(lexicon, Grain.MONTH)
    within = ungrouped(rf"{month}\s+{month_figure(lexicon)}{year_suffix(lexicon)}?")
    moon = rf"(?:{unit_word(lexicon, Grain.DAY)}\s+)?(?P<days>{word}\s+{within})"
    yield Form(rf"{moon}(?:{said})?(?:{called})?", reader)
    yield Form(rf"{moon}{called}{said}", reader)


@dataclass(frozen=True, slots=True, eq=False)
class _Reader:
    """Reads lunar days; a full moon is the day of its month that the word list says."""

    day: Unit
    full_moon: tuple[str, ...]
    full_day: str
    years: LunarYears
    moon: re.Pattern[str]

    def __call__(self, match: re.Match[str], year: int) -> Period | None:
        text, called = self.moon.sub(self.full_day, match["days"]), match.groupdict().get(_CALLED)
        if called:
            named = self._year(called, year)
            if named is None:
                return None
            year = named
        written = bool(called) or any(item["year"] for item in self.day.item.finditer(text))
        days = series.stretches(text, lunar_unit(self.day, year_written=written), year)
        return replace(core(days, Grain.DAY), lunar=True) if days else None

    def _year(self, called: str, near: int) -> int | None:
        """The year of that name next to the year *near*; None where no year has it."""
        place = self.years.place(called)
        around = range(near - ROUND // 2, near + ROUND // 2)
        return next((year for year in around if year % ROUND == place), None)


def _reader(lexicon: Lexicon) -> _Reader:
    words = lexicon.words("periods", "full_moon", "words")
    return _Reader(
        lexicon.view(units)[Grain.DAY],
        words,
        str(lexicon.at("periods", "full_moon", "day")),
        lexicon.view(lunar_years),
        compiled(rf"\b{choice(words)}\b", re.IGNORECASE),
    )
