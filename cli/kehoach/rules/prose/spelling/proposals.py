"""What two syllables that make no word may have been meant to be."""

from collections.abc import Iterator

from kehoach.phrases.lexicon import Lexicon
from kehoach.records import dataclass, field
from kehoach.rules.prose.spelling.likeness import alike
from kehoach.rules.prose.spelling.lists import Lists, Pair, lists
from kehoach.rules.prose.spelling.syllable import bare


@dataclass(frozen=True, slots=True, eq=False)
class Proposals:
    """The terms near to pairs of syllables.

    *apart* finds a term by its letters without marks; *seen* keeps the pairs that have any.
    """

    known: Lists
    apart: dict[Pair, list[Pair]]
    seen: dict[Pair, tuple[Pair, ...]] = field(default_factory=dict)

    def of(self, pair: Pair) -> tuple[Pair, ...]:
        """The terms that *pair* may stand for; the nearest first, none where it is a word itself."""
        if pair in self.seen:
            return self.seen[pair]
        near = () if self.known.word(*pair) else tuple(dict.fromkeys(self._near(*pair)))
        if near:
            self.seen[pair] = near
        return near

    def _near(self, first: str, second: str) -> Iterator[Pair]:
        """Terms with one syllable changed, else, where one could not stand alone, with the marks of both
        or in the other order.

        Words of grammar are never changed.
        """
        if first not in self.known.small:
            yield from ((x, second) for x in sorted(self.known.before_term.get(second, ())) if alike(first, x))
        if second not in self.known.small:
            yield from ((first, y) for y in sorted(self.known.after_term.get(first, ())) if alike(second, y))
        if not self.known.small.isdisjoint((first, second)):
            return
        if not {first, second} <= self.known.alone:
            unmarked = self.apart.get((bare(first), bare(second)), ())
            yield from (term for term in unmarked if term[0] != first and term[1] != second)
            if first in self.known.after_term.get(second, ()):
                yield second, first


def proposals(lexicon: Lexicon) -> Proposals:
    """The proposals that the word lists of *lexicon* allow."""
    return lexicon.view(_proposals)


def _proposals(lexicon: Lexicon) -> Proposals:
    known = lists(lexicon)
    apart: dict[Pair, list[Pair]] = {}
    for second, firsts in sorted(known.before_term.items()):
        for first in sorted(firsts):
            apart.setdefault((bare(first), bare(second)), []).append((first, second))
    return Proposals(known, apart)
