"""A register of units for a document that stands alone: its unit, as the letterhead and the signature name it."""

import re
from collections.abc import Iterator, Mapping

from kehoach.finished import Finished, Role
from kehoach.importing.planning.head import of
from kehoach.importing.planning.ids import slug
from kehoach.importing.planning.naming import sentenced
from kehoach.patterns import CAPITALS, compiled
from kehoach.phrases import citation, document_number
from kehoach.phrases.choices import any_word, choice
from kehoach.phrases.lexicon import Lexicon
from kehoach.records import dataclass

Tree = str | Mapping[str, "Tree"]
ID_WORDS = 9
_CAPITAL = compiled(rf"[{CAPITALS}]")


@dataclass(frozen=True, slots=True)
class Registered:
    """The issuing unit by its id, and the entries of a register: levels and units."""

    unit: str
    levels: Mapping[str, Tree]
    units: Mapping[str, Tree]


def registered(finished: Finished, lexicon: Lexicon) -> Registered:
    """The unit that issued *finished* and the one above it, with what the document says of them."""
    told = _Told(finished, lexicon)
    name = told.name
    unit = slug(name, ID_WORDS) or str(lexicon.at("planning", "nameless", "units"))
    superior = told.line(Role.SUPERIOR)
    above = slug(superior, ID_WORDS) if superior else ""
    level, high = told.level(name), told.level(superior)
    units: dict[str, Tree] = {}
    levels: dict[str, Tree] = {}
    if above and above != unit:
        id = high if high != level else f"{high}_{lexicon.at('planning', 'nameless', 'levels')}"
        levels[id] = {"name": told.words(high, "name")}
        units[above] = {"name": superior, "level": id, "code": told.words(high, "code")}
    levels[level] = {"name": told.words(level, "name")}
    units[unit] = dict(_entry(told, name, level, above if above != unit else ""))
    return Registered(unit, levels, units)


def merged(known: Registered | None, new: Registered) -> Registered:
    """The units of both; what is known of a unit already stands, save bodies that it did not have."""
    if known is None:
        return new
    units = {**new.units, **known.units}
    for id in known.units.keys() & new.units.keys():
        old, late = known.units[id], new.units[id]
        if isinstance(old, Mapping) and isinstance(late, Mapping):
            bodies = [one.get("bodies") for one in (late, old)]
            held = {key: body for one in bodies if isinstance(one, Mapping) for key, body in one.items()}
            units[id] = {**late, **old, **({"bodies": held} if held else {})}
    return Registered(known.unit, {**new.levels, **known.levels}, units)


def _entry(told: "_Told", name: str, level: str, above: str) -> Iterator[tuple[str, Tree]]:
    yield "name", name
    yield "level", level
    if above:
        yield "parent", above
    yield "code", told.code or told.words(level, "code")
    if told.place:
        yield "place", told.place
    bodies = dict(told.bodies())
    if bodies:
        yield "bodies", bodies
    own = told.self_name or told.short(name, level)
    yield "words", {"area": told.words(level, "area"), "self": own, "below": told.words(level, "below")}
    office = told.line(Role.OFFICE)
    if office:
        yield "head_office", office


