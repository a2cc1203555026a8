"""Whose document it is, of what kind, and of which year."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from kehoach.finished import Finished, Role
from kehoach.kinds import Kind
from kehoach.patterns import compiled
from kehoach.phrases import citation, document_number
from kehoach.phrases.choices import choice, unmarked
from kehoach.phrases.lexicon import Lexicon
from kehoach.records import dataclass, field
from kehoach.units import Unit, Units

YEAR = compiled(r"(?<![\d/.])(?:19|20)\d{2}(?!\d)")
SPAN = compiled(r"(?:19|20)\d{2}\s*[-–—]\s*(?:19|20)\d{2}(?!\d)")
PLACEHOLDER = compiled(r"\{\{.*?\}\}")
# Where the year is looked for, and where the unit is, with how much each tells.
DATED = (Role.SUBJECT, Role.THEME, Role.CLOSING, Role.OPENING, Role.PLACE_DATE, Role.BASIS)
FULL, AREA, HINT, LEAST = 3, 2, 1, 3
SHORTEST_PART = 4
# How often the next year is said where the title's is left over, and how many times as often as that.
MANY, MUCH = 3, 2
TELLING = {Role.ISSUER: 8, Role.AUTHORITY: 4, Role.SUBJECT: 4, Role.CLOSING: 3, Role.OPENING: 2, Role.PLACE_DATE: 1}


def year_of(finished: Finished, lexicon: Lexicon) -> int:
    """The year that the document is for; 0 where it says none.

    That of the title, but where all the rest is of the next year: then the title was left over from the last plan.
    Where the title says a term, a school year or several years, the day of signature tells.
    """
    title, signed = _said(finished, Role.SUBJECT), YEAR.findall(_said(finished, Role.PLACE_DATE))
    alone = YEAR.findall(_without_spans(title))
    several = [] if len(alone) == 1 else alone or YEAR.findall(title)
    term = not alone and compiled(choice(lexicon.words("finished", "terms")), re.IGNORECASE).search(title)
    if signed and (signed[0] in several or term):
        return int(signed[0])
    said = (_said(finished, role) for role in DATED)
    years = (found for text in said if (found := YEAR.search(_without_spans(text)) or YEAR.search(text)))
    year = next((int(found[0]) for found in years), 0)
    return year + 1 if _left_over(finished, year, lexicon) else year


def _left_over(finished: Finished, year: int, lexicon: Lexicon) -> bool:
    """Whether only the title says *year*: date or closing and most other places say the next one."""
    subject = _without_spans(_said(finished, Role.SUBJECT))
    back = choice(lexicon.words("calendar", "looks_back"))
    if set(YEAR.findall(subject)) != {str(year)} or compiled(rf"\b{back}\b", re.IGNORECASE).search(subject):
        return False
    dated, ends = (YEAR.findall(_without_spans(_said(finished, role))) for role in (Role.PLACE_DATE, Role.CLOSING))
    others = (piece for piece in finished.pieces if piece.role is not Role.SUBJECT and not piece.annex)
    worded = compiled(rf"(?:/|{lexicon.at('periods', 'written', 'year')} )((?:19|20)\d{{2}})(?!\d)")
    said = Counter(year for piece in others for year in worded.findall(_without_spans(piece.text)))
    old, new = str(year), str(year + 1)
    return new in (*dated, *ends) and old not in ends and said[new] > max(MANY, MUCH * said[old])


def _said(finished: Finished, role: Role) -> str:
    """What the document itself, without its annexes, says in *role*."""
    return " ".join(piece.text for piece in finished.of(role) if not piece.annex)


def _without_spans(text: str) -> str:
    """*text* without spans of years (``2022 - 2027``)."""
    return SPAN.sub(" ", text)


@dataclass(frozen=True, slots=True, eq=False)
class Names:
    """How the names of units are compared: *shortened* says abbreviations in full, *bodies* are left out in front."""

    shortened: Mapping[str, str]
    bodies: tuple[str, ...]
    _known: dict[str, tuple[Unit, tuple[tuple[str, int], ...]]] = field(default_factory=dict, repr=False)

    def folded(self, text: str) -> str:
        """*text* for comparing: abbreviations said in full, small letters without accents, single spaces."""
        return _folded(" ".join(self.shortened.get(word.upper(), word) for word in text.replace("/", " ").split()))

    def of(self, unit: Unit) -> tuple[tuple[str, int], ...]:
        """What *unit* is called, each with how surely that names it; made once for each unit."""
        known = self._known.get(unit.id)
        if known is None or known[0] is not unit:
            known = self._known[unit.id] = unit, tuple(self._of(unit))
        return known[1]

    def _of(self, unit: Unit) -> Iterator[tuple[str, int]]:
        for state in unit.states:
            heads = (body.get("letterhead", "") for body in state.bodies.values())
            full = {self.folded(name) for name in (state.name, *heads)}
            areas = {name.removeprefix(body).strip() for name in full for body in self.bodies}
            yield from ((name, FULL) for name in full)
            yield from ((name, AREA) for name in areas - full if " " in name)
            yield from ((name, HINT) for name in {self.folded(state.short), self.folded(state.place)} if name)


def names(lexicon: Lexicon) -> Names:
    """How the word lists have names compared; a view of the lexicon."""
    shortened = {short.upper(): str(full) for short, full in lexicon.table("finished", "shortened").items()}
    plain = Names(shortened, ())
    return Names(shortened, tuple(plain.folded(body) for body in lexicon.words("finished", "unit_bodies")))


def kind_of(finished: Finished, kinds: Mapping[str, Kind], lexicon: Lexicon) -> str:
    """The id of the kind whose type is printed and whose usual subject, said most fully, stands in the subject.

    Where no type is printed, its code in the number tells it.
    """
    printed, subject = _folded(_said(finished, Role.KIND)), _folded(_said(finished, Role.SUBJECT))
    number = document_number.parse(_said(finished, Role.NUMBER), lexicon)
    code = number.kind if number and not printed else ""
    fitting = {id: _usual(kind) for id, kind in kinds.items() if _is_of(kind, printed, code)}
    said = {id: words for id, words in fitting.items() if words <= set(subject.split())}
    return max(said, key=lambda id: len(said[id]), default=next(iter(fitting)) if len(fitting) == 1 else "")


def type_of(finished: Finished, kinds: Iterable[Kind]) -> str:
    """The type that the document prints, if it is none of *kinds*: it would be printed as another one."""
    printed = " ".join(_said(finished, Role.KIND).split())
    return "" if not printed or any(_is_of(kind, _folded(printed), "") for kind in kinds) else printed


def _is_of(kind: Kind, printed: str, code: str) -> bool:
    return printed.startswith(_folded(kind.document)) if printed else code.lower() == kind.code.lower()


def _usual(kind: Kind) -> set[str]:
    return set(_folded(PLACEHOLDER.sub("", kind.subject)).split())


def unit_of(finished: Finished, units: Units, lexicon: Lexicon) -> str:
    """The id of the unit that the letterhead, the signature and the sentences of the document name; else nothing.

    A letterhead that names no known unit is that of an unknown one, whatever the sentences say.
    """
    known = lexicon.view(names)
    scores: Counter[str] = Counter()
    issuers: set[str] = set()
    for role, weight in TELLING.items():
        said = known.folded(_own(_said(finished, role), lexicon))
        found = _named(f" {said} ", units, known) or (_partly(said, units, known) if role is Role.ISSUER else {})
        issuers |= {unit for unit, share in found.items() if role is Role.ISSUER and share > HINT}
        scores.update({unit: weight * share for unit, share in found.items()})
    if any(finished.of(Role.ISSUER)):
        scores = Counter({unit: scores[unit] for unit in issuers})
    return _best(scores, units)


def _own(text: str, lexicon: Lexicon) -> str:
    """*text* without the documents that it cites, which others have issued."""
    for found in reversed(citation.find(text, lexicon)):
        text = f"{text[: found.start]} {text[found.end :]}"
    return text


def _best(scores: Counter[str], units: Units) -> str:
    """The unit with the highest score; of two, the one below the other."""
    best = max(scores.values(), default=0)
    first = [unit for unit, score in scores.items() if score == best]
    inner = [one for one in first if not any(one in units.above(other, date.max) for other in first)]
    return inner[0] if best >= LEAST and len(inner) == 1 else ""


def _partly(said: str, units: Units, names: Names) -> dict[str, int]:
    """The units of whose names *said* is the beginning: an extraction has lost the second line."""
    if len(said.split()) < SHORTEST_PART:
        return {}
    full = ((unit.id, name) for unit in units.units.values() for name, share in names.of(unit) if share == FULL)
    return {id: AREA for id, name in full if name.startswith(f"{said} ")}


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
    return " ".join(re.findall(r"[a-z0-9]+", unmarked(text)))
