"""The patterns that anniversaries are read with, and the table of events."""

import re
from collections.abc import Iterable, Mapping

from kehoach.patterns import any_case, caseless
from kehoach.phrases.choices import DASH, choice, spoken
from kehoach.phrases.lexicon import Lexicon
from kehoach.records import dataclass

DAY = r"\d{1,2}\s*/\s*\d{1,2}\s*/\s*\d{4}"
YEAR = r"(?:1[89]|20)\d{2}"


@dataclass(frozen=True, slots=True)
class Event:
    """An event that is commemorated: its wordings and its day; *year* None where nobody counts its years."""

    id: str
    words: tuple[str, ...]
    day: int
    month: int
    year: int | None


@dataclass(frozen=True, slots=True, eq=False)
class Words:
    """Patterns: a count of years, one of an event of the table, of any event, of any event with its days."""

    opening: re.Pattern[str]
    known: re.Pattern[str]
    unknown: re.Pattern[str]
    dated: re.Pattern[str]
    events: tuple[tuple[Event, re.Pattern[str]], ...]


def events(lexicon: Lexicon) -> Mapping[str, Event]:
    """The table of events by id; a view of the lexicon."""
    return {id: _event(lexicon, id) for id in lexicon.table("commemorations")}


def words(lexicon: Lexicon) -> Words:
    """The patterns of anniversaries; a view of the lexicon."""
    table = lexicon.view(events).values()
    said = {name: choice(lexicon.words("occasions", name)) for name in lexicon.table("occasions")}
    count = rf"(?:(?P<count>\d{{1,4}})\s+{said['years']}\s+|{said['nth']}\s+(?P<nth>\d{{1,4}})\s+)"
    lead = rf"(?:{said['leads']}\s+)?"
    names = _any_of((word for event in table for word in event.words), said["day"])
    not_local = rf"(?![\w])(?!\s+{said['local']}\b)"
    other = r"(?P<name>[^;.()“”]{3,150}?)"
    return Words(
        opening=_opening(said["years"], lexicon.words("occasions", "nth")),
        known=any_case(rf"{lead}{count}(?P<name>{names}){not_local}(?:\s*{_days(said['day'])})?"),
        unknown=any_case(rf"{lead}{count}(?={said['openings']}\b){other}(?:\s*{_days(said['day'])})?"),
        dated=any_case(rf"{count}{other}\s*{_days(said['day'])}"),
        events=tuple((event, any_case(_any_of(event.words, said["day"]))) for event in table),
    )


def _opening(years: str, nth: Iterable[str]) -> re.Pattern[str]:
    """How a count of years begins; what begins with a set of letters is found soonest."""
    rows = [f"(?<={re.escape(word[0])}){choice([word[1:]])}" for word in map(spoken, nth)]
    starts = "".join(sorted({re.escape(word[0]) for word in map(spoken, nth)}))
    ordinal = rf"(?:{'|'.join(rows)})\s+\d{{1,4}}\s+"
    return caseless(rf"[\d{starts}](?<![\w/.,].)(?:(?<=\d)\d{{0,3}}\s+{years}\s+|{ordinal})")


def _any_of(wordings: Iterable[str], day: str) -> str:
    """Any of the wordings, with or without *Ngày*, whatever commas and dashes stand in them."""
    bare = {re.sub(rf"^{day}\s+", "", word, flags=re.IGNORECASE) for word in wordings}
    ordered = sorted(bare, key=lambda word: (-len(word), word))
    joined = (r"[\s,–—-]+".join(map(re.escape, re.split(r"[\s,–—-]+", word))) for word in ordered)
    return rf"(?:{day}\s+)?(?>{'|'.join(joined)})"


def _days(day: str) -> str:
    """The brackets behind an anniversary: both days, the day of this year, or both years."""
    both = rf"(?P<founded>{DAY})\s*{DASH}\s*(?P<held>{DAY})"
    return rf"\(\s*(?:{both}|(?:{day}\s+)?(?P<day>{DAY})|(?P<since>{YEAR})\s*{DASH}\s*(?P<until>{YEAR}))\s*\)"


def _event(lexicon: Lexicon, id: str) -> Event:
    day, month, *year = (int(figure) for figure in str(lexicon.at("commemorations", id, "day")).split("/"))
    return Event(id, lexicon.words("commemorations", id, "words"), day, month, year[0] if year else None)
