"""Bodies of another kind of place than ours: those of a commune in the plan of a ward."""

import re
from collections.abc import Iterator, Mapping

from kehoach.findings import Fault
from kehoach.finished import Finished, Role
from kehoach.patterns import CAPITALS, compiled
from kehoach.phrases.choices import choice, spoken
from kehoach.phrases.lexicon import Lexicon
from kehoach.rules.registry import INFO, Grain, rule
from kehoach.rules.view import View
from kehoach.scalars import stretch

TEXT = (Role.PARAGRAPH, Role.BULLET, Role.CLOSING, Role.RECIPIENT, Role.OPENING)


@rule("ORG320", Grain.FINISHED, INFO)
def bodies_of_our_place(finished: Finished, view: View) -> Iterator[Fault]:
    """The bodies beside us are those of our own kind of place.

    *Ủy ban nhân dân xã* in the plan of a ward was left over from a commune's. One with a name, in a list or among many
    may be somebody else's.
    """
    kinds, other = view.lexicon.view(_kinds), view.lexicon.view(_patterns)
    head = " ".join(spoken(piece.text) for piece in finished.of(Role.ISSUER) if not piece.annex)
    own = {kind for kind, pattern in kinds.items() if pattern.search(head)}
    if len(own) != 1:
        return
    for piece in finished.of(*TEXT):
        for match in other[next(iter(own))].finditer(piece.text) if not piece.annex else ():
            place = stretch(finished.manuscript.text, piece.block.words, *match.span("body"))
            yield Fault("ORG320", place, "", {"written": match["body"], "kind": next(iter(own))})


def _kinds(lexicon: Lexicon) -> Mapping[str, re.Pattern[str]]:
    """The kinds of places that have siblings, each as a word of a head in small letters."""
    groups = lexicon.table("names", "sibling_places").values()
    kinds = [str(kind) for group in groups if isinstance(group, tuple) for kind in group]
    town = lexicon.words("names", "town")[0]
    return {kind: compiled(rf"(?<!\w)(?<!{town} ){re.escape(kind)}(?!\w)") for kind in kinds}


def _patterns(lexicon: Lexicon) -> Mapping[str, re.Pattern[str]]:
    """The bodies of the siblings of each kind, where no name, list or link follows."""
    bodies, many = (choice(lexicon.words("names", name)) for name in ("bodies_of_places", "many_of_them"))
    links = choice(lexicon.words("names", "joints_of_places"))
    found: dict[str, re.Pattern[str]] = {}
    for group in lexicon.table("names", "sibling_places").values():
        kinds = [str(kind) for kind in group] if isinstance(group, tuple) else []
        for kind in kinds:
            others = choice(other for other in kinds if other != kind)
            behind = rf"(?!\w)(?!\s*[,/-]|\s+{links}(?!\w)|\s+[{CAPITALS}])"
            body = rf"(?P<body>{bodies}\s+{others}){behind}"
            found[kind] = compiled(rf"(?<!\w)(?:(?P<many>{many})\s+)?(?(many)(?!)|{body})")
    return found
