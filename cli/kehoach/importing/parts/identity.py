"""Whose document it is, of what kind, and of which year."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date

from kehoach.finished import Finished, Role
from kehoach.kinds import Kind
from kehoach.phrases.lexicon import Lexicon
from kehoach.records import dataclass
from kehoach.units import Unit, Units

YEAR = re.compile(r"(?<![\d/.])(?:19|20)\d{2}(?!\d)")
PLACEHOLDER = re.compile(r"\{\{.*?\}\}")
# Where the year is looked for, and where the unit is, with how much each tells.
DATED = ((Role.SUBJECT,), (Role.THEME,), (Role.CLOSING,), (Role.OPENING,), (Role.PLACE_DATE,), (Role.BASIS,))
FULL, HINT, LEAST = 3, 1, 3
TELLING = {Role.ISSUER: 8, Role.AUTHORITY: 4, Role.SUBJECT: 4, Role.CLOSING: 3, Role.OPENING: 2, Role.PLACE_DATE: 1}


def year_of(finished: Finished) -> int:
    """The year that the document is for; 0 where it says none."""
    for roles in DATED:
        years = [int(found[0]) for piece in finished.of(*roles) for found in YEAR.finditer(piece.text)]
        if years and not any(piece.annex for piece in finished.of(*roles)):
            return years[0]
    return 0


@dataclass(frozen=True, slots=True, eq=False)
class Names:
    """How the names of units are compared: *shortened* says abbreviations in full, *bodies* are left out in front."""

    shortened: Mapping[str, str]
    bodies: tuple[str, ...]

    def folded(self, text: str) -> str:
        """*text* for comparing: abbreviations said in full, small letters without accents, single spaces."""
        return _folded(" ".join(self.shortened.get(word.upper(), word) for word in text.replace("/", " ").split()))

    def of(self, unit: Unit) -> Iterator[tuple[str, int]]:
        """What *unit* is called, each with how surely that names it."""
        for state in unit.states:
            heads = (body.get("letterhead", "") for body in state.bodies.values())
            full = {self.folded(name) for name in (state.name, *heads)}
            areas = {name.removeprefix(body).strip() for name in full for body in self.bodies}
            yield from ((name, FULL) for name in full | areas if " " in name)
            yield from ((name, HINT) for name in {self.folded(state.short), self.folded(state.place)} if name)


def names(lexicon: Lexicon) -> Names:
    """How the word lists have names compared; a view of the lexicon."""
    shortened = {short.upper(): str(full) for short, full in lexicon.table("finished", "shortened").items()}
    plain = Names(shortened, ())
    return Names(shortened, tuple(plain.folded(body) for body in lexicon.words("finished", "unit_bodies")))


def kind_of(finished: Finished, kinds: Mapping[str, Kind]) -> str:
    """The id of the kind whose type is printed and whose usual subject, said most fully, stands in the subject."""
    printed = next((_folded(piece.text) for piece in finished.of(Role.KIND)), "")
    subject = _folded(" ".join(piece.text for piece in finished.of(Role.SUBJECT)))
    fitting = {id: _usual(kind) for id, kind in kinds.items() if printed and printed.startswith(_folded(kind.document))}
    said = {id: words for id, words in fitting.items() if words <= set(subject.split())}
    return max(said, key=lambda id: len(said[id]), default=next(iter(fitting)) if len(fitting) == 1 else "")


def _usual(kind: Kind) -> set[str]:
    return set(_folded(PLACEHOLDER.sub("", kind.subject)).split())


def unit_of(finished: Finished, units: Units, names: Names) -> str:
    """The id of the unit that the letterhead, the signature and the sentences of the document name; else nothing."""
    scores: Counter[str] = Counter()
    for role, weight in TELLING.items():
        said = names.folded(" ".join(piece.text for piece in finished.of(role) if not piece.annex))
        for unit, share in _named(f" {said} ", units, names).items():
            scores[unit] += weight * share
    best = max(scores.values(), default=0)
    first = [unit for unit, score in scores.items() if score == best]
    inner = [one for one in first if not any(one in units.above(other, date.max) for other in first)]
    return inner[0] if best >= LEAST and len(inner) == 1 else ""


def _named(said: str, units: Units, names: Names) -> dict[str, int]:
    """The units that *said* names, with how surely; a name inside of a longer one names nobody."""
    found = [
        (phrase, share, unit.id)
        for unit in units.units.values()
        for phrase, share in names.of(unit)
        if f" {phrase} " in said
    ]
    whole = [one for one in found if not any(one[0] != other[0] and one[0] in other[0] for other in found)]
    return {unit: max(share for _, share, id in whole if id == unit) for _, _, unit in whole}


def _folded(text: str) -> str:
    plain = unicodedata.normalize("NFD", text.lower()).replace("đ", "d")
    return " ".join(re.findall(r"[a-z0-9]+", re.sub(r"[\u0300-\u036f]", "", plain)))
