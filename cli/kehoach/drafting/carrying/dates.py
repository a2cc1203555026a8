"""The dates of a text moved into another year, in the words in which they are written."""

import re
from collections.abc import Iterator
from datetime import date

from kehoach.drafting.carrying.calendar import Calendar
from kehoach.drafting.carrying.passage import Passage, Years
from kehoach.patterns import compiled
from kehoach.phrases import period
from kehoach.phrases.choices import choice
from kehoach.phrases.lexicon import Lexicon
from kehoach.phrases.period import Found, Grain, Period
from kehoach.phrases.times.plain import plain
from kehoach.phrases.times.weekdays import Stretch
from kehoach.records import replace


def move_dates(passage: Passage, almanac: Calendar) -> None:
    """Move every date of *passage*; one that cannot be put into words stays and is remarked."""
    for found in _found(passage, almanac.years):
        if found.period.grain is not Grain.DAY or found.period.recurrence or found.period.lunar:
            continue
        if passage.free(found.start, found.end):
            _move(passage, found, almanac)
            passage.close(found.start, found.end)


def _found(passage: Passage, years: Years) -> Iterator[Found]:
    whole = period.parse(passage.text, years.old, years.lexicon) if "\n" not in passage.text else None
    if whole:
        yield Found(0, len(passage.text), whole)
    else:
        yield from period.find(passage.text, years.old, years.lexicon)


def _move(passage: Passage, found: Found, almanac: Calendar) -> None:
    years, when = almanac.years, found.period
    if not years.old - 1 < when.first.year <= years.old + 1:
        return
    context = passage.sentence(found.start)
    if found.unsure and not _certain(found, context, almanac):
        passage.remark("date_unsure", found.start, found.end)
        return
    limit = passage.limit or when.bound is not None
    days = tuple(almanac.moved(stretch, context, limit=limit) for stretch in when.days)
    new = written(when, days, almanac)
    if new is None:
        passage.remark("date_left", found.start, found.end)
        return
    passage.swap(found.start, found.end, new)
    _tell(passage, found, days, new)


def _certain(found: Found, context: str, almanac: Calendar) -> bool:
    """Whether a bare *19/3* is a date: a feast, or beside the name of a weekday."""
    table = almanac.years.lexicon.table("periods", "weekdays")
    names = [word for key in table for word in almanac.years.lexicon.words("periods", "weekdays", key)]
    feast = all(almanac.is_feast(day, context) for stretch in found.period.days for day in stretch)
    return feast or bool(re.search(choice(names), context, re.IGNORECASE))


def written(when: Period, days: tuple[Stretch, ...], almanac: Calendar) -> str | None:
    """*when* on other *days* in its own words, else in the usual ones; None where neither reads back."""
    years = almanac.years
    wanted = tuple(sorted(days))
    for words in (_in_place(when, days, years), period.canonical(replace(when, days=wanted), years.lexicon)):
        read = period.parse(words, years.new, years.lexicon) if words else None
        if read and tuple(sorted(read.days)) == wanted:
            return words
    return None


def _in_place(when: Period, days: tuple[Stretch, ...], years: Years) -> str | None:
    """The words of *when* with its figures, and the name of its weekday, replaced."""
    ends = [day for first, last in days for day in ((first,) if first == last else (first, last))]
    tokens = list(years.lexicon.view(_day).finditer(when.written))
    if len(tokens) != len(ends):
        return None
    text = when.written
    for token, day in reversed(list(zip(tokens, ends, strict=True))):
        text = text[: token.start()] + _token(token, day) + text[token.end() :]
    return text if when.weekday is None else _with_weekday(text, when.weekday, ends[0].weekday(), years)


def _day(lexicon: Lexicon) -> re.Pattern[str]:
    """A day, with its month and its year where it has them."""
    said = lexicon.view(plain)
    slashed = r"\s*/\s*(?P<month>\d{1,2})(?:\s*/\s*(?P<year>\d{4}))?"
    worded = rf"\s+{said.month}\s+(?P<named>\d{{1,2}})(?:\s+{said.year}\s+(?P<behind>\d{{4}}))?"
    return compiled(rf"(?<![\d/h:])(?P<day>\d{{1,2}})(?:{slashed}|{worded})?(?![\d/h:])")


def _token(token: re.Match[str], day: date) -> str:
    """One date with new figures; a zero in front stays where it stood."""
    text, start = token.group(), token.start()
    figures = {"day": day.day, "month": day.month, "named": day.month, "year": day.year, "behind": day.year}
    for name in ("behind", "named", "year", "month", "day"):
        old = token[name]
        if old:
            low, high = token.start(name) - start, token.end(name) - start
            width = len(old) if name in ("year", "behind") or old.startswith("0") or len(old) == 2 else 1
            text = text[:low] + f"{figures[name]:0{width}}" + text[high:]
    return text


def _with_weekday(text: str, old: int, new: int, years: Years) -> str:
    names = choice(years.lexicon.words("periods", "weekdays", str(old)))
    return text if old == new else re.sub(names, _first(years, new), text, count=1, flags=re.IGNORECASE)


def _first(years: Years, weekday: int) -> str:
    return years.lexicon.words("periods", "weekdays", str(weekday))[0]


def _tell(passage: Passage, found: Found, days: tuple[Stretch, ...], new: str) -> None:
    """Say what was moved, and a time limit that falls on the last two days of a week."""
    moved = [day for stretch in days for day in stretch[:1]]
    pairs = zip(found.period.days, days, strict=True)
    same = all((old[0].day, old[0].month) == (new[0].day, new[0].month) for old, new in pairs)
    limit = passage.limit or found.period.bound is not None
    if limit and any(day.weekday() > 4 for day in moved):
        passage.remark("limit_at_weekend", found.start, found.end, new=new)
    elif not same:
        passage.remark("date_moved", found.start, found.end, new=new)
