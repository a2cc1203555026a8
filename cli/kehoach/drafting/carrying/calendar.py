"""Days moved into another year: a feast keeps its day, everything else its weekday."""

import re
from datetime import date, timedelta
from functools import cached_property

from kehoach.drafting.carrying.passage import Years
from kehoach.patterns import compiled
from kehoach.phrases.choices import choice
from kehoach.phrases.documents.commemoration_words import words
from kehoach.phrases.times.lunar import solar_day_within
from kehoach.phrases.times.named import day_and_month, named_times
from kehoach.phrases.times.weekdays import Stretch, same_day, same_weekday
from kehoach.records import dataclass


@dataclass(frozen=True)
class Calendar:
    """The calendar of a move; *anchors* are the days (day, month) that the plan itself commemorates."""

    years: Years
    anchors: frozenset[tuple[int, int]] = frozenset()

    def moved(self, stretch: Stretch, context: str, *, limit: bool) -> Stretch:
        """*stretch* in the new year: by a lunar feast, by the calendar, else by the weekday; it keeps its length."""
        first, last = stretch
        lunar = self._lunar(first, context)
        if lunar is not None:
            return lunar, lunar + (last - first)
        if limit or self._fixed(stretch, context):
            return same_day(first, self.years.by), same_day(last, self.years.by)
        return same_weekday(stretch, self.years.by)

    def is_feast(self, day: date, context: str) -> bool:
        """Whether *day* is a feast, one that *context* names, or the evening before one."""
        return self._feast(day, context) or (
            self._feast(day + timedelta(1), context) and bool(self._eve.search(context))
        )

    def _fixed(self, stretch: Stretch, context: str) -> bool:
        first, last = stretch
        reach = int(str(self.years.lexicon.at("drafting", "long_stretch")))
        return (last - first).days + 1 >= reach or self.is_feast(first, context) or self.is_feast(last, context)

    def _feast(self, day: date, context: str) -> bool:
        here = day.day, day.month
        if here in self._feasts or here in self.anchors:
            return True
        named = self.years.lexicon.view(words).events
        return any((event.day, event.month) == here and pattern.search(context) for event, pattern in named)

    @cached_property
    def _feasts(self) -> frozenset[tuple[int, int]]:
        return frozenset(day_and_month(word) for word in self.years.lexicon.words("drafting", "feasts"))

    @cached_property
    def _eve(self) -> re.Pattern[str]:
        return compiled(self.years.any_of("eve"), re.IGNORECASE)

    def _lunar(self, day: date, context: str) -> date | None:
        """Where *day* falls if it belongs to a lunar feast that *context* names."""
        lexicon = self.years.lexicon
        reach = int(str(lexicon.at("drafting", "lunar_reach")))
        for feast in lexicon.view(named_times):
            if feast.lunar and re.search(choice(feast.words), context, re.IGNORECASE):
                old = solar_day_within(*feast.first, day.year)
                new = solar_day_within(*feast.first, day.year + self.years.by)
                if old and new and abs((day - old).days) <= reach:
                    return new + (day - old)
        return None
