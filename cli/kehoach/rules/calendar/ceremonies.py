"""Ceremonies that there is one of."""

import re
from collections.abc import Iterator

from kehoach.findings import Fault, Related
from kehoach.patterns import compiled
from kehoach.phrases.choices import choice, spoken
from kehoach.phrases.lexicon import Lexicon
from kehoach.phrases.period import Grain as Fineness
from kehoach.records import dataclass
from kehoach.rules.calendar.dated import Dated, dated
from kehoach.rules.calendar.one_campaign import of_one_campaign
from kehoach.rules.passages import items
from kehoach.rules.registry import INFO, Grain, rule
from kehoach.rules.view import View
from kehoach.written import Written

FAR = 120
FIRST = 2
_BREAK = compiled(r"[,;:.()]")


@dataclass(frozen=True, slots=True)
class Ceremony:
    """A ceremony by its *name*, the level that it is said to be of, the first words *of* what it is one, its time."""

    name: str
    level: str
    of: tuple[str, ...]
    time: Dated


@rule("CAL133", Grain.WRITTEN, INFO)
def ceremony_on_one_day(file: Written, view: View) -> Iterator[Fault]:
    """A ceremony that there is one of is on one day wherever a plan of one campaign names it.

    Of two days for the launch one was left over. What different levels hold is held on days of their own; plans of a
    whole year know several campaigns and are left alone.
    """
    if not of_one_campaign(file, view):
        return
    before: dict[str, Ceremony] = {}
    for one in _ceremonies(file, view):
        first = before.setdefault(one.name, one)
        same = all(not a or not b or a == b for a, b in ((first.level, one.level), (first.of, one.of)))
        if same and first.time.period.first != one.time.period.first:
            arguments = {"name": one.name, "day": one.time.words.strip(), "other": first.time.words.strip()}
            related = (Related(first.time.place, "named_here"),)
            yield Fault("CAL133", one.time.place, one.time.passage.pointer, arguments, related)


def _ceremonies(file: Written, view: View) -> Iterator[Ceremony]:
    """Every ceremony with a single day behind it in its clause, or right behind a day and a colon."""
    below = view.lexicon.words("calendar", "levels_below")
    texts = items(file, view)
    for time in dated(file, view):
        read = time.period
        if read.grain is not Fineness.DAY or read.first != read.last or read.bound or read.recurrence:
            continue
        said = texts.get(time.passage.item) if time.passage.key == "when" else None
        whole = said.text if said else time.passage.text
        before, _, after = whole.partition(time.words)
        for name, level, behind in _named(before[-FAR:], after.lstrip(), view.lexicon):
            if level not in below:
                yield Ceremony(name, level, _of(behind, level, view.lexicon), time)


def _of(behind: str, level: str, lexicon: Lexicon) -> tuple[str, ...]:
    """The first words of what a ceremony is one of; none where its level, place or time follows."""
    words = _BREAK.split(spoken(behind).strip())[0].split()[:FIRST]
    told = " ".join(words)
    others = (level, *lexicon.words("calendar", "ceremony_behind"))
    return () if len(words) < FIRST or any(word and told.startswith(word) for word in others) else tuple(words)


def _named(before: str, after: str, lexicon: Lexicon) -> Iterator[tuple[str, str, str]]:
    """The ceremony that stands *before* a day, or behind a colon *after* it, its level, and what follows its name."""
    names, levels = lexicon.view(_patterns)
    found = [*names.finditer(before)]
    behind = before[found[-1].end() :] if found else ""
    if found and ";" not in behind and not any(sign.isdigit() for sign in behind):
        level = levels.search(behind)
        yield spoken(found[-1].group()), spoken(level.group()) if level else "", behind
    elif not before.strip(" -+") and (match := names.match(after.lstrip(": "))) and after.startswith(":"):
        level = levels.match(after.lstrip(": "), match.end() + 1)
        yield spoken(match.group()), spoken(level.group()) if level else "", after.lstrip(": ")[match.end() :]


def _patterns(lexicon: Lexicon) -> tuple[re.Pattern[str], re.Pattern[str]]:
    names = choice(lexicon.words("calendar", "ceremonies"))
    levels = choice(lexicon.words("calendar", "levels_said"))
    return compiled(rf"(?<!\w){names}(?!\w)", re.IGNORECASE), compiled(rf"(?<!\w){levels}(?!\w)", re.IGNORECASE)
