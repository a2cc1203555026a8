"""The figures of a target, then and now."""

from collections.abc import Iterator, Mapping
from fractions import Fraction

from kehoach.comparing.differences import Sides, Stretch, changed
from kehoach.comparing.entries import Entry
from kehoach.phrases.quantity import Quantity
from kehoach.plan import Figure, Value
from kehoach.records import dataclass

FIGURES = "figures"
WHOLE_SENTENCE = frozenset({"phrase", "nth", "op", "previous"})

Values = tuple[Value | None, Value | None]


@dataclass(frozen=True, slots=True)
class FigureChange:
    """What is different in a figure; *field* is ``figures/<id>`` for its phrase, else goes on with a key below it.

    *values* lead to where the phrases were written.
    """

    field: str
    words: tuple[str, str]
    values: Values
    stretches: tuple[Stretch, ...]
    rolled: bool


@dataclass(frozen=True, slots=True)
class Shift:
    """How a number moved: *difference* is new less old, *share* the same in parts of the old number.

    Both are None where the two do not measure the same; *comparator*, *unit*: that of them is another one.
    """

    old: Quantity | None
    new: Quantity | None
    difference: int | Fraction | None
    share: Fraction | None
    comparator: bool
    unit: bool


def mated(old: Entry, new: Entry) -> Iterator[tuple[Figure | None, Figure | None]]:
    """The figures of two targets in pairs: by id where they measure the same, then by measure, then by id alone."""
    olds, news = list(old.figures), list(new.figures)
    pairs: list[tuple[Figure | None, Figure | None]] = []
    for alike in (_same, _same_measure, _same_id):
        for figure in tuple(news):
            mate = next((one for one in olds if alike(one, figure)), None)
            if mate:
                pairs.append((mate, figure))
                olds.remove(mate)
                news.remove(figure)
    order = {id(figure): n for n, figure in enumerate(new.figures)}
    pairs.sort(key=lambda pair: order.get(id(pair[1]), 0))
    yield from (*pairs, *((None, figure) for figure in news), *((figure, None) for figure in olds))


def figures(old: Entry, new: Entry, sides: Sides) -> Iterator[FigureChange]:
    """What is different in the figures of two targets."""
    for before, after in mated(old, new):
        name = f"{FIGURES}/{(after or before).id}"  # type: ignore[union-attr]
        words = _phrase(before), _phrase(after)
        values = before.phrase if before else None, after.phrase if after else None
        if words[0] != words[1]:
            yield _told(name, words, values, sides)
        if before and after:
            was, now = _fields(before), _fields(after)
            for key in sorted(was.keys() | now.keys()):
                pair = was.get(key, ""), now.get(key, "")
                if pair[0] != pair[1]:
                    yield _told(f"{name}/{key}", pair, values, sides)


def shift(old: Quantity | None, new: Quantity | None) -> Shift:
    """How the number moved from *old* to *new*."""
    if old is None or new is None:
        return Shift(old, new, None, None, False, False)
    unit = (old.percent, old.counting, old.measure) != (new.percent, new.counting, new.measure)
    alike = (old.percent, old.counting) == (new.percent, new.counting)
    less = Fraction(new.low) - Fraction(old.low) if alike else None
    share = less / Fraction(old.low) if less is not None and old.low else None
    return Shift(old, new, less, share, (old.op, old.bare) != (new.op, new.bare), unit)


def _told(field: str, words: tuple[str, str], values: Values, sides: Sides) -> FigureChange:
    stretches = sides.laid(*words)
    return FigureChange(field, words, values, stretches, not changed(stretches))


def _phrase(figure: Figure | None) -> str:
    return " ".join(figure.phrase.text.split()) if figure else ""


def _fields(figure: Figure) -> Mapping[str, str]:
    """What is said of a figure besides its phrase, by name; of shares each with its unit."""
    found: dict[str, list[str]] = {}
    for key, value in figure.fields.items():
        name, _, part = key.partition("/")
        if name not in WHOLE_SENTENCE and value.text:
            found.setdefault(name, []).append(f"{part} {' '.join(value.text.split())}".lstrip())
    return {name: "; ".join(said) for name, said in found.items()}


def _same(old: Figure, new: Figure) -> bool:
    return _same_id(old, new) and _same_measure(old, new)


def _same_id(old: Figure, new: Figure) -> bool:
    return old.id == new.id


def _same_measure(old: Figure, new: Figure) -> bool:
    return _measure(old) == _measure(new)


def _measure(figure: Figure) -> tuple[object, ...]:
    quantity = figure.quantity
    return (quantity.percent, quantity.counting, quantity.measure) if quantity else ()
