"""The targets of two plans as a table: last year, this year, the difference."""

from collections.abc import Callable, Iterator
from fractions import Fraction

from kehoach.comparing.changes import Comparison
from kehoach.comparing.entries import Entry, Sort
from kehoach.comparing.figures import FIGURES, mated, shift
from kehoach.contrast import TargetLine
from kehoach.phrases.quantities.numbers import Number, number_written
from kehoach.plan import Figure, Item
from kehoach.records import replace

Printed = Callable[[Entry], str]
Figures = tuple[Figure | None, Figure | None]


def target_lines(comparison: Comparison, printed: Printed) -> Iterator[TargetLine]:
    """The figures of the targets that both plans have, and of those that only the new one has."""
    rolled = {(change.entry, change.field) for change in comparison.changes if change.rolled}
    for pair in comparison.pairs:
        if pair.old and pair.new and pair.new.sort is Sort.TARGET and pair.old.sort is Sort.TARGET:
            for before, after in mated(pair.old, pair.new):
                line = _both(pair.old, pair.new, (before, after), printed)
                yield replace(line, rolled=(pair.new, f"{FIGURES}/{(after or before).id}") in rolled)  # type: ignore[union-attr]
        elif pair.new and pair.new.sort is Sort.TARGET:
            for figure in pair.new.figures:
                pointer, place = _pointer(pair.new, figure), printed(pair.new)
                yield TargetLine(pointer, place, pair.new.words, "", figure.phrase.text)


def _both(old: Entry, new: Entry, figures: Figures, printed: Printed) -> TargetLine:
    before, after = figures
    moved = shift(before.quantity if before else None, after.quantity if after else None)
    other = {"comparator": moved.comparator, "unit": moved.unit, "carrier": _carrier(old.item) != _carrier(new.item)}
    chart = (float(moved.old.low), float(moved.new.low)) if moved.old and moved.new and not moved.unit else None
    return TargetLine(
        pointer=_pointer(new, after or before),
        printed=printed(new),
        words=new.words,
        old=before.phrase.text if before else "",
        new=after.phrase.text if after else "",
        difference=_signed(moved.difference),
        percent=_percent(moved.share),
        numbers=chart,
        other=tuple(name for name, is_other in other.items() if is_other),
    )


def _pointer(entry: Entry, figure: Figure | None) -> str:
    return f"{entry.id}.{figure.id}" if figure else entry.id


def _carrier(item: Item | None) -> tuple[str, ...]:
    return item.carrier.words if item else ()


def _signed(number: Number | None) -> str:
    """A number with its sign, as officers write them; nothing where there is none."""
    if number is None:
        return ""
    written = number_written(number)
    return f"+{written}" if number > 0 else written


def _percent(share: Fraction | None) -> str:
    if share is None:
        return ""
    return f"{_signed(Fraction(round(share * 1000), 10))}%"
