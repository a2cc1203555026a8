"""The figure of a target and the same figure in the prose."""

import re
from collections.abc import Iterator, Set
from datetime import date
from typing import NamedTuple

from kehoach.carriers import OWN, WHOLE
from kehoach.findings import Fault, Related
from kehoach.patterns import compiled
from kehoach.phrases import period, quantity
from kehoach.phrases.lexicon import Lexicon
from kehoach.phrases.quantity import Found, Quantity
from kehoach.phrases.remembering import remembered
from kehoach.plan import Figure, Plan, Target
from kehoach.records import dataclass
from kehoach.rules.holding import saying
from kehoach.rules.passages import PROSE, Passage
from kehoach.rules.registry import WARNING, Grain, rule
from kehoach.rules.targets.figures import figures
from kehoach.rules.view import View

BELOW = "below"
ENOUGH_ALIKE = 0.6
FEWEST_WORDS = 2
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
    """A figure that says how much there is of *measure* in all."""

    target: Target
    figure: Figure
    known: Quantity
    measure: str


@rule("TGT217", Grain.RESOLVED, WARNING)
def headline_in_body(plan: Plan, view: View) -> Iterator[Fault]:
    """The prose says of a target's subject the same number as the target.

    Only what is said of the same subject in nearly the same words is compared: what names an occasion, a place, a span
    of time or the units below is a part or another matter, and is left alone.
    """
    file = view.written(plan.id)
    told = [Told(target, figure, q, q.measure) for target, figure in figures(plan) if (q := _told(target, figure))]
    if file is None or not told:
        return
    for passage in saying(file, view, *{one.measure for one in told}):
        if passage.key == PROSE and BELOW not in passage.path.split("/"):
            yield from _compared(passage, told, plan, view)


def _told(target: Target, figure: Figure) -> Quantity | None:
    """What a figure of our own or of all says, if it counts something by the year."""
    carrier, known = figure.carrier or target.carrier, figure.quantity
    plain = known and known.unit and not (known.every or known.growth or known.percent)
    return known if plain and carrier in (OWN, WHOLE) else None


def _compared(passage: Passage, told: list[Told], plan: Plan, view: View) -> Iterator[Fault]:
    low = passage.text.casefold()
    near = [one for one in told if one.measure in low]
    sentences = tuple((start, one, one.casefold()) for start, one in passage.sentences()) if near else ()
    for target, figure, known, measure in near:
        subject = _subject(target.text.text, (figure.start, figure.end), view.lexicon)
        for start, sentence, folded in sentences:
            near_it = measure in folded and _enough(sum(word in folded for word in subject), len(subject))
            if not near_it or _of_a_part(sentence, plan.year, view.lexicon):
                continue
            for found in quantity.find(sentence, view.lexicon):
                clause = _subject(sentence, (found.start, found.end), view.lexicon)
                if _differs(found, known) and _alike(subject, clause):
                    place = passage.place(start + found.start, start + found.end)
                    arguments = {"id": target.id, "said": found.quantity.written, "phrase": figure.phrase.text}
                    related = (Related(figure.phrase.place, "headline_here"),)
                    yield Fault("TGT217", place, passage.pointer, arguments, related)


@remembered
def _of_a_part(sentence: str, year: int, lexicon: Lexicon) -> bool:
    whole = ((date(year, 1, 1), date(year, 12, 31)),)
    told = (found.period.days for found in period.find(sentence, year, lexicon))
    return bool(lexicon.view(Idle.of).part.search(sentence)) or any(days != whole for days in told)


def _differs(found: Found, known: Quantity) -> bool:
    said = found.meant
    same = said.measure == known.measure and said.counting is known.counting and said.op is known.op
    plain = not (found.unsure or found.scope or found.carried.each or said.every or said.growth or said.percent)
    return same and plain and (said.low, said.high) != (known.low, known.high)


@remembered
def _subject(text: str, span: tuple[int, int], lexicon: Lexicon) -> Set[str]:
    """The words of the clause around *span* that say what it is about."""
    breaks = [match.end() for match in _CLAUSE.finditer(text)]
    start = max((at for at in breaks if at <= span[0]), default=0)
    end = min((at for at in breaks if at >= span[1]), default=len(text))
    said = _WORD.findall(text[start : span[0]] + " " + text[span[0] : end])
    return {word.casefold() for word in said} - lexicon.view(Idle.of).idle


def _alike(one: Set[str], other: Set[str]) -> bool:
    return _enough(len(one & other), len(one | other))


def _enough(both: int, of: int) -> bool:
    """Whether so many words that both have are enough of all words, or of those of one, for the same subject."""
    return both >= FEWEST_WORDS and both >= ENOUGH_ALIKE * of
