"""Congresses of the whole country that are over, or still to come, in a plan's year."""

import re
from collections.abc import Iterator, Mapping

from kehoach.findings import Fault
from kehoach.patterns import compiled
from kehoach.phrases.choices import choice
from kehoach.phrases.lexicon import Lexicon
from kehoach.records import dataclass
from kehoach.rules.calendar.dated import says
from kehoach.rules.references.congresses import Mention, named_in
from kehoach.rules.registry import INFO, Grain, rule
from kehoach.rules.view import View
from kehoach.written import Written

_CLAUSE = compiled(r"[.;:]\s")


@dataclass(frozen=True, slots=True)
class Words:
    """What right before a congress says that its resolution is meant, that it is awaited, that it was held of late."""

    resolution: re.Pattern[str]
    awaited: re.Pattern[str]
    held: re.Pattern[str]

    @classmethod
    def of(cls, lexicon: Lexicon) -> "Words":
        """The words in *lexicon*."""
        lists = (("calendar", "resolution"), ("references", "awaited"), ("references", "held"))
        return cls(*(compiled(rf"(?<!\w){choice(lexicon.words(*path))}\s+\Z", re.IGNORECASE) for path in lists))


@rule("REF121", Grain.WRITTEN, INFO)
def national_congress_of_the_time(file: Written, view: View) -> Iterator[Fault]:
    """The national congress whose resolution is carried out is the last one, and one that is awaited the next.

    One whose results are spread was held this year or last year. An ordinal tells its term, so that one left over
    from an older plan can be told without it. What looks back on a resolution is left alone.
    """
    table, year = view.lexicon.table("references", "national"), file.year
    country = next(iter(view.lexicon.table("references", "levels")))
    for mention in named_in(file, view) if year else ():
        terms = table.get(mention.whose[0]) if mention.whose[1] == country and not mention.term else None
        term = str(terms.get(mention.roman, "")) if isinstance(terms, Mapping) else ""
        if term and _out_of_time(mention, term, year, view):
            arguments = {"written": mention.words, "term": term, "year": str(year)}
            yield Fault("REF121", mention.where, mention.passage.pointer, arguments)


def _out_of_time(mention: Mention, term: str, year: int, view: View) -> bool:
    """Whether the congress of *term* is not the one that is meant in *year*."""
    first, last = (int(one) for one in term.split(" - "))
    words, clause = view.lexicon.view(Words.of), _CLAUSE.split(mention.passage.text[: mention.start])[-1]
    if words.awaited.search(clause):
        return first < year
    if words.held.search(clause):
        return first < year - 1
    carried_out = words.resolution.search(clause) and not says(clause, view, "calendar", "looks_back")
    return bool(carried_out) and not first <= year <= last
