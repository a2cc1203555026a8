"""The capitals in the names of bodies."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping

from kehoach.findings import Fault, Related
from kehoach.patterns import compiled
from kehoach.phrases.choices import choice, spoken
from kehoach.phrases.lexicon import Lexicon
from kehoach.phrases.remembering import remembered
from kehoach.rules.passages import Passage, texts
from kehoach.rules.registry import INFO, Grain, rule
from kehoach.rules.view import View
from kehoach.written import Written

Forms = dict[str, list[tuple[Passage, int]]]
_COMMON = compiled(r"\W(?:các|những|mỗi|từng|nhiều)\s+$", re.IGNORECASE)


@rule("ORG313", Grain.WRITTEN, INFO)
def body_in_its_capitals(file: Written, view: View) -> Iterator[Fault]:
    """The name of a body has the same capitals wherever it stands.

    Those of ministries and departments are fixed; others are as most of the text has them. Each other form is told
    once, at its first place.
    """
    found: dict[str, Forms] = defaultdict(lambda: defaultdict(list))
    for passage in texts(file, view):
        for start, end in _named(passage.text, view.lexicon):
            form = " ".join(passage.text[start:end].split())
            found[spoken(form)][form].append((passage, start))
    official, alike = view.lexicon.view(_official), view.lexicon.words("bodies", "alike")
    for name, forms in found.items():
        usual = official.get(name) or max(forms, key=lambda form: (len(forms[form]), form in alike, form))
        for form, places in forms.items():
            if form != usual:
                yield _fault(form, usual, places, forms)


def _fault(form: str, usual: str, places: list[tuple[Passage, int]], forms: Forms) -> Fault:
    passage, start = places[0]
    known = forms.get(usual, [])
    related = tuple(Related(other.place(at, at + len(usual)), "named_here") for other, at in known[:1])
    arguments = {"name": form, "usual": usual, "count": str(len(places))}
    return Fault("ORG313", passage.place(start, start + len(form)), passage.pointer, arguments, related)


@remembered
def _named(text: str, lexicon: Lexicon) -> tuple[tuple[int, int], ...]:
    """Where names of bodies stand in *text*: those that begin with a capital and do not stand in capitals."""
    heads, names = lexicon.view(_names)
    found = []
    for match in heads.finditer(text):
        name = names[match.group().lower()].match(text, match.start())
        if name and not name.group().isupper() and not _COMMON.search(f" {text[: match.start()]}"):
            found.append(name.span())
    return tuple(found)


def _names(lexicon: Lexicon) -> tuple[re.Pattern[str], Mapping[str, re.Pattern[str]]]:
    """The words with which names begin, and for each the names that do."""
    rows: dict[str, list[str]] = defaultdict(list)
    for row in (*lexicon.words("bodies", "official"), *lexicon.words("bodies", "alike")):
        rows[row.split()[0].lower()].append(row)
    heads = compiled(rf"(?<!\w){choice(row.capitalize() for row in rows)}(?=\s)")
    return heads, {head: compiled(rf"{choice(names)}(?!\w)", re.IGNORECASE) for head, names in rows.items()}


def _official(lexicon: Lexicon) -> Mapping[str, str]:
    return {spoken(name): name for name in lexicon.words("bodies", "official")}
