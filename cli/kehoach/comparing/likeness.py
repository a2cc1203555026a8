"""How much texts are alike in their words, and the pairs that follow from it."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from math import log

from rapidfuzz.distance import Indel

from kehoach.patterns import compiled
from kehoach.records import dataclass

SURE = 0.9
LEAD = 0.04  # by so much a pair must be better than any other, unless it is sure
COMMON = 40  # words of more texts than this lead nowhere
NEAREST = 8
FINE = 1 << 20

_WORD = compiled(r"\w+")
_DIGITS = compiled(r"\d+")

Words = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Likeness:
    """A possible pair: the places of two texts in their lists, and how alike they are, from 0 to 1."""

    score: float
    old: int
    new: int

    @property
    def order(self) -> tuple[float, int, int]:
        """The best first; of equals the nearest, the same from either side."""
        return -self.score, abs(self.old - self.new), self.old + self.new


def words(text: str) -> Words:
    """The words of *text* for comparing: without case, all numbers alike."""
    return tuple(_DIGITS.sub("0", word) for word in _WORD.findall(text.casefold()))


class Measure:
    """Tells how alike texts are; a word counts for more, the fewer of *texts* have it."""

    def __init__(self, texts: Iterable[Words]) -> None:
        held = [frozenset(text) for text in texts]
        count = Counter(word for text in held for word in text)
        # Whole numbers add up to the same in whatever order sets give their words.
        self._weights = {word: round(FINE * log(1 + len(held) / number)) for word, number in count.items()}

    def weight(self, found: Iterable[str]) -> int:
        """How much *found* counts together."""
        return sum(self._weights.get(word, 0) for word in found)

    def alike(self, old: Words, new: Words) -> float:
        """How alike two texts are, from 0 to 1: in the words that they share, and in the order of all."""
        if old == new:
            return 1.0
        return (self.shared(frozenset(old), frozenset(new)) + Indel.normalized_similarity(old, new)) / 2

    def shared(self, old: frozenset[str], new: frozenset[str]) -> float:
        """How much of their words two texts share, from 0 to 1."""
        everything = self.weight(old) + self.weight(new)
        return 2 * self.weight(old & new) / everything if everything else 0.0

    def near(self, old: Sequence[Words], new: Sequence[Words]) -> tuple[Likeness, ...]:
        """The pairs worth looking at: of each text the likest few of the other list."""
        there = {(number, other) for number, other in self._nearest(old, new)}
        back = {(number, other) for other, number in self._nearest(new, old)}
        return tuple(Likeness(self.alike(old[n], new[m]), n, m) for n, m in sorted(there | back))

    def _nearest(self, texts: Sequence[Words], others: Sequence[Words]) -> Iterator[tuple[int, int]]:
        holders: dict[str, list[int]] = defaultdict(list)
        for number, text in enumerate(others):
            for word in frozenset(text):
                holders[word].append(number)
        telling = {word: (self._weights[word], found) for word, found in holders.items() if len(found) <= COMMON}
        for number, text in enumerate(texts):
            near: dict[int, int] = defaultdict(int)
            for weight, found in (telling[word] for word in frozenset(text) if word in telling):
                for other in found:
                    near[other] += weight
            ordered = sorted(near, key=lambda other: (-near[other], abs(other - number), other))
            yield from ((number, other) for other in ordered[:NEAREST])


def best(found: Iterable[Likeness], limit: float) -> Iterator[Likeness]:
    """The pairs to be made of *found*, each text once and the most alike first; what is in doubt stays single."""
    ordered = sorted((one for one in found if one.score >= limit), key=lambda one: one.order)
    rivals: dict[tuple[str, int], list[Likeness]] = defaultdict(list)
    for one in ordered:
        rivals["old", one.old].append(one)
        rivals["new", one.new].append(one)
    olds: set[int] = set()
    news: set[int] = set()
    for one in ordered:
        if one.old in olds or one.new in news:
            continue
        others = (*rivals["old", one.old], *rivals["new", one.new])
        second = max((o.score for o in others if o is not one and o.old not in olds and o.new not in news), default=0)
        olds.add(one.old)
        news.add(one.new)
        if one.score >= SURE or one.score - second >= LEAD:
            yield one
