"""Ids of what an import finds: its first words without accents, each once in a plan."""

from collections.abc import Collection

from kehoach.patterns import compiled
from kehoach.phrases.choices import unmarked
from kehoach.records import dataclass, field

USUAL, MOST = 5, 9
OPENING = 200
_TOKEN = compiled(r"[a-z0-9]+")


def tokens(text: str) -> list[str]:
    """The first words of *text* in small letters without accents and numbers, which change from year to year."""
    return [token for token in _TOKEN.findall(unmarked(text[:OPENING])) if token[0].isalpha()]


def slug(text: str, most: int = USUAL) -> str:
    """*text* as an id of at most so many words; empty where it has no letters."""
    return "_".join(tokens(text)[:most])


@dataclass
class Ids:
    """The ids given so far; *reserved* ones are never given."""

    reserved: Collection[str] = frozenset()
    taken: set[str] = field(default_factory=set)

    def given(self, text: str, otherwise: str, usual: str = "") -> str:
        """A new id: *usual* where it is free, else the first words of *text* (*otherwise* where it has none)."""
        words = tokens(text) or [otherwise]
        wanted = [usual] if usual else []
        wanted += ["_".join(words[:count]) for count in range(USUAL, max(MOST, USUAL + 1)) if count <= len(words)]
        wanted += ["_".join(words[:USUAL])]
        found = next((id for id in wanted if self._free(id)), "")
        count = 2
        while not found:
            id = f"{wanted[-1]}_{count}"
            found, count = (id if self._free(id) else ""), count + 1
        self.taken.add(found)
        return found

    def _free(self, id: str) -> bool:
        return id not in self.taken and id not in self.reserved
