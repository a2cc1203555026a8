"""The fixed lines of a letterhead, and the name of the unit in it."""

import re
from collections import Counter
from collections.abc import Iterator

from rapidfuzz.distance import Levenshtein

from kehoach.findings import Fault
from kehoach.finished import Finished, Role
from kehoach.patterns import CAPITALS, compiled
from kehoach.phrases.choices import choice, spoken
from kehoach.phrases.lexicon import Lexicon
from kehoach.rules.registry import WARNING, Grain, rule
from kehoach.rules.view import View

HEAD = (Role.ISSUER, Role.SUPERIOR, Role.ORGANISATION)
TEXT = frozenset({Role.SUBJECT, Role.OPENING, Role.PARAGRAPH, Role.BULLET, Role.CLOSING, Role.THEME})
LITTLE, OFTEN = 2, 3


@rule("SEC224", Grain.FINISHED, WARNING)
def heading_spelt(finished: Finished, view: View) -> Iterator[Fault]:
    """The lines that every document begins with are spelt as they always are (*ĐOÀN TNCS HỒ CHÍ MINH*)."""
    known = {spoken(line): line for line in view.lexicon.words("finished", "headings")}
    for piece in finished.of(*HEAD):
        said = spoken(" ".join(piece.text.split())).strip(" *-_.")
        near = [line for line in known if said not in known and 0 < Levenshtein.distance(said, line) <= LITTLE]
        if near and not piece.annex:
            arguments = {"written": " ".join(piece.text.split()), "known": known[near[0]]}
            yield Fault("SEC224", piece.block.words.place, "", arguments)


@rule("ORG319", Grain.FINISHED, WARNING)
def letterhead_names_the_unit(finished: Finished, view: View) -> Iterator[Fault]:
    """The letterhead spells the unit's place as the text does.

    *ĐOÀN XÃ EA KLI* above a text that says *xã Ea Kly* every time.
    """
    named = view.lexicon.view(_named)
    text = " \n".join(piece.text for piece in finished.pieces if piece.role in TEXT and not piece.annex)
    for piece in finished.of(Role.ISSUER):
        match = named.search(piece.text.title()) if piece.text.isupper() and not piece.annex else None
        usual = _usual(match["level"], match["name"], text, view.lexicon) if match else ""
        if match and usual:
            arguments = {"written": " ".join(piece.text.split()), "usual": f"{match['level'].lower()} {usual}"}
            yield Fault("ORG319", piece.block.words.place, "", arguments)


def _usual(level: str, name: str, text: str, lexicon: Lexicon) -> str:
    """The name of the same level that the text says often, and nearly is *name*; empty where it says *name* itself."""
    found = Counter(
        match["name"] for match in lexicon.view(_named).finditer(text) if spoken(match["level"]) == spoken(level)
    )
    said = {spoken(one) for one in found}
    if spoken(name) in said or any(one.startswith(f"{spoken(name)} ") for one in said):
        return ""
    near = [one for one, count in found.most_common() if count >= OFTEN and _near(spoken(one), spoken(name))]
    return near[0] if near else ""


def _near(one: str, other: str) -> bool:
    return len(one.split()) == len(other.split()) and 0 < Levenshtein.distance(one, other) <= LITTLE


def _named(lexicon: Lexicon) -> re.Pattern[str]:
    """A place of a level with its name."""
    levels = choice(lexicon.words("reckoning", "named_places"))
    word = rf"[{CAPITALS}][\w’']*"
    return compiled(rf"(?<!\w)(?P<level>(?i:{levels})) (?P<name>{word}(?: {word}){{0,3}})")
