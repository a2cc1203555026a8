"""Finds every quantity of a sentence or a whole document, and what reaches it from outside."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from kehoach.phrases.lexicon import Lexicon
from kehoach.phrases.plain import Plain
from kehoach.phrases.quantity_model import Counting, Found, Op, Reach
from kehoach.phrases.quantity_reach import Markers, markers_of
from kehoach.phrases.quantity_reading import Reading, number_starts, quantity_of, reading_at
from kehoach.phrases.set_phrases import SetPhrases, is_year, masked, quoted

_LIST_GAP = re.compile(r"\s*(?:[,;]?\s*(?:và|hoặc)?|,)\s*")
_ALTERNATIVE = re.compile(r"\s*,?\s*hoặc\s*")


@dataclass(frozen=True, slots=True)
class _Text:
    """A plain text with what was computed for all of it: blocked characters and markers."""

    plain: Plain
    lexicon: Lexicon
    blocked: bytearray
    markers: Markers


def find(text: str, lexicon: Lexicon) -> tuple[Found, ...]:
    """Every quantity in *text* (a sentence, or a document of many lines), in order, never overlapping."""
    plain = Plain.of(text)
    blocked = _blocked(plain.text, lexicon)
    whole = _Text(plain, lexicon, blocked, markers_of(plain.text, blocked, lexicon))
    found: list[tuple[Reading, Found]] = []
    for reading in _readings(whole):
        before = found[-1] if found else None
        if before and _alternative(plain.text, before[0], reading):
            found[-1] = before[0], replace(before[1], unsure=True)
        found.append((reading, _found(whole, reading, before)))
    return tuple(item for _, item in found)


def _blocked(text: str, lexicon: Lexicon) -> bytearray:
    blocked = bytearray(len(text))
    for stretches in (masked(text, lexicon.view(SetPhrases.of)), quoted(text)):
        for start, end in stretches:
            blocked[start:end] = b"\1" * (end - start)
    return blocked


def _readings(whole: _Text) -> Iterator[Reading]:
    text, end = whole.plain.text, 0
    for at in number_starts(text):
        if at < end or whole.blocked[at]:
            continue
        reading = reading_at(text, at, whole.lexicon)
        if reading and reading.start >= end and _counts(text, reading, whole.lexicon):
            yield reading
            end = reading.end


def _counts(text: str, reading: Reading, lexicon: Lexicon) -> bool:
    """Whether the number of *reading* counts something, and is no year, name or bare digit."""
    if reading.percent:
        return True
    digits = reading.amount["low"]
    if reading.start == reading.number[0] and lexicon.view(SetPhrases.of).in_order(text, reading.start, digits):
        return False
    if not reading.compared and is_year(digits) and not reading.unit.head:
        return False
    return reading.unit.end > reading.unit.start or bool(reading.multiplier) or reading.compared


def _found(whole: _Text, reading: Reading, before: tuple[Reading, Found] | None) -> Found:
    plain = whole.plain
    start, end = plain.span(reading.start, reading.end)
    quantity = quantity_of(plain, reading, (start, end))
    op, doubted = _carried_op(plain.text, reading, before)
    ambition, far = whole.markers.ambition(reading, before[0] if before else None)
    reach = Reach(
        op=op,
        ambition=ambition and not quantity.ambition,
        every=whole.markers.every(reading) if not quantity.every else "",
        each=whole.markers.each(reading),
    )
    scope = _scope(plain.text, reading)
    alternative = before is not None and _alternative(plain.text, before[0], reading)
    unsure = doubted or far or alternative or _doubtful(reading) or (quantity.counting is Counting.MONEY and not quantity.unit)
    return Found(start, end, quantity, unsure, scope, reach)


def _alternative(text: str, before: Reading, reading: Reading) -> bool:
    """Whether ``hoặc`` right before this number makes it one of several ways."""
    gap = text[before.end : reading.start]
    return "\n" not in gap and re.search(r"(?<!\w)hoặc\s+\Z", gap) is not None


def _carried_op(text: str, reading: Reading, before: tuple[Reading, Found] | None) -> tuple[Op | None, bool]:
    """The comparator of the element before, where this one follows it in a list, and whether to doubt it."""
    if before is None or reading.compared or reading.high is not None:
        return None, False
    gap = text[before[0].end : reading.start]
    op = before[1].carried.op or (before[1].quantity.op if not before[1].quantity.bare else None)
    if op is None or not gap.strip() or not _LIST_GAP.fullmatch(gap) or "\n" in gap:
        return None, False
    if reading.percent != before[0].percent or (";" in gap and reading.unit.head != before[0].unit.head):
        return None, False
    return op, ";" in gap or not reading.percent


def _scope(text: str, reading: Reading) -> bool:
    if reading.percent or reading.unit.head != "places" or reading.start != reading.number[0]:
        return False
    return reading.words.place_before.search(text, max(0, reading.start - 30), reading.start) is not None


def _doubtful(reading: Reading) -> bool:
    """Whether the phrase itself leaves a careful reader in doubt."""
    no_unit = reading.unit.end == reading.unit.start and not reading.percent and not reading.multiplier
    since = bool(reading.lead["since"]) and not (reading.lead["reached"] or reading.after or reading.high)
    over_places = reading.compared and reading.unit.head == "places" and bool(reading.lead["before_more_than"])
    return (
        reading.unit.unsure
        or no_unit
        or since
        or over_places
        or (reading.high is not None and reading.compared)
        or (not reading.compared and is_year(reading.amount["low"]))
    )
