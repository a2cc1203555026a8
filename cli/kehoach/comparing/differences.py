"""Two sentences laid beside one another: what stayed, what went by with the year, what somebody changed."""

from collections.abc import Iterator, Sequence
from enum import StrEnum
from itertools import groupby

from rapidfuzz.distance import Indel

from kehoach.comparing.moving import moving
from kehoach.comparing.rolling import rolled, same
from kehoach.comparing.tokens import Span, Token, tokens
from kehoach.phrases.lexicon import Lexicon
from kehoach.records import dataclass

ISLAND = 1


class Kept(StrEnum):
    """What became of a stretch of a sentence."""

    SAME = "same"
    ROLLED = "rolled"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words of the old sentence (*start* to *end*) and of the new one that belong together; either may be empty."""

    kept: Kept
    old: tuple[int, int]
    new: tuple[int, int]

    @property
    def moved(self) -> bool:
        """Whether the two sides are not the same."""
        return self.kept is not Kept.SAME

    @property
    def mirrored(self) -> "Stretch":
        """The same seen from the other side."""
        return Stretch(self.kept, self.new, self.old)


@dataclass(frozen=True, slots=True)
class Sides:
    """The years of the two plans, and the word lists by which their sentences are read."""

    years: tuple[int, int]
    lexicon: Lexicon

    @property
    def between(self) -> int:
        """How many years lie between them."""
        return self.years[1] - self.years[0]

    def laid(
        self, old: str, new: str, apart: tuple[tuple[Span, ...], tuple[Span, ...]] = ((), ())
    ) -> tuple[Stretch, ...]:
        """The two sentences beside one another; what stands *apart* in them is told elsewhere."""
        before, after = (
            tokens(text, moving(text, year, self.lexicon, told))
            for text, year, told in zip((old, new), self.years, apart, strict=True)
        )
        return difference(before, after, self.between)


Pair = tuple[Token | None, Token | None]


def difference(old: Sequence[Token], new: Sequence[Token], years: int) -> tuple[Stretch, ...]:
    """The stretches of two sentences in order; *years* is how many lie between their plans.

    Seen from the other side it gives the same stretches mirrored.
    """
    if [token.text for token in new] < [token.text for token in old]:
        return tuple(one.mirrored for one in difference(new, old, -years))
    judged = [(_kept(*pair, years), pair) for pair in _aligned(old, new)]
    groups = [(kept, [pair for _, pair in group]) for kept, group in groupby(judged, key=lambda one: one[0])]
    return tuple(_stretches(_bridged(groups)))


def changed(stretches: Sequence[Stretch]) -> bool:
    """Whether somebody changed anything."""
    return any(one.kept is Kept.CHANGED for one in stretches)


def _aligned(old: Sequence[Token], new: Sequence[Token]) -> Iterator[Pair]:
    for code in Indel.opcodes([token.key for token in old], [token.key for token in new]):
        before, after = old[code.src_start : code.src_end], new[code.dest_start : code.dest_end]
        if code.tag == "equal":
            yield from zip(before, after, strict=True)
        else:
            yield from ((token, None) for token in before)
            yield from ((None, token) for token in after)


def _kept(old: Token | None, new: Token | None, years: int) -> Kept:
    if old is None or new is None:
        return Kept.CHANGED
    if same(old, new):
        return Kept.SAME
    return Kept.ROLLED if rolled(old, new, years) else Kept.CHANGED


def _bridged(groups: list[tuple[Kept, list[Pair]]]) -> Iterator[tuple[Kept, list[Pair]]]:
    """*groups* with a single kept word between two changes counted to the change: so a person would mark it."""
    held: list[Pair] = []
    for n, (kept, pairs) in enumerate(groups):
        inside = 0 < n < len(groups) - 1 and groups[n - 1][0] is groups[n + 1][0] is Kept.CHANGED
        if kept is Kept.CHANGED or (inside and kept is Kept.SAME and len(pairs) <= ISLAND and _small(groups, n)):
            held += pairs
            continue
        if held:
            yield Kept.CHANGED, held
            held = []
        yield kept, pairs
    if held:
        yield Kept.CHANGED, held


def _small(groups: list[tuple[Kept, list[Pair]]], n: int) -> bool:
    """Whether the changes around an island are larger than it."""
    return min(len(groups[n - 1][1]), len(groups[n + 1][1])) > ISLAND


def _stretches(groups: Iterator[tuple[Kept, list[Pair]]]) -> Iterator[Stretch]:
    ends = (0, 0)
    for kept, pairs in groups:
        old = _span([token for token, _ in pairs if token], ends[0])
        new = _span([token for _, token in pairs if token], ends[1])
        ends = (old[1], new[1])
        yield Stretch(kept, old, new)


def _span(found: list[Token], otherwise: int) -> tuple[int, int]:
    return (found[0].start, found[-1].end) if found else (otherwise, otherwise)
