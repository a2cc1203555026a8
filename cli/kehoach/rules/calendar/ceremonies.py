"""Ceremonies that there is one of."""

import re
from collections.abc import Iterator

from kehoach.findings import Fault, Related
from kehoach.patterns import compiled
from kehoach.phrases.choices import choice, spoken
from kehoach.phrases.lexicon import Lexicon
from kehoach.phrases.period import Grain as Fineness
from kehoach.records import dataclass
from kehoach.rules.calendar.dated import Dated, dated, says
from kehoach.rules.passages import items
from kehoach.rules.registry import INFO, Grain, rule
from kehoach.rules.view import View
from kehoach.written import Scalar, Written

FAR = 120
YEAR = (1, 12)


@dataclass(frozen=True, slots=True)
class Ceremony:
    """A ceremony by its *name*, the level that it is said to be of, and its time."""

    name: str
    level: str
    time: Dated


@rule("CAL133", Grain.WRITTEN, INFO)
def ceremony_on_one_day(file: Written, view: View) -> Iterator[Fault]:
    """A ceremony that there is one of is on one day wherever a plan of one campaign names it.

    Of two days for the launch one was left over. What different levels hold is held on days of their own; plans of a
    whole year know several campaigns and are left alone.
    """
    if not _of_one_campaign(file, view):
        return
    before: dict[str, Ceremony] = {}
    for one in _ceremonies(file, view):
        first = before.setdefault(one.name, one)
        others = first.level and one.level and first.level != one.level
        if not others and first.time.period.first != one.time.period.first:
            arguments = {"name": one.name, "day": one.time.words.strip(), "other": first.time.words.strip()}
            related = (Related(first.time.place, "named_here"),)
            yield Fault("CAL133", one.time.place, one.time.passage.pointer, arguments, related)


def _of_one_campaign(file: Written, view: View) -> bool:
    known = view.kinds.get(file.word("kind"))
    subject = file.root.get("subject")
    said = subject.text if isinstance(subject, Scalar) else ""
    return known is not None and (known.months != YEAR or says(said, view, "reckoning", "one_event"))


def _ceremonies(file: Written, view: View) -> Iterator[Ceremony]:
    """Every ceremony with a single day behind it in its clause."""
    named, level = view.lexicon.view(_patterns)
    below = view.lexicon.words("reckoning", "levels_below")
    texts = items(file, view)
    for time in dated(file, view):
        read, said = time.period, texts.get(time.passage.item)
        if read.grain is not Fineness.DAY or read.first != read.last or read.bound or read.recurrence:
            continue
        before = said.text.partition(time.words)[0] if time.passage.key == "when" and said else time.before
        found = [*named.finditer(before[-FAR:])]
        if found:
            behind = before[-FAR:][found[-1].end() :]
            of = level.search(behind)
            alone = ";" not in behind and not any(sign.isdigit() for sign in behind)
            if alone and (not of or spoken(of.group()) not in below):
                yield Ceremony(spoken(found[-1].group()), spoken(of.group()) if of else "", time)


def _patterns(lexicon: Lexicon) -> tuple[re.Pattern[str], re.Pattern[str]]:
    names = choice(lexicon.words("reckoning", "ceremonies"))
    levels = choice(lexicon.words("reckoning", "levels_said"))
    return compiled(rf"(?<!\w){names}(?!\w)", re.IGNORECASE), compiled(rf"(?<!\w){levels}(?!\w)", re.IGNORECASE)
