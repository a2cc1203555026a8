"""The capitals in the names of ministries, departments and organisations."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping

from kehoach.findings import Fault
from kehoach.patterns import compiled
from kehoach.phrases.choices import begun, choice, spoken
from kehoach.phrases.lexicon import Lexicon
from kehoach.phrases.remembering import remembered
from kehoach.rules.passages import Passage, texts
from kehoach.rules.registry import INFO, Grain, rule
from kehoach.rules.view import View
from kehoach.written import Written


@rule("ORG313", Grain.WRITTEN, INFO)
def body_in_its_capitals(file: Written, view: View) -> Iterator[Fault]:
    """The name of a ministry, a department or an organisation has its own capitals.

    Each other form is told once, at its first place.
    """
    found: dict[str, list[tuple[Passage, int]]] = defaultdict(list)
    for passage in texts(file, view):
        for start, form in _named(passage.text, view.lexicon):
            found[form].append((passage, start))
    _, _, official = view.lexicon.view(_names)
    for form, places in found.items():
        passage, start = places[0]
        arguments = {"name": form, "usual": official[spoken(form)], "count": str(len(places))}
        yield Fault("ORG313", passage.place(start, start + len(form)), passage.pointer, arguments)


@remembered
def _named(text: str, lexicon: Lexicon) -> tuple[tuple[int, str], ...]:
    """The names of *text* with other capitals than theirs, those all in capitals left out, and where they stand."""
    heads, names, official = lexicon.view(_names)
    found = []
    for match in heads.finditer(text):
        name = names[match.group().lower()].match(text, match.start())
        if name and not name.group().isupper() and " ".join(name.group().split()) != official[spoken(name.group())]:
            found.append((name.start(), name.group()))
    return tuple(found)


def _names(lexicon: Lexicon) -> tuple[re.Pattern[str], Mapping[str, re.Pattern[str]], Mapping[str, str]]:
    """The first words of names, each before a second one, for each the names, and the names by what is said."""
    words = lexicon.words("bodies", "official")
    rows: dict[str, list[str]] = defaultdict(list)
    for name in words:
        rows[name.split()[0].lower()].append(name)
    seconds = choice(" ".join(name.split()[1:2]) for name in words)
    heads = compiled(rf"{begun(row.capitalize() for row in rows)}(?=\s+(?i:{seconds}))")
    patterns = {head: compiled(rf"{choice(names)}(?!\w)", re.IGNORECASE) for head, names in rows.items()}
    return heads, patterns, {spoken(name): name for name in words}
