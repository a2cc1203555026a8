"""The names of lunar years (*Quý Mão*): a stem and a branch, which together come round in sixty years."""

import re
from collections.abc import Mapping

from kehoach.patterns import compiled
from kehoach.phrases.choices import choice, spoken
from kehoach.phrases.lexicon import Lexicon
from kehoach.records import dataclass

ROUND = 60


@dataclass(frozen=True, slots=True, eq=False)
class LunarYears:
    """The stems and branches, in small letters, with what is left of their years; *named* finds names in a text."""

    stems: Mapping[str, int]
    branches: Mapping[str, int]
    named: re.Pattern[str]

    @property
    def pattern(self) -> str:
        """A pattern for the name of a year in any case."""
        return rf"{choice(self.stems)}\s+{choice(self.branches)}\b"

    def place(self, name: str) -> int | None:
        """What is left of the years of that name when they are divided by ``ROUND``; None where no year has it."""
        stem, branch = spoken(name).split()
        wanted = self.stems[stem], self.branches[branch]
        return next((place for place in range(ROUND) if (place % 10, place % 12) == wanted), None)

    def name(self, year: int) -> str:
        """The name of *year* with capital letters, in its usual spelling."""
        stem = next(word for word, place in self.stems.items() if place == year % 10)
        branch = next(word for word, place in self.branches.items() if place == year % 12)
        return f"{stem.capitalize()} {branch.capitalize()}"


def lunar_years(lexicon: Lexicon) -> LunarYears:
    """The names of lunar years; a view of the lexicon."""
    stems, branches = (_places(lexicon, name) for name in ("stems", "branches"))
    written = (choice(map(str.capitalize, words)) for words in (stems, branches))
    return LunarYears(stems, branches, compiled(r"\b" + r"\s+".join(written) + r"\b"))


def _places(lexicon: Lexicon, name: str) -> Mapping[str, int]:
    return {spoken(word): int(str(place)) for word, place in lexicon.table("periods", name).items()}
