"""Where a text of the unit above names that unit, and what may be made of it in a draft of a unit below."""

import re
from collections.abc import Iterator, Mapping

from kehoach.patterns import compiled
from kehoach.phrases import citation
from kehoach.phrases.choices import any_word, choice
from kehoach.phrases.lexicon import Lexicon
from kehoach.placeholders import Placeholder, segments
from kehoach.records import dataclass
from kehoach.texts import Context
from kehoach.units import State

GAP = "{{ gap }}"
CLAUSE = compiled(r"[^.;]*")
QUOTED = compiled(r"“[^”]*”")


@dataclass(frozen=True, slots=True)
class Mention:
    """A name of the unit above in a text; *stands* is what says the same of the unit below."""

    start: int
    end: int
    stands: str


@dataclass(frozen=True, slots=True, eq=False)
class Speaker:
    """The unit *above* that wrote a text, and the unit that takes it over, each as it is that day."""

    above: State
    unit: State
    lexicon: Lexicon
    names: Mapping[str, str]
    pattern: re.Pattern[str]

    @classmethod
    def of(cls, above: State, unit: State, lexicon: Lexicon) -> "Speaker":
        """The speaker with every name that *above* goes by."""
        names = dict(_names(above, unit))
        kept = {*_own(unit), *lexicon.words("drafting", "not_places")}
        words = sorted({*names, *kept}, key=lambda word: (-len(word), word))
        pattern = re.compile(rf"(?<!\w)(?:{'|'.join(map(_spelled, words))})(?!\w)")
        stands = {word.casefold(): new for word, new in names.items() if word not in kept}
        return cls(above, unit, lexicon, stands, pattern)

    @property
    def levels(self) -> tuple[str, ...]:
        """Patterns of the words that mean the area of the unit above, or the units below it as one."""
        area, below = self.above.words.get("area", ""), self.above.words.get("below", "")
        plural, before = (choice(self.lexicon.words("drafting", name)) for name in ("plural", "level_before"))
        bare = re.sub(rf"^{plural}\s+", "", below)
        kin = [re.escape(word) for word in (area, bare, re.split(r",\s*", bare)[0]) if word]
        noun = area.split()[-1:] if area else []
        words = [*kin, *(rf"{before}\s+{re.escape(word)}" for word in noun)]
        own = {re.escape(word) for word in self.unit.words.values()}
        return tuple(word for word in dict.fromkeys(words) if word not in own) or ("\0",)

    def mentions(self, text: str) -> tuple[Mention, ...]:
        """Where *text* names the unit above, citations of documents left out."""
        cited = list(_cited(text, self.lexicon))
        return tuple(m for m in self._named(text) if not any(start <= m.start < end for start, end in cited))

    def literal(self, text: str) -> str:
        """*text* with the placeholders that mean its writer written out."""
        values = Context(self.unit, self.above, 0).values()
        said = []
        for part in segments(text):
            source = isinstance(part, Placeholder) and part.name.startswith("source.")
            said.append(values.get(part.name, "") if source else text[part.start : part.end])  # type: ignore[union-attr]
        return "".join(said)

    def _named(self, text: str) -> Iterator[Mention]:
        for match in self.pattern.finditer(text):
            stands = self.names.get(" ".join(match.group().split()).casefold())
            if stands:
                yield Mention(*match.span(), stands)


def prose(text: str, speaker: Speaker) -> str | None:
    """A passage of prose as the unit below may print it; None where a person must write it anew.

    Only one that begins with the name of the unit above, names it nowhere else and tells nobody what to do
    is turned to the unit's own name.
    """
    said = _own_area(speaker.literal(text), speaker)
    found = speaker.mentions(said)
    if not found:
        return said
    first, lexicon = found[0], speaker.lexicon
    commanding = any_word(lexicon.words("drafting", "commanding")).search(said)
    below = speaker.above.words.get("below", "").casefold()
    told = commanding or (below and below in said.casefold())
    whole = found[0].start == 0 and len(found) == 1
    if whole and not told:
        return first.stands + said[first.end :]
    return None


