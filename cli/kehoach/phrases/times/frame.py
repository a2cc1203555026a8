"""The words around a period: whether it is tentative, how it limits, at what hour, on which weekday."""

import re
from collections.abc import Mapping
from datetime import time

from kehoach.patterns import compiled
from kehoach.phrases.choices import backwards, choice, spoken
from kehoach.phrases.lexicon import Lexicon
from kehoach.phrases.times.when import Bound, Grain, Period
from kehoach.records import dataclass, replace


@dataclass(frozen=True, slots=True, eq=False)
class Frame:
    """The patterns of the words in front of and behind a period, and what their words mean."""

    front: str
    front_token: re.Pattern[str]
    tail: str
    tail_token: re.Pattern[str]
    weekdays: Mapping[str, str]
    parts_of_day: Mapping[str, str]

    def opened(self, text: str) -> re.Match[str] | None:
        """The first word in front of the period that *text* begins with."""
        return self.front_token.match(text)

    def closed(self, text: str) -> re.Match[str] | None:
        """The last word behind the period that *text* ends with."""
        return self.tail_token.search(text)

    def around(self, period: Period, words: Mapping[str, str]) -> Period | None:
        """*period* with what the words around it add, None where they do not go together."""
        hour = _hour(words["hour"]) if "hour" in words else period.hour
        if hour is None and "hour" in words:
            return None
        period = replace(
            period,
            tentative=period.tentative or "tentative" in words,
            bound=Bound.BEFORE if "before" in words else Bound.BY if "by" in words else period.bound,
            hour=hour,
            part_of_day=self.parts_of_day[spoken(words["part_of_day"])] if "part_of_day" in words else "",
        )
        return self._on_weekday(period, words["weekday"]) if "weekday" in words else period

    def _on_weekday(self, period: Period, word: str) -> Period | None:
        weekday = int(self.weekdays[spoken(word)])
        if period.recurrence is not None:
            weekly = period.recurrence.every is Grain.WEEK
            return replace(period, recurrence=replace(period.recurrence, weekday=weekday)) if weekly else None
        return replace(period, weekday=weekday) if period.grain is Grain.DAY and period.first == period.last else None


def frame(lexicon: Lexicon) -> Frame:
    """The words around a period; a view of the lexicon."""
    weekdays = backwards({day: _words(lexicon, "weekdays", day) for day in lexicon.table("periods", "weekdays")})
    parts_of_day = lexicon.table("periods", "parts_of_day")
    parts = backwards({part: _words(lexicon, "parts_of_day", part) for part in parts_of_day})
    hour = _hour_pattern(lexicon)
    tentative = choice(_words(lexicon, "tentative"))
    sorts = {
        "before": choice(_words(lexicon, "before")),
        "tentative": tentative,
        "by": choice(_words(lexicon, "by")),
        "light": choice(_words(lexicon, "light")),
        "hour": hour,
        "part_of_day": choice(parts),
        "weekday": choice(weekdays),
        "opening": choice(_words(lexicon, "from")),
    }
    front = "|".join(f"(?P<{name}>{pattern})" for name, pattern in sorts.items())
    lead = rf"[\s,]+(?:{choice(_words(lexicon, 'light'))}\s+)?"
    tail = rf"(?:\s*\((?P<tentative>{tentative})\)|,\s*(?P<said>{tentative})|{lead}(?P<hour>{hour}))"
    return Frame(
        front=rf"(?:(?:{'|'.join(sorts.values())})(?:\s*[,:]\s*|\s+))",
        front_token=compiled(rf"(?:{front})(?:\s*[,:]\s*|\s+)", re.IGNORECASE),
        tail=rf"(?:\s*\({tentative}\)|,\s*{tentative}|{lead}{hour})",
        tail_token=compiled(rf"{tail}$", re.IGNORECASE),
        weekdays=weekdays,
        parts_of_day=parts,
    )


def _hour_pattern(lexicon: Lexicon) -> str:
    hours, minutes = choice(_words(lexicon, "hour")), choice(_words(lexicon, "minute"))
    return rf"\d{{1,2}}(?:\s*{hours}(?:\s*\d{{2}}(?!\d)(?:\s*{minutes})?)?(?!\w)|:\d{{2}}(?!\d))"


def _hour(text: str) -> time | None:
    hour, minute = ([int(figure) for figure in re.findall(r"\d+", text)] + [0])[:2]
    return time(hour, minute) if hour < 24 and minute < 60 else None


def _words(lexicon: Lexicon, *path: str) -> tuple[str, ...]:
    return lexicon.words("periods", *path)
