"""Two resolved plans compared: pairs first, then what is different in each."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial

from kehoach.comparing.changes import ID, WORDS, Change, Comparison, Side, What
from kehoach.comparing.differences import Sides, changed
from kehoach.comparing.entries import TITLED, Entry, Sort, Spoken, entries, parents
from kehoach.comparing.figures import figures
from kehoach.comparing.order import out_of_order
from kehoach.comparing.pairing import Pair, paired
from kehoach.comparing.tokens import Span
from kehoach.phrases.lexicon import Lexicon
from kehoach.plan import Plan, Value
from kehoach.records import dataclass

THEME = "theme"
PLACED = ("under", "after", "before")
ROUTINE = frozenset({"issued/number", "issued/date"})


@dataclass(frozen=True, slots=True)
class Compared:
    """A plan on one side of a comparison; *spoken* fills the placeholders of its values."""

    plan: Plan
    spoken: Spoken


def compared(old: Compared, new: Compared, lexicon: Lexicon, *, by_id: bool = True) -> Comparison:
    """What changed from *old* to *new*; *by_id* is false where the ids were made from the words of two documents."""
    trees = entries(old.plan, old.spoken), entries(new.plan, new.spoken)
    moved = {**{late: early for early, late in old.plan.moved.items()}, **new.plan.moved}
    pairs = paired(*trees, moved, by_id=by_id)
    sides = Sides((old.plan.year, new.plan.year), lexicon)
    teller = _Teller(pairs, {**parents(trees[0]), **parents(trees[1])}, sides, renamed=bool(moved) and by_id)
    return Comparison(tuple(teller.changes()), pairs, sides.between)


class _Teller:
    """Tells of each pair what is different."""

    def __init__(self, pairs: Sequence[Pair], above: Mapping[Entry, Entry], sides: Sides, *, renamed: bool) -> None:
        self.pairs, self.above, self.sides, self.renamed = pairs, above, sides, renamed
        self.themes = tuple(filter(None, (one.words for one in above if one.id == THEME)))
        self.mates = {pair.old: pair.new for pair in pairs if pair.old and pair.new}
        self.paired = frozenset((*self.mates, *self.mates.values()))

    def changes(self) -> Iterator[Change]:
        moved = self._moved()
        for pair in self._in_order():
            if pair.old and pair.new:
                yield from self._between(pair, pair.new in moved)
            elif self._topmost(pair):
                what = What.ADDED if pair.new else What.REMOVED
                yield Change(what, "", self._side(pair.old), self._side(pair.new))

    def _in_order(self) -> Iterator[Pair]:
        """The pairs as a reader of the new plan meets them; what is gone stands behind what stood before it."""
        rank = {pair.new: n for n, pair in enumerate(self.pairs) if pair.new}
        gone: dict[int, list[Pair]] = {}
        last = -1
        for old in self._olds():
            if mate := self.mates.get(old):
                last = rank[mate]
            else:
                gone.setdefault(last, []).append(Pair(old, None))
        yield from gone.get(-1, ())
        for n, pair in enumerate(pair for pair in self.pairs if pair.new):
            yield pair
            yield from gone.get(n, ())

    def _olds(self) -> Iterator[Entry]:
        root = next(pair.old for pair in self.pairs if pair.old and pair.old.sort is Sort.PLAN)
        return root.walk()

    def _topmost(self, pair: Pair) -> bool:
        """Whether what holds it was there before, and still is: what came or went whole is told once."""
        entry = pair.new or pair.old
        assert entry
        return self.above[entry] in self.paired

    def _moved(self) -> frozenset[Entry]:
        """The new entries that stand elsewhere: under something else, or out of their old order."""
        found = {new for old, new in self.mates.items() if old in self.above and not self._same_place(old, new)}
        for old, new in self.mates.items():
            stayed = [one for one in old.children if self.mates.get(one) in new.children]
            mates = [self.mates[one] for one in stayed]
            now = sorted(mates, key=new.children.index)
            names = {self.mates[one]: "\0".join(sorted((_name(one), _name(self.mates[one])))) for one in stayed}
            found |= {now[n] for n in out_of_order(mates, now, [names[one] for one in now])}
        return frozenset(found)

    def _same_place(self, old: Entry, new: Entry) -> bool:
        return self.mates.get(self.above[old]) is self.above[new]

    def _side(self, entry: Entry | None, words: str | None = None, value: Value | None = None) -> Side | None:
        if entry is None:
            return None
        return Side(entry, entry.words if words is None else words, self.above.get(entry), value or entry.value)

    def _between(self, pair: Pair, moved: bool) -> Iterator[Change]:
        old, new = pair.old, pair.new
        assert old
        assert new
        told = partial(Change, likeness=pair.likeness)
        if moved:
            placed = next(filter(None, map(new.sources.get, PLACED)), (new.value,))
            yield told(What.MOVED, "", self._side(old), self._side(new, None, placed[0]))
        if self.renamed and old.id and new.id and old.id != new.id:
            yield told(What.RENAMED, ID, self._side(old, old.id), self._side(new, new.id))
        if old.words != new.words:
            yield from self._reworded(old, new, told)
        for name in sorted(old.fields.keys() | new.fields.keys()):
            yield from self._field(old, new, name, told)
        for one in figures(old, new, self.sides):
            sides = (self._side(old, one.words[0], one.values[0]), self._side(new, one.words[1], one.values[1]))
            yield told(What.CHANGED, one.field, *sides, stretches=one.stretches, rolled=one.rolled)

    def _reworded(self, old: Entry, new: Entry, told: Callable[..., Change]) -> Iterator[Change]:
        stretches = self.sides.laid(old.words, new.words, (self._apart(old), self._apart(new)))
        routine = self.sides.between != 0 and new.id in ROUTINE
        what = What.RENAMED if new.sort in TITLED else What.CHANGED
        if any(one.moved for one in stretches):
            rolled = routine or not changed(stretches)
            yield told(what, WORDS, self._side(old), self._side(new), stretches=stretches, rolled=rolled)

    def _field(self, old: Entry, new: Entry, name: str, told: Callable[..., Change]) -> Iterator[Change]:
        before, after = old.fields.get(name, ""), new.fields.get(name, "")
        if before == after:
            return
        stretches = self.sides.laid(before, after)
        sides = self._side(old, before, _source(old, new, name)), self._side(new, after, _source(new, old, name))
        yield told(What.CHANGED, name, *sides, stretches=stretches, rolled=not changed(stretches))

    def _apart(self, entry: Entry) -> tuple[Span, ...]:
        """The stretches of a sentence that are told by themselves: the theme where it is quoted, figures, the time."""
        quoted = [(entry.words.find(one), len(one)) for one in self.themes if entry.id != THEME]
        return (*((start, start + length) for start, length in quoted if start >= 0), *_figured(entry))


def _source(entry: Entry, other: Entry, name: str) -> Value | None:
    """Where the field *name* of *entry* says what *other* does not."""
    values, said = entry.sources.get(name, ()), {value.text for value in other.sources.get(name, ())}
    return next((value for value in values if value.text not in said), next(iter(values), None))


def _figured(entry: Entry) -> tuple[Span, ...]:
    """Where a sentence says its figures and its time."""
    found: list[Span] = []
    position = 0
    for figure in sorted(entry.figures, key=lambda one: one.start):
        start = entry.words.find(figure.phrase.text, position) if figure.phrase.text else -1
        if start >= 0:
            position = start + len(figure.phrase.text)
            found.append((start, position))
    for time in filter(None, entry.fields.get("when", "").split("; ")):
        start = entry.words.find(time)
        if start >= 0:
            found.append((start, start + len(time)))
    return tuple(found)


def _name(entry: Entry) -> str:
    return entry.id or entry.words
