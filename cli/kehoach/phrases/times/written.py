"""A bare time in canonical words: ``02 - 03/3/2023``, ``tuần 4 tháng 3/2023``, ``Quý II/2024``."""

from collections.abc import Callable

from kehoach.phrases.lexicon import Lexicon
from kehoach.phrases.roman import roman
from kehoach.phrases.times import lunar
from kehoach.phrases.times.named import named_times
from kehoach.phrases.times.units_of_time import units
from kehoach.phrases.times.when import Grain, Period, Stretch
from kehoach.records import dataclass

End = tuple[str, str, str]


def written_time(period: Period, lexicon: Lexicon) -> str:
    """The time itself, without the words around it."""
    writer = _Writer(lexicon, period)
    if period.part:
        return f"{lexicon.words('periods', 'parts', period.part, 'words')[0]} {writer.whole_around()}"
    if period.name:
        return writer.named()
    table: dict[Grain, Callable[[], str]] = {
        Grain.HALF: writer.half,
        Grain.YEAR: lambda: writer.years("year"),
        Grain.TERM: lambda: writer.years("term"),
        Grain.SCHOOL_YEAR: lambda: writer.years("school_year"),
    }
    return table.get(period.grain, writer.series)()


@dataclass(frozen=True, slots=True, eq=False)
class _Writer:
    lexicon: Lexicon
    period: Period

    def said(self, name: str) -> str:
        return str(self.lexicon.at("periods", "written", name))

    def series(self) -> str:
        """Days, weeks, months or quarters: their word, then each stretch."""
        word = self.said("days" if len(self.period.days) > 1 and self.period.grain is Grain.DAY else self.period.grain)
        listed = self.said("list").join(self._stretch(stretch) for stretch in self.period.days)
        return f"{word} {listed} {self.said('lunar')}" if self.period.lunar else f"{word} {listed}"

    def years(self, word: str) -> str:
        """Years, alone or from one to another."""
        dash, listed = self.said("range"), self.said("list")
        spans = ((first.year, last.year) for first, last in self.period.days)
        return f"{self.said(word)} {listed.join(str(a) if a == b else f'{a}{dash}{b}' for a, b in spans)}"

    def half(self) -> str:
        """The first or the second half of a year."""
        return f"{self.said('half_start' if self.period.first.month == 1 else 'half_end')} {self.period.first.year}"

    def named(self) -> str:
        """A named time with its year."""
        time = next(time for time in self.lexicon.view(named_times) if time.id == self.period.name)
        year = self.period.first.year
        year = next(y for y in (year, year - 1, year + 1) if time.in_year(y) == self.period.days[0])
        return f"{time.words[0]} {self.said('year')} {year}"

    def whole_around(self) -> str:
        """The month, quarter or year that the period is a part of."""
        if self.period.grain is Grain.YEAR:
            return self.years("year").split(self.said("range"))[0]
        own, _, year = self._end(self.period.days[0], 0)
        return f"{self.said(self.period.grain)} {own}/{year}"

    def _stretch(self, stretch: Stretch) -> str:
        """One end, or both; the first one leaves out what it shares with the second."""
        first, last = self._end(stretch, 0), self._end(stretch, 1)
        if first == last:
            return self._item(*last)
        own, month, year = first
        year = year if year != last[2] else ""
        month = month if year or month != last[1] else ""
        return self.said("range").join((self._item(own, month, year), self._item(*last)))

    def _item(self, own: str, month: str, year: str) -> str:
        between = f" {self.said('month')} " if self.period.grain is Grain.WEEK else "/"
        within = f"{own}{between}{month}" if month else own
        return f"{within}/{year}" if year else within

    def _end(self, stretch: Stretch, side: int) -> End:
        """Figure, month and year of the first (0) or last (1) unit of a stretch; no month where the unit has none."""
        day = stretch[side]
        if self.period.grain is Grain.MONTH:
            return self._figure(day.month, "month"), "", str(day.year)
        if self.period.grain is Grain.QUARTER:
            return roman((day.month + 2) // 3), "", str(day.year)
        if self.period.grain is Grain.WEEK:
            return self._week(stretch, side), self._figure(day.month, "month"), str(day.year)
        number, month, year = lunar.lunar_day(day)[:3] if self.period.lunar else (day.day, day.month, day.year)
        return self._figure(number, "day"), self._figure(month, "month"), str(year)

    def _week(self, stretch: Stretch, side: int) -> str:
        day, week = stretch[side], self.lexicon.view(units)[Grain.WEEK]
        numbers = (*map(int, self.lexicon.table("periods", "weeks")), 0)
        spans = {number: week.stretch(day.year, day.month, number) for number in numbers}
        fitting = [number for number, span in spans.items() if span and span[side] == day]
        number = next((number for number in fitting if spans[number] == stretch), fitting[0])
        return str(number) if number else self.said("last_week")

    def _figure(self, number: int, unit: str) -> str:
        below = int(self.said(f"{unit}_zero_below"))
        return f"{number:02}" if number < below else str(number)