def sentence(text: str, speaker: Speaker) -> str:
    """A sentence of an item as the unit below may print it: what would speak as the unit above is a gap.

    A unit above that is spoken of (*gửi về Tỉnh đoàn*), and one inside a quoted name, stays.
    """
    turned = prose(text, speaker)
    if turned is not None:
        return turned
    said = speaker.literal(text)
    before = re.compile(rf"(?<!\w){choice(speaker.lexicon.words('drafting', 'spoken_of'))}\s+$", re.IGNORECASE)
    quoted = [match.span() for match in QUOTED.finditer(said)]
    for mention in reversed(speaker.mentions(said)):
        inside = any(start < mention.start < end for start, end in quoted)
        if not inside and not before.search(said[: mention.start]):
            said = said[: mention.start] + GAP + said[mention.end :]
    return said


def title(text: str, speaker: Speaker) -> str:
    """A title as the unit below may print it: whatever names the unit above names the unit itself."""
    said = speaker.literal(text)
    if said.casefold() == speaker.above.words.get("below", "").casefold() and "below" in speaker.unit.words:
        return "{{ unit.words.below }}"
    for mention in reversed(speaker.mentions(said)):
        said = said[: mention.start] + mention.stands + said[mention.end :]
    return _own_area(said, speaker)


def _own_area(text: str, speaker: Speaker) -> str:
    """*text* with the word for the whole area turned where a word before it shows that nothing else is meant."""
    area = speaker.above.words.get("area", "")
    if not area or "area" not in speaker.unit.words:
        return text
    before = choice(speaker.lexicon.words("drafting", "area_before"))
    return re.sub(rf"(?<!\w)({before}\s+){re.escape(area)}(?!\w)", r"\1{{ unit.words.area }}", text)


def _names(above: State, unit: State) -> Iterator[tuple[str, str]]:
    """Every name of the unit above with what stands for it; names of bodies that tell no unit are left out."""
    own = above.words.get("self", "")
    yield above.short, "{{ unit.short }}"
    forms = list(_forms(above.name, own))
    yield from ((form, "{{ unit.words.self }}" if "self" in unit.words else "{{ unit.name }}") for form in forms)
    for key, body in above.bodies.items():
        stands = f"{{{{ unit.bodies.{key} }}}}" if key in unit.bodies else "{{ unit.name }}"
        for name in body.values():
            if any(word and word in name for word in (own, above.short, above.name)):
                yield name, stands
                if own and name.endswith(own):
                    yield from ((name.removesuffix(own) + form, stands) for form in (*forms, above.name))
    yield above.name, "{{ unit.name }}"


def _forms(name: str, own: str) -> Iterator[str]:
    """What a unit calls itself, and every longer beginning of its whole name."""
    yield from (own,) if own else ()
    words = name.split()
    if own and name.startswith(f"{own} "):
        yield from (" ".join(words[:count]) for count in range(len(own.split()) + 1, len(words)))


def _own(unit: State) -> Iterator[str]:
    yield from (unit.name, unit.short, *unit.words.values())
    for body in unit.bodies.values():
        yield from body.values()


def _spelled(name: str) -> str:
    """A pattern of *name*: its first letter as written, the others in either case, spaces of any kind."""
    words = r"\s+".join(map(re.escape, name.split()))
    return words[:1] + f"(?i:{words[1:]})" if name[:1].isalpha() else words


def _cited(text: str, lexicon: Lexicon) -> Iterator[tuple[int, int]]:
    """The stretches of *text* that cite documents, each with the clause that says what the document is about."""
    for found in citation.find(text, lexicon):
        rest = CLAUSE.match(text, found.end)
        yield found.start, rest.end() if rest and found.citation.number else found.end
