"""Writes quantities: the usual form of one, and another number in the words of one."""

import re
from fractions import Fraction

from kehoach.phrases.lexicon import Lexicon
from kehoach.phrases.numbers import Number, number_written
from kehoach.phrases.quantity_model import Op, Quantity
from kehoach.phrases.quantity_words import Words, words_of


def canonical(quantity: Quantity, lexicon: Lexicon) -> str:
    """The usual way to write *quantity*; it reads as an equal quantity again."""
    words = lexicon.view(words_of)
    if quantity.every[:1].isdigit():
        return _lead(quantity, words) + f"{quantity.every}/{_amount(quantity, words)}{_tail(quantity, words)}"
    every = f"/{quantity.every}" if quantity.every else ""
    return _lead(quantity, words) + _amount(quantity, words) + every + _tail(quantity, words)


def with_number(quantity: Quantity, text: str) -> str:
    """*quantity* as written, with *text* (as typed: zeros and dots kept) for its number or range.

    Emphasis marks that open or close inside the replaced stretch are kept.
    """
    start, end = quantity.number_span
    marks = re.findall(r"\*+", quantity.written[start:end])
    return quantity.written[:start] + text + (marks[0] if len(marks) % 2 else "") + quantity.written[end:]


def _lead(quantity: Quantity, words: Words) -> str:
    parts = [words.usual["ambition"]] if quantity.ambition else []
    if quantity.growth:
        parts.append(words.usual["up" if quantity.growth.up else "down"])
    if not quantity.bare and quantity.op is not Op.BETWEEN:
        parts.append(words.comparators[quantity.op])
    return "".join(f"{part} " for part in parts)


def _amount(quantity: Quantity, words: Words) -> str:
    factor = words.multipliers.get(quantity.multiplier.casefold(), 1)
    numbers = [_number(value, factor, quantity) for value in (quantity.low, quantity.high) if value is not None]
    points = quantity.percent and quantity.growth is not None and quantity.growth.points
    measure = f" {words.usual['points']}" if points else "%" if quantity.percent else ""
    multiplier = f" {quantity.multiplier}" if quantity.multiplier else ""
    unit = f" {quantity.unit}" if quantity.unit else ""
    return " - ".join(numbers) + measure + multiplier + unit


def _number(value: Number, factor: int, quantity: Quantity) -> str:
    amount = Fraction(value) / factor
    return number_written(amount, pad=not quantity.percent and quantity.growth is None)


def _tail(quantity: Quantity, words: Words) -> str:
    growth = quantity.growth
    baseline = f" {words.usual['against']} {growth.baseline}" if growth and growth.baseline else ""
    return baseline + (f" {quantity.qualifier}" if quantity.qualifier else "")
