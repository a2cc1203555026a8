"""What a target is about, and whether something else is about the same."""

import re
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from kehoach.carriers import OWN, WHOLE
from kehoach.patterns import compiled
from kehoach.phrases import period
from kehoach.phrases.lexicon import Lexicon
from kehoach.phrases.quantity import Quantity
from kehoach.phrases.remembering import remembered
from kehoach.plan import Carrier, Figure, Plan, Target
from kehoach.records import dataclass

ENOUGH_ALIKE = 0.6
FEWEST_WORDS = 2
OURS = frozenset({OWN.words, WHOLE.words})
_CLAUSE = compiled(r"[.;:!?]\s|[;:]")
_WORD = compiled(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class Idle:
    """Words that say nothing of the subject, and words that make a number one of a part, an occasion, a place."""

    idle: frozenset[str]
    part: re.Pattern[str]

    @classmethod
    def of(cls, lexicon: Lexicon) -> "Idle":
        """The words in *lexicon*."""
        part = "|".join(re.escape(word) for word in lexicon.words("targets", "part_words"))
        return cls(frozenset(lexicon.words("targets", "idle_words")), compiled(rf"\b(?:{part})\b", re.IGNORECASE))


class Told(NamedTuple):
    """A figure that says how much there is of *measure* in all, and the words of its *subject*."""

    target: Target
    figure: Figure
    known: Quantity
    measure: str
    subject: frozenset[str]

    @property
    def carrier(self) -> Carrier:
        """Who carries it."""
        return self.figure.carrier or self.target.carrier

    def meant_by(self, folded: str) -> bool:
        """Whether *folded*, in small letters, holds enough words of the subject to be about the same."""
        return enough(sum(map(folded.__contains__, self.subject)), len(self.subject))


def all_told(plan: Plan, lexicon: Lexicon) -> Iterator[Told]:
    """The figures of our own or of all that count something by the year."""
    for target, figure in plan.figures():
        known, carrier = figure.quantity, figure.carrier or target.carrier
        plain = known and known.unit and not (known.every or known.growth or known.percent)
        if known and plain and carrier.words in OURS:
            subject = about(target.text.text, (figure.start, figure.end), lexicon)
            yield Told(target, figure, known, known.measure, subject)


@remembered
def of_a_part(sentence: str, year: int, lexicon: Lexicon) -> bool:
    """Whether a sentence speaks of an occasion, a place, a span of the year or the units below."""
    if lexicon.view(Idle.of).part.search(sentence):
        return True
    whole = ((date(year, 1, 1), date(year, 12, 31)),)
    return any(found.period.days != whole for found in period.find(sentence, year, lexicon))


@remembered
def about(text: str, span: tuple[int, int], lexicon: Lexicon) -> frozenset[str]:
    """The words of the clause around *span* that say what it is about."""
    breaks = [match.end() for match in _CLAUSE.finditer(text)]
    start = max((at for at in breaks if at <= span[0]), default=0)
    end = min((at for at in breaks if at >= span[1]), default=len(text))
    said = _WORD.findall(text[start : span[0]] + " " + text[span[0] : end])
    return frozenset(map(str.casefold, said)) - lexicon.view(Idle.of).idle


def alike(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether both are about nearly the same."""
    return enough(len(one & other), len(one | other))


def enough(both: int, of: int) -> bool:
    """Whether so many words that both have are enough of all words, or of those of one, for the same subject."""
    return both >= FEWEST_WORDS and both >= ENOUGH_ALIKE * of
