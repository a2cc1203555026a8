"""Days of the lunar calendar as they are said: *mùng 10 tháng 3 âm lịch*, *rằm tháng Giêng năm Quý Mão*."""

import re
from collections.abc import Iterator, Mapping

from kehoach.patterns import compiled
from kehoach.phrases.choices import choice, spoken
from kehoach.phrases.lexicon import Lexicon
from kehoach.phrases.times import series
from kehoach.phrases.times.form import Form, core
from kehoach.phrases.times.series import Unit
from kehoach.phrases.times.units_of_time import lunar_unit, month_figure, ungrouped, unit_word, units, year_suffix
from kehoach.phrases.times.when import Grain, Period
from kehoach.records import dataclass, replace

# Stems and branches together come round in so many years.
ROUND = 60
_CALLED = "called"


def lunar_forms(lexicon: Lexicon) -> Iterator[Form]:
    """Days that are said to be lunar, days of a lunar year that is called by its name, and the full moon."""
    reader = _reader(lexicon)
    said = rf"\s*,?\s*{choice(lexicon.words('periods', 'lunar'))}"
    called = rf"\s*,?\s*{unit_word(lexicon, Grain.YEAR)}\s+(?P<{_CALLED}>{reader.years})"
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
    stems: Mapping[str, int]
    branches: Mapping[str, int]
    moon: re.Pattern[str]

    @property
    def years(self) -> str:
        """A pattern for the name of a lunar year."""
        return rf"{choice(self.stems)}\s+{choice(self.branches)}\b"

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
        stem, branch = spoken(called).split()
        wanted = self.stems[stem], self.branches[branch]
        around = range(near - ROUND // 2, near + ROUND // 2)
        return next((year for year in around if (year % 10, year % 12) == wanted), None)


def _reader(lexicon: Lexicon) -> _Reader:
    words = lexicon.words("periods", "full_moon", "words")
    return _Reader(
        lexicon.view(units)[Grain.DAY],
        words,
        str(lexicon.at("periods", "full_moon", "day")),
        _figures(lexicon, "stems"),
        _figures(lexicon, "branches"),
        compiled(rf"\b{choice(words)}\b", re.IGNORECASE),
    )


def _figures(lexicon: Lexicon, name: str) -> Mapping[str, int]:
    return {spoken(word): int(str(figure)) for word, figure in lexicon.table("periods", name).items()}
