"""Which entry of one plan is which entry of the other: identity before place, likeness last."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import product

from kehoach.comparing.entries import ITEMS, LEAVES, TITLED, Entry, Sort, parents
from kehoach.comparing.likeness import Likeness, Measure, Words, best, words
from kehoach.records import dataclass

LIMIT = 0.5  # nothing less alike is a pair
FAR_LIMIT = 0.62  # what stands elsewhere must be more alike
TITLE = 0.6  # the share of the title in the likeness of two sections; the rest is what they hold


@dataclass(frozen=True, slots=True, eq=False)
class Pair:
    """An entry of the old plan and one of the new, or one without a mate.

    *likeness*, from 0 to 1, tells how sure that is; None where they are one by their ids or their place in the head.
    """

    old: Entry | None
    new: Entry | None
    likeness: float | None = None


def paired(old: Entry, new: Entry, moved: Mapping[str, str], *, by_id: bool) -> tuple[Pair, ...]:
    """The entries of two trees in pairs: those of the new plan in its order, then the old ones that are left.

    *moved* leads from old ids to new ones. Where the two plans share no ids (*by_id* false) words alone decide.
    """
    pairing = _Pairing(old, new)
    pairing.mate(old, new, None)
    pairing.by_identity(moved, by_id)
    pairing.by_equality()
    pairing.sections()
    pairing.leaves()
    return tuple(pairing.pairs())


class _Pairing:
    """The pairs made so far between the entries of two trees."""

    def __init__(self, old: Entry, new: Entry) -> None:
        self.olds, self.news = tuple(old.walk()), tuple(new.walk())
        self.above = {**parents(old), **parents(new)}
        self.texts: dict[Entry, Words] = {entry: words(entry.words) for entry in (*self.olds, *self.news)}
        self.measure = Measure(self.texts.values())
        self.mates: dict[Entry, tuple[Entry, float | None]] = {}

    def mate(self, old: Entry, new: Entry, likeness: float | None) -> None:
        """Make a pair of two entries that are single."""
        self.mates[old], self.mates[new] = (new, likeness), (old, likeness)

    def pairs(self) -> Iterator[Pair]:
        for new in self.news:
            old, likeness = self.mates.get(new, (None, None))
            yield Pair(old, new, likeness)
        yield from (Pair(old, None) for old in self.olds if old not in self.mates)

    def by_identity(self, moved: Mapping[str, str], by_id: bool) -> None:
        named = [entry for entry in self.olds if entry.id and (by_id or entry.sort is Sort.HEAD)]
        olds = {_identity(entry, moved): entry for entry in named}
        for new in self.news:
            old = olds.get(_identity(new, {})) if new.id else None
            if old and old not in self.mates and new not in self.mates:
                self.mate(old, new, None)

    def by_equality(self) -> None:
        """Entries that say the same in the same place, then the only ones that say it."""
        for told in (self._here, self._said):
            olds, news = self._told(self.olds, told), self._told(self.news, told)
            for said, held in olds.items():
                if len(held) == len(news.get(said, ())) == 1:
                    self.mate(held[0], news[said][0], 1.0)

    def sections(self) -> None:
        """Sections and annexes by their titles and by what they hold."""
        olds, news = self._single(self.olds, TITLED), self._single(self.news, TITLED)
        held = {entry: self._held(entry) for entry in (*olds, *news)}
        pairs = product(enumerate(olds), enumerate(news))
        found = (Likeness(self._sections_alike(a, b, held), i, j) for (i, a), (j, b) in pairs)
        self._take(olds, news, found, LIMIT)

    def leaves(self) -> None:
        """What stands in a pair of sections, then what went elsewhere; last the rest of the head."""
        for place in self._common_places():
            olds, news = self._single(place[0].children, LEAVES), self._single(place[1].children, LEAVES)
            self._alike(olds, news, LIMIT)
        self._alike(self._single(self.olds, LEAVES), self._single(self.news, LEAVES), FAR_LIMIT)
        for sort in (Sort.BASIS, Sort.OPENING, Sort.RECIPIENT):
            self._alike(self._single(self.olds, {sort}), self._single(self.news, {sort}), LIMIT)

    def _common_places(self) -> Iterator[tuple[Entry, Entry]]:
        for old in self.olds:
            if old in self.mates and old.children:
                yield old, self.mates[old][0]

    def _alike(self, olds: Sequence[Entry], news: Sequence[Entry], limit: float) -> None:
        near = self.measure.near([self.texts[one] for one in olds], [self.texts[one] for one in news])
        self._take(olds, news, near, limit)

    def _take(self, olds: Sequence[Entry], news: Sequence[Entry], found: Iterable[Likeness], limit: float) -> None:
        for one in tuple(best(found, limit)):
            self.mate(olds[one.old], news[one.new], one.score)

    def _single(self, entries: Iterable[Entry], sorts: Iterable[Sort]) -> list[Entry]:
        wanted = frozenset(sorts)
        return [entry for entry in entries if entry.sort in wanted and entry not in self.mates]

    def _told(self, entries: Iterable[Entry], told: Callable[[Entry], object]) -> dict[object, list[Entry]]:
        found: dict[object, list[Entry]] = defaultdict(list)
        for entry in entries:
            if entry not in self.mates and self.texts[entry]:
                found[told(entry)].append(entry)
        return found

    def _said(self, entry: Entry) -> object:
        return _family(entry), self.texts[entry]

    def _here(self, entry: Entry) -> object:
        """What it says and where: the titles above it."""
        above: list[Words] = []
        one = entry
        while one in self.above:
            one = self.above[one]
            above.append(self.texts[one])
        return _family(entry), self.texts[entry], tuple(above)

    def _held(self, entry: Entry) -> frozenset[str]:
        return frozenset(word for one in entry.walk() if one is not entry for word in self.texts[one])

    def _sections_alike(self, old: Entry, new: Entry, held: Mapping[Entry, frozenset[str]]) -> float:
        title = self.measure.alike(self.texts[old], self.texts[new])
        return TITLE * title + (1 - TITLE) * self.measure.shared(held[old], held[new])


def _family(entry: Entry) -> str:
    """What may be taken for one another: an item may have been written as prose, and the other way."""
    if entry.sort in TITLED:
        return "titled"
    return "leaf" if entry.sort in LEAVES else entry.sort


def _identity(entry: Entry, moved: Mapping[str, str]) -> tuple[str, str]:
    family = "item" if entry.sort in ITEMS else _family(entry)
    return family, moved.get(entry.id, entry.id)
