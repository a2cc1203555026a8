"""Lunar years by their names."""

import re
from collections.abc import Iterator, Mapping

from kehoach.findings import Fault
from kehoach.patterns import compiled
from kehoach.phrases.choices import choice, spoken
from kehoach.phrases.lexicon import Lexicon
from kehoach.phrases.times.plain import plain
from kehoach.records import dataclass
from kehoach.rules.calendar.dated import says
from kehoach.rules.holding import holding
from kehoach.rules.registry import WARNING, Grain, rule
from kehoach.rules.view import View
from kehoach.written import Written

FIRST = 4  # the year 4 was the first of its sixty


@dataclass(frozen=True, slots=True, eq=False)
class Names:
    """The names of lunar years: their two halves in order, and what finds them with the year behind them."""

    stems: tuple[str, ...]
    branches: tuple[str, ...]
    numbers: Mapping[str, tuple[int, int]]
    named: re.Pattern[str]

    @classmethod
    def of(cls, lexicon: Lexicon) -> "Names":
        """The names in *lexicon*."""
        stems, branches = (lexicon.words("calendar", name) for name in ("stems", "branches"))
        others = lexicon.table("calendar", "otherwise_spelt")
        halves = ({name: at for at, name in enumerate(names)} for names in (stems, branches))
        one, two = ({**half, **{n: half[str(m)] for n, m in others.items() if m in half}} for half in halves)
        numbers = {spoken(f"{a} {b}"): (one[a], two[b]) for a in one for b in two}
        year = rf"(?:\s*[-–(]?\s*(?:{lexicon.view(plain).year}\s+)?(?P<year>(?:19|20)\d\d)(?!\d))?"
        return cls(stems, branches, numbers, compiled(rf"(?<!\w)(?P<name>{choice(one)} {choice(two)})(?!\w){year}"))

    def meant(self, year: int) -> str:
        """The name of *year*."""
        return f"{self.stems[(year - FIRST) % 10]} {self.branches[(year - FIRST) % 12]}"

    def is_of(self, name: str, year: int) -> bool:
        """Whether *name* is that of *year*."""
        return self.numbers[spoken(name)] == ((year - FIRST) % 10, (year - FIRST) % 12)


@rule("CAL138", Grain.WRITTEN, WARNING)
def lunar_year_named(file: Written, view: View) -> Iterator[Fault]:
    """A lunar year bears its name: *Tết Nguyên đán Bính Ngọ 2026*.

    The name of last year, be it with this year's number or without any, was left over. What looks back is left alone.
    """
    names, ended, year = view.lexicon.view(Names.of), view.lexicon.view(_ended), file.year
    for passage in holding(file, view, *view.lexicon.words("calendar", "lunar_years_near")) if year else ():
        for match in names.named.finditer(passage.text):
            said = int(match["year"] or 0)
            over = ended.search(passage.text[: match.start()]) or says(passage.text, view, "calendar", "looks_back")
            old = names.is_of(match["name"], year - 1) and not over
            if not names.is_of(match["name"], said) if said else old:
                arguments = {"written": match["name"], "year": str(said or year), "meant": names.meant(said or year)}
                yield Fault("CAL138", passage.place(*match.span("name")), passage.pointer, arguments)


def _ended(lexicon: Lexicon) -> re.Pattern[str]:
    """Words before the name of a year that comes to its end."""
    words, year = choice(lexicon.words("calendar", "ending")), lexicon.view(plain).year
    return compiled(rf"(?<!\w){words}(?:\s+{year})?\s+\Z", re.IGNORECASE)
