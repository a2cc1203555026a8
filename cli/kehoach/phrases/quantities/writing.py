"""Writes quantities: the usual form of one, and another number in the words of one."""

import re
from collections.abc import Mapping
from fractions import Fraction

from kehoach.phrases.lexicon import Lexicon
from kehoach.phrases.quantities.frame import OPS, multipliers
from kehoach.phrases.quantities.model import Op, Quantity
from kehoach.phrases.quantities.numbers import Number, number_written
from kehoach.phrases.quantities.words import Lists
from kehoach.records import dataclass


@dataclass(frozen=True, slots=True)
class Usual:
    """The usual word for each part: the first of its list."""

    ambition: str
    every: str
    up: str
    down: str
    against: str
    points: str
    comparators: Mapping[Op, str]
    multipliers: Mapping[str, int]


def usual_of(lexicon: Lexicon) -> Usual:
    """The usual words in *lexicon*."""
    lists = Lists(lexicon)
    return Usual(
        ambition=lists("ambition", "words")[0],
        every=lists("every")[0],
        up=lists("growth", "up")[0],
        down=lists("growth", "down")[0],
        against=lists.word("growth", "against"),
        points=lists("growth", "points")[0],
        comparators={op: lists("comparators", "before", op)[0] for op in OPS},
        multipliers=multipliers(lists),
    )


def canonical(quantity: Quantity, lexicon: Lexicon) -> str:
    """The usual way to write *quantity*; it reads as an equal quantity again."""
    usual = lexicon.view(usual_of)
    amount = _amount(quantity, usual)
    lead = _lead(quantity, usual)
    if quantity.every[:1].isdigit():
        amount = f"{quantity.every}/{amount}"
    elif quantity.every and quantity.number_alone:
        lead.insert(1 if quantity.ambition else 0, f"{usual.every} {quantity.every}")
    elif quantity.every:
        amount = f"{amount}/{quantity.every}"
    return " ".join((*lead, amount, *_tail(quantity, usual)))


def with_number(quantity: Quantity, text: str) -> str:
    """*quantity* as written, with *text* (as typed: zeros and dots kept) for its number or range.

    An emphasis mark that opens or closes inside the replaced stretch is kept.
    """
    start, end = quantity.number_span
    old = quantity.written[start:end]
    marks = re.findall(r"\*+", old) if "*" in old else []
    return quantity.written[:start] + text + (marks[0] if len(marks) % 2 else "") + quantity.written[end:]


def _lead(quantity: Quantity, usual: Usual) -> list[str]:
    parts = [usual.ambition] if quantity.ambition else []
    if quantity.growth:
        parts.append(usual.up if quantity.growth.up else usual.down)
    if not quantity.bare:
        parts.append(usual.comparators[quantity.op])
    return parts


def _amount(quantity: Quantity, usual: Usual) -> str:
    factor = usual.multipliers.get(quantity.multiplier.casefold(), 1)
    numbers = [_number(value, factor, quantity) for value in (quantity.low, quantity.high) if value is not None]
    measure = "%" if quantity.percent else ""
    if quantity.growth and quantity.growth.points:
        measure = f" {usual.points}"
    return " ".join(filter(None, (" - ".join(numbers) + measure, quantity.multiplier, quantity.unit)))


def _number(value: Number, factor: int, quantity: Quantity) -> str:
    return number_written(Fraction(value) / factor, pad=not quantity.percent and quantity.growth is None)


def _tail(quantity: Quantity, usual: Usual) -> list[str]:
    growth = quantity.growth
    baseline = [usual.against, growth.baseline] if growth and growth.baseline else []
    return [*baseline, quantity.qualifier] if quantity.qualifier else baseline
