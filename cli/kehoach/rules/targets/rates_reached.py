"""A share of all against the shares of the units, weighted by how many each unit has."""

from collections.abc import Iterator
from fractions import Fraction

from kehoach.cascade.account import Entry
from kehoach.cascade.asking import CEILINGS
from kehoach.cascade.below import Part
from kehoach.cascade.sums import Total, Verdict, verdict
from kehoach.findings import Fault
from kehoach.phrases.quantity import Number, Quantity, number_written
from kehoach.plan import Cascade
from kehoach.rules.registry import ERROR, Grain, rule
from kehoach.rules.targets.tree import asked, place_of, related
from kehoach.rules.view import View

DECIMALS = 2


@rule("TGT218", Grain.TREE, ERROR)
def rates_reached(view: View) -> Iterator[Fault]:
    """The units' allocated shares, weighted by their sizes, reach the share of all.

    Percentages are never averaged. The sizes are known where the figure is part of another (``subset_of``) that
    every unit has in numbers; where one is missing, nothing is said.
    """
    for plan, entry, found in view.whole(asked):
        known = entry.quantity
        if entry.cascade is not Cascade.RATE or not entry.shares or known is None or known.op in CEILINGS:
            continue
        weighted = _weighted(entry, found)
        if weighted is not None and verdict(known, Total(weighted, weighted), complete=True) is not Verdict.REACHED:
            arguments = {"id": entry.target, "phrase": entry.phrase, "reached": rounded_down(weighted) + "%"}
            yield Fault("TGT218", place_of(entry, plan), entry.pointer, arguments, related(entry, found, plan, view))


def _weighted(entry: Entry, found: tuple[Part, ...]) -> Number | None:
    """The share that all units reach together, exact; None while a share or a size is not known."""
    rates = [part.quantity for part in found]
    sizes = [_size(entry, part) for part in found]
    known = [(rate.low, size.low) for rate, size in zip(rates, sizes, strict=True) if rate and size and rate.percent]
    everyone = sum((Fraction(size) for _, size in known), Fraction(0))
    if len(known) < len(found) or not everyone:
        return None
    return sum((Fraction(rate) * Fraction(size) for rate, size in known), Fraction(0)) / everyone


def _size(entry: Entry, part: Part) -> Quantity | None:
    whole = part.account.entries.get((entry.target, entry.whole)) if part.account and entry.whole else None
    return whole.quantity if whole and whole.quantity and not whole.quantity.percent else None


def rounded_down(number: Number) -> str:
    """*number* with at most two decimals; it is only shown, never reckoned with."""
    return number_written(Fraction(int(Fraction(number) * 10**DECIMALS), 10**DECIMALS))
