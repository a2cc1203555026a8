"""Days of the week beside dates."""

import re
from collections.abc import Iterator, Mapping

from kehoach.findings import Fault
from kehoach.patterns import compiled
from kehoach.phrases.choices import choice
from kehoach.phrases.lexicon import Lexicon
from kehoach.phrases.partial_date import slashed
from kehoach.phrases.period import Grain as Fineness
from kehoach.rules.calendar.dated import Dated, dated
from kehoach.rules.passages import Passage, items
from kehoach.rules.registry import WARNING, Grain, rule
from kehoach.rules.view import View
from kehoach.written import Written

FIRST_WORDS = 45
FAR = 120
_DIGIT = compiled(r"\d")
_LISTED = compiled(r"(?:\d{1,2}/\d{1,2}(?:/\d{4})?(?:\s*,\s*|\s+\w{1,2}\s+))+\Z")


@rule("CAL102", Grain.WRITTEN, WARNING)
def weekday_agrees(file: Written, view: View) -> Iterator[Fault]:
    """A day of the week beside a date is that date's.

    Events that carry the day of the week in their name count too: a Green Sunday falls on a Sunday, wherever in its
    sentence it is said to be held.
    """
    patterns = view.lexicon.view(_patterns)
    texts = items(file, view)
    for time in dated(file, view):
        if time.period.grain is Fineness.DAY and not time.period.lunar and not time.period.recurrence:
            said = _said(time, texts.get(time.passage.item), patterns)
            if said is not None:
                yield from _held(time, *said)


def _held(time: Dated, weekday: int, words: str) -> Iterator[Fault]:
    wrong = [first for first, last in time.period.days if first == last and first.weekday() != weekday]
    if wrong:
        days = ", ".join(map(slashed, wrong))
        arguments = {"said": words, "days": days, "weekday": str(wrong[0].weekday())}
        yield Fault("CAL102", time.place, time.passage.pointer, arguments)


def _said(time: Dated, text: Passage | None, patterns: Mapping[str, re.Pattern[str]]) -> tuple[int, str] | None:
    """The weekday that stands beside a date or in the name of its event, as a number from Monday, and its words."""
    before = _before(time, text)
    if time.period.weekday is not None:
        upto = before + patterns["counting"].split(time.words, maxsplit=1)[0]
        return None if patterns["counted"].search(upto) else (time.period.weekday, time.words)
    named = patterns["named"].search(before) or patterns["behind"].match(_behind(time, text))
    if named is None:
        named = patterns["then"].search(before + _DIGIT.split(time.words, maxsplit=1)[0])
    if named is None and time.passage.key == "when" and text and _one_event(text.text):
        named = patterns["event"].search(text.text, 0, FIRST_WORDS)
    others = (patterns[name].search(named.string, 0, named.start()) for name in ("counted", "listed") if named)
    if named is None or any(others):
        return None
    key, words = next((key, words) for key, words in named.groupdict().items() if words)
    return int(key[1:]), words


def _before(time: Dated, text: Passage | None) -> str:
    """What stands before a time or the list that it is of: in its own passage, in the sentence of which it tells, or
    all of that."""
    if time.passage.key != "when" or text is None:
        return time.before
    before, found, _ = text.text.partition(time.words)
    return _LISTED.sub("", before) if found else before.rstrip(" .")


def _behind(time: Dated, text: Passage | None) -> str:
    """What stands behind a time, where its own passage or its sentence goes on."""
    if time.passage.key != "when" or text is None:
        return time.passage.text[time.end :]
    return text.text.partition(time.words)[2]


def _one_event(text: str) -> bool:
    """Whether a text tells of one event: one sentence, and no date of its own."""
    return not re.search(r"\d\s?/\s?\d|[.;]\s+\S", text)


def _patterns(lexicon: Lexicon) -> Mapping[str, re.Pattern[str]]:
    """A weekday or an event named after one, right before a date or in brackets behind it; such an event anywhere."""
    events = {words: int(str(day)) for words, day in lexicon.table("calendar", "weekly").items()}
    numbers = sorted(set(events.values()))
    event = "|".join(rf"(?P<e{n}>\b{choice(w for w, d in events.items() if d == n)}\b)" for n in numbers)
    table = lexicon.table("periods", "weekdays")
    days = "|".join(rf"(?P<d{n}>\b{choice(lexicon.words('periods', 'weekdays', n))}\b)" for n in table)
    every = [word for n in table for word in lexicon.words("periods", "weekdays", n)]
    upon = choice(lexicon.words("calendar", "upon"))
    between = rf"(?:[\s”\"*:,(-]|\b{choice(lexicon.words('calendar', 'weekly_between'))}\b)*"
    return {
        "named": compiled(rf"(?:{event}|{days}){between}$", re.IGNORECASE),
        "behind": compiled(rf"\s*\(\s*(?:\w+\s+)?(?:{days})\s*[),]", re.IGNORECASE),
        "event": compiled(event, re.IGNORECASE),
        "then": compiled(rf"(?:{event})[^\d.;:()]{{0,{FAR}}}\s{upon}\s*\Z", re.IGNORECASE),
        "listed": compiled(
            rf"{choice(every)}(?:\s*[,&–-]|\s+{choice(lexicon.words('periods', 'list'))})\s*$", re.IGNORECASE
        ),
        "counting": compiled(str(lexicon.at("calendar", "counting")), re.IGNORECASE),
        "counted": compiled(rf"\b{choice(lexicon.words('calendar', 'counted'))}\s+$", re.IGNORECASE),
    }
