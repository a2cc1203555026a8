"""Congresses: their ordinals and terms within one plan."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping

from kehoach.findings import Fault, Related
from kehoach.patterns import CAPITALS, caseless, compiled, small
from kehoach.phrases.choices import DASH, YEAR, any_word, begun, choice, spoken
from kehoach.phrases.lexicon import Lexicon
from kehoach.phrases.remembering import remembered
from kehoach.phrases.roman import number, roman
from kehoach.places import Place
from kehoach.records import dataclass
from kehoach.rules.holding import holding
from kehoach.rules.passages import Passage
from kehoach.rules.registry import WARNING, Grain, rule
from kehoach.rules.view import View
from kehoach.written import Written

NEAR = 40
Term = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Mention:
    """A congress as it is mentioned: whose it is (organisation and level), its *place* if named, ordinal and term.

    *other*: words before it say that it may be another one than the running one.
    """

    passage: Passage
    start: int
    end: int
    whose: tuple[str, str]
    place: str
    ordinal: int
    term: Term | None
    other: bool

    @property
    def where(self) -> Place:
        """Where the mention stands."""
        return self.passage.place(self.start, self.end)

    @property
    def roman(self) -> str:
        """The ordinal as it is written in official documents."""
        return roman(self.ordinal)

    @property
    def words(self) -> str:
        """The mention as it is written."""
        return " ".join(self.passage.text[self.start : self.end].split())


@rule("REF106", Grain.WRITTEN, WARNING)
def congress_agrees(file: Written, view: View) -> Iterator[Fault]:
    """One congress has one ordinal and one term wherever a plan names it.

    Congresses of different levels and bodies have their own; so has the one before or after, with a term of its own.
    Those of the whole country that run in the plan's year or begin in the next are known to be two.
    """
    groups: dict[tuple[str, str], list[Mention]] = defaultdict(list)
    for mention in named_in(file, view):
        groups[mention.whose].append(mention)
    country = next(iter(view.lexicon.table("references", "levels")))
    for (organisation, level), mentions in groups.items():
        national = view.lexicon.table("references", "national").get(organisation) if level == country else None
        yield from _odd(mentions, _of_the_time(national, file.year) if isinstance(national, Mapping) else {})


@rule("REF107", Grain.WRITTEN, WARNING)
def national_congress(file: Written, view: View) -> Iterator[Fault]:
    """A congress of the whole country bears its own ordinal and term.

    They are the same in every plan of the country, so that a slip can be told.
    """
    table = view.lexicon.table("references", "national")
    country = next(iter(view.lexicon.table("references", "levels")))
    for mention in named_in(file, view):
        terms = table.get(mention.whose[0]) if mention.whose[1] == country else None
        if mention.term and isinstance(terms, Mapping) and (own := _own(mention, mention.term, terms)):
            arguments = {"written": mention.words, "ordinal": own[0], "term": own[1]}
            yield Fault("REF107", mention.where, mention.passage.pointer, arguments)


def _own(mention: Mention, term: Term, terms: Mapping[str, object]) -> tuple[str, str] | None:
    """The ordinal and term that belong together where those of *mention* do not.

    An ordinal that is not known yet cannot have the term of a known one.
    """
    said, ordinal = f"{term[0]} - {term[1]}", mention.roman
    if ordinal in terms:
        return None if terms[ordinal] == said else (ordinal, str(terms[ordinal]))
    return next(((known, said) for known, of in terms.items() if of == said), None)


def _of_the_time(national: Mapping[str, object], year: int) -> dict[int, Term]:
    """The terms of the congresses of the whole country that run in *year* or begin in the next, by their ordinals.

    The one after the last that is known begins when that one's term ends.
    """
    terms = {number(ordinal) or 0: tuple(map(int, str(term).split(" - "))) for ordinal, term in national.items()}
    running, (first, last) = max(terms.items())
    terms[running + 1] = last, last + last - first
    return {ordinal: (first, last) for ordinal, (first, last) in terms.items() if first - 1 <= year <= last}


def _odd(mentions: list[Mention], known: Mapping[int, Term]) -> Iterator[Fault]:
    """The mentions that disagree with what most say, with the first one where as many say this as that."""
    said = Counter(mention.ordinal for mention in mentions)
    terms = {**known, **{mention.ordinal: mention.term for mention in mentions if mention.term}}
    ranked = sorted(mentions, key=lambda mention: -said[mention.ordinal])
    for place, mention in enumerate(ranked):
        before = (other for other in ranked[:place] if not _two(mention.ordinal, other.ordinal, terms))
        usual = next((other for other in before if _disagree(mention, other)), None)
        if usual:
            arguments = {"written": mention.words, "usual": usual.words}
            related = (Related(usual.where, "named_here"),)
            yield Fault("REF106", mention.where, mention.passage.pointer, arguments, related)


def _two(one: int, other: int, terms: Mapping[int, Term]) -> bool:
    """Whether the document names two congresses by these ordinals, each somewhere with a term of its own."""
    return one != other and one in terms and other in terms and terms[one] != terms[other]


def _disagree(one: Mention, other: Mention) -> bool:
    if one.place and other.place and one.place != other.place:
        return False
    if (one.other or other.other) and not (one.term and other.term):
        return False
    if one.ordinal == other.ordinal:
        return bool(one.term and other.term and one.term != other.term)
    return one.term is None or other.term is None or one.term == other.term


def named_in(file: Written, view: View) -> tuple[Mention, ...]:
    """The congresses that *file* names with their ordinals, in order."""
    return view.once(_mentions, file)


@remembered
def level_of(name: str, lexicon: Lexicon) -> tuple[str, str] | None:
    """The organisation and the level that *name* tells of."""
    return lexicon.view(_reader).whose(name)


def traces(lexicon: Lexicon) -> tuple[str, ...]:
    """Of what every passage that names a congress holds something, in small letters; a view of the lexicon."""
    return tuple(map(small, lexicon.words("documents", "congress")))


def _mentions(file: Written, view: View) -> tuple[Mention, ...]:
    found = (_of(passage, view) for passage in holding(file, view, *view.lexicon.view(traces)))
    return tuple(mention for mentions in found for mention in mentions)


def _of(passage: Passage, view: View) -> Iterator[Mention]:
    reader = view.lexicon.view(_reader)
    for match in reader.mention.finditer(small(passage.text)):
        before = passage.text[max(0, match.start() - NEAR) : match.start()]
        whose = level_of(f"{match['name']} {match['of'] or ''}", view.lexicon)
        ordinal = number(match["ordinal"].upper())
        if whose and ordinal:
            term = (int(match["first"]), int(match["last"])) if match["first"] else None
            place = reader.place(passage.text[slice(*match.span("name"))])
            yield Mention(passage, *match.span(), whose, place, ordinal, term, bool(reader.other.search(before)))


@dataclass(frozen=True, slots=True, eq=False)
class _Reader:
    """What tells one congress from another."""

    mention: re.Pattern[str]
    organisations: Mapping[str, re.Pattern[str]]
    levels: Mapping[str, re.Pattern[str]]
    several: re.Pattern[str]
    filling: re.Pattern[str]
    other: re.Pattern[str]
    named: re.Pattern[str]

    def whose(self, name: str) -> tuple[str, str] | None:
        """The organisation and the level of a congress; None where the name does not tell, or tells of several."""
        bare = self.filling.sub(" ", name)
        if self.several.search(bare):
            return None
        found = ((match.start(), id) for id, words in self.organisations.items() if (match := words.search(bare)))
        organisation = min(found, default=(0, None))[1]
        level = next((id for id, words in self.levels.items() if words.search(bare)), None)
        return (organisation, level) if organisation and level else None

    def place(self, name: str) -> str:
        """The name of the place behind the word of a level, empty where there is none."""
        bare = self.filling.sub(" ", name)
        found = self.named.search(bare)
        return spoken(found[1]) if found else ""


def _reader(lexicon: Lexicon) -> _Reader:
    def patterns(name: str) -> dict[str, re.Pattern[str]]:
        return {id: any_word(lexicon.words("references", name, id)) for id in lexicon.table("references", name)}

    def words(name: str) -> re.Pattern[str]:
        return any_word(lexicon.words("references", name))

    other, reviewed = (choice(lexicon.words("references", name)) for name in ("other_congress", "resolutions_reviewed"))
    resolution = choice(lexicon.words("calendar", "resolution"))
    other = rf"\b(?:{other}|{reviewed}\s+(?:\w+\s+){{0,4}}?{resolution})\W*$"
    named = compiled(rf"\b{choice(lexicon.words('references', 'places'))}\s+((?:[{CAPITALS}]\w*\s*)+)$")
    return _Reader(
        _mention(lexicon),
        patterns("congresses"),
        patterns("levels"),
        words("several"),
        words("filling"),
        compiled(other, re.IGNORECASE),
        named,
    )


def _mention(lexicon: Lexicon) -> re.Pattern[str]:
    """A congress with its ordinal, and with its term where that stands behind it, in small letters."""
    congress, ordinal, term, of = (
        choice(lexicon.words("documents", name)) for name in ("congress", "ordinal", "term", "issuer")
    )
    begins = begun(lexicon.view(traces))
    name = rf"(?P<name>(?:(?!\b{congress}\b)[^.;:,()“”\"]){{0,110}}?)"
    years = rf"(?P<first>{YEAR})\s*(?:{DASH}\s*)?(?P<last>{YEAR})"
    return caseless(
        rf"{begins}\b{name}\s+{ordinal}\s+(?P<ordinal>[IVXLC]+|\d{{1,2}})\b"
        rf"(?P<of>\s+{of}\s+(?:\w+\s*){{1,4}})?(?:,?\s*{term}\s+{years})?"
    )