@dataclass(frozen=True)
class _Told:
    """What a document says about its unit."""

    finished: Finished
    lexicon: Lexicon

    def line(self, role: Role) -> str:
        """The words of the first lines of that role, as a sentence has them."""
        pieces = of(self.finished, role)
        text = " ".join(" ".join(piece.text.split()) for piece in pieces if piece.column == pieces[0].column)
        return sentenced(text, self.lexicon)

    @property
    def name(self) -> str:
        """The name of the unit: from the letterhead, else the sentences, else the signature."""
        head, said = self._bodiless(self.line(Role.ISSUER)), self._said()
        same = bool(head and said) and head.split()[-1].casefold() == said.split()[-1].casefold()
        found = (said if same or not head else head) or self._bodiless(self._signing())
        found = found or str(self.lexicon.at("planning", "unknown_unit"))
        return found[:1].upper() + found[1:]

    @property
    def self_name(self) -> str:
        """What the unit calls itself: the words behind the body in the signature."""
        bare = self._bodiless(self._signing())
        return bare if bare and len(bare.split()) > 1 else ""

    @property
    def code(self) -> str:
        """The letters of the unit in the number of the document."""
        for piece in of(self.finished, Role.NUMBER):
            means = document_number.parse(piece.text, self.lexicon)
            if means and means.body:
                return means.body
        return ""

    @property
    def place(self) -> str:
        """The place before the date."""
        return next((piece.text.partition(",")[0].strip() for piece in of(self.finished, Role.PLACE_DATE)), "")

    def bodies(self) -> Iterator[tuple[str, Tree]]:
        """The bodies that issue or sign, with their names."""
        head, signing = self.line(Role.ISSUER), self._signing()
        for id, names in self._ids():
            pattern = any_word(tuple(names))
            in_head, signs = pattern.search(head), pattern.search(signing)
            if in_head or signs:
                own = self.self_name or self.name
                name = {"name": f"{names[0]} {own}"}
                yield id, name | {"letterhead": head or name["name"], "signing": signing if signs else names[0]}

    def words(self, level: str, key: str) -> str:
        """What is usual of a level."""
        return str(self.lexicon.at("planning", "levels", level, key))

    def short(self, name: str, level: str) -> str:
        """How a unit of that *level* calls itself: the words with which its name begins."""
        starts = self.lexicon.words("planning", "levels", level, "starts")
        found = re.match(rf"{choice(starts)}(?!\w)", name, re.IGNORECASE) if starts else None
        return found[0] if found else name

    def level(self, name: str) -> str:
        """The level of a unit by how its name begins; the lowest where nothing tells."""
        table = self.lexicon.table("planning", "levels")
        for id in table:
            starts = self.lexicon.words("planning", "levels", id, "starts")
            if starts and re.match(rf"{choice(starts)}(?!\w)", name, re.IGNORECASE):
                return id
        return list(table)[-1]

    def _signing(self) -> str:
        text = re.sub(r"^\w/?\w{1,2}(?:[.:]\s*|\s+)", "", self.line(Role.AUTHORITY))
        names = [name for _, names in self._ids() for name in names]
        return text if re.match(rf"{choice(names)}(?!\w)", text, re.IGNORECASE) else ""

    def _ids(self) -> Iterator[tuple[str, tuple[str, ...]]]:
        for id in self.lexicon.table("planning", "bodies_by_id"):
            yield id, self.lexicon.words("planning", "bodies_by_id", id)

    def _bodiless(self, text: str) -> str:
        names = [name for _, names in self._ids() for name in names]
        return re.sub(rf"^{choice(names)}(?!\w)\s*", "", text, flags=re.IGNORECASE).strip()

    def _said(self) -> str:
        """The unit as the closing, or else the opening, names it behind its body; documents that are cited do not."""
        names = [name for _, names in self._ids() for name in names]
        small = {word for name in self.lexicon.words("planning", "names") for word in name.split() if word.islower()}
        for role in (Role.CLOSING, Role.OPENING):
            for piece in reversed(of(self.finished, role)):
                text = self._uncited(piece.text)
                for match in reversed(list(re.finditer(rf"(?<!\w){choice(names)}\s+", text))):
                    said = self._run(text[match.end() :].split(), small)
                    if len(said) > 2:
                        return " ".join(said)
        return ""

    def _uncited(self, text: str) -> str:
        """*text* without the documents that it cites."""
        for found in reversed(citation.find(text, self.lexicon)):
            text = text[: found.start] + text[found.end :]
        return text

    def _run(self, words: list[str], small: set[str]) -> list[str]:
        """The words of a name: those with a capital, and small ones between."""
        run: list[str] = []
        for word in words:
            bare = word.strip(',.;:“”"')
            if not (_CAPITAL.match(bare) or (run and bare in small)):
                break
            run.append(bare)
            if bare != word:
                break
        while run and not _CAPITAL.match(run[-1]):
            run.pop()
        return run
