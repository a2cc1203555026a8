"""The capitals in the names of ministries, departments and organisations."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping

from kehoach.findings import Fault
from kehoach.patterns import compiled
from kehoach.phrases.choices import begun, choice, spoken
from kehoach.phrases.lexicon import Lexicon
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
    heads, names, official = view.lexicon.view(_names)
    for passage in texts(file, view):
        for head in heads.finditer(passage.text):
            name = names[head.group().lower()].match(passage.text, head.start())
            if name and _otherwise(name.group(), official):
                found[name.group()].append((passage, name.start()))
    for form, places in found.items():
        passage, start = places[0]
        arguments = {"name": form, "usual": official[spoken(form)], "count": str(len(places))}
        yield Fault("ORG313", passage.place(start, start + len(form)), passage.pointer, arguments)


def _otherwise(name: str, official: Mapping[str, str]) -> bool:
    """Whether *name* has other capitals than its own, and not capitals only."""
    return not name.isupper() and " ".join(name.split()) != official[spoken(name)]


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
