"""Reads the one quantity phrase around a number of a plain text."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from re import Match

from kehoach.phrases.lexicon import Lexicon
from kehoach.phrases.numbers import Number, number
from kehoach.phrases.plain import Plain
from kehoach.phrases.quantity_model import Counting, Growth, Op, Quantity
from kehoach.phrases.quantity_unit import Unit, unit_at
from kehoach.phrases.quantity_words import OPS, Words, words_of
from kehoach.phrases.set_phrases import SetPhrases, is_year

_REACH_BACK = 110
_NUMBER_START = re.compile(r"(?<![\d\w/+])(?<!\d[.,–-])\d")
_AFTER_NUMBER = re.compile(r"[\d/+]|[.,]\d|\s\d|\s?\+\s?\d")
_BASELINE = re.compile(r"[^,;:.()\n“”\"]+")
_SENTENCE = re.compile(r"[.!?]\s|[;\n]")


@dataclass(slots=True)
class Reading:
    """What stands around one number; *start* to *end* are plain indices of the whole phrase."""

    words: Words
    lead: Match[str]
    amount: Match[str]
    start: int
    end: int
    low: Number
    high: Number | None
    unit: Unit
    after: Op | None = None
    every: str = ""
    baseline: str = ""
    number: tuple[int, int] = (0, 0)
    qualifier: str = ""

    @property
    def percent(self) -> bool:
        """Whether the number is a percentage, or a change in percentage points."""
        return bool(group(self.amount, "percent") or group(self.amount, "points"))

    @property
    def multiplier(self) -> str:
        """The word that multiplies the number (``tỷ``), or nothing."""
        return group(self.amount, "multiplier")

    @property
    def op(self) -> Op | None:
        """The comparator written before the number, else the one after it."""
        return self.op_before or self.after

    @property
    def op_before(self) -> Op | None:
        """The comparator written before the number."""
        return next((op for op in OPS if group(self.lead, f"before_{op}")), None)

    @property
    def compared(self) -> bool:
        """Whether a comparator is written."""
        return self.op is not None


def number_starts(text: str) -> Iterator[int]:
    """Where numbers begin in the plain *text*."""
    for match in _NUMBER_START.finditer(text):
        yield match.start()


def reading_at(text: str, at: int, lexicon: Lexicon) -> Reading | None:
    """The phrase around the number that begins at *at* of the plain *text*, or None if it is none."""
    words = lexicon.view(words_of)
    if inverted := words.inverted.match(text, at):
        return _inverted(text, at, inverted, words)
    amount = words.amount.match(text, at)
    if not amount or _AFTER_NUMBER.match(text, amount.end()):
        return None
    low, high = number(amount["low"]), number(amount["high"] or "0")
    if low is None or high is None or (amount["high"] and is_year(amount["low"])):
        return None
    lead = _lead(text, at, words)
    end = amount.end("high") if amount["high"] else amount.end("low")
    reading = Reading(words, lead, amount, lead.start(), amount.end(), low, high if amount["high"] else None, Unit(0, 0))
    reading.number = (amount.start("low"), end)
    _read_on(text, reading)
    return reading if _is_quantity(text, reading, lexicon) else None


def _lead(text: str, at: int, words: Words) -> Match[str]:
    first = max(0, at - _REACH_BACK)
    for stop in _SENTENCE.finditer(text, first, at):
        first = stop.end()
    lead = words.lead.search(text, first, at)
    assert lead is not None  # every part of the pattern may be missing
    return lead


def _inverted(text: str, at: int, match: Match[str], words: Words) -> Reading:
    """``1 quý/1 lần``: the second number counts, the first says how often."""
    lead = _lead(text, at, words)
    low = int(match["low"])
    unit = Unit(match.start("unit"), match.end("unit"), ["times"])
    length = int(match["length"])
    every = match["period"] if length == 1 else f"{length} {match['period']}"
    reading = Reading(words, lead, match, lead.start(), match.end(), low, None, unit, every=every)
    reading.number = match.span("low")
    return reading


def _read_on(text: str, reading: Reading) -> None:
    """Read what follows the number: comparator, unit, comparator, stroke, baseline."""
    words = reading.words
    _trailing(text, reading)
    reading.unit = _unit(text, reading)
    if reading.unit.end > reading.unit.start:
        reading.end = reading.unit.end
    if reading.after is None and not words.grade.search(text, reading.unit.start, reading.unit.end):
        _trailing(text, reading)
    _per(text, reading)
    if reading.lead["up"] or reading.lead["down"]:
        _against(text, reading)
    elif reading.amount["percent"] and reading.unit.end == reading.unit.start:
        _of_total(text, reading)


def _trailing(text: str, reading: Reading) -> None:
    if match := reading.words.trailing.match(text, reading.end):
        name = next(name for name, group in match.groupdict().items() if group)
        reading.after, reading.end = Op(name.removeprefix("after_")), match.end()


def _per(text: str, reading: Reading) -> None:
    """``/năm``, ``mỗi quý``, ``/chi đoàn`` after the unit."""
    every = reading.words.every.match(text, reading.end)
    if not every:
        return
    reading.every, reading.end = every["period"] or every["word"] or "", every.end()
    if every["thing"]:
        thing = unit_at(text, every.start("thing"), reading.words)
        reading.every, reading.end = text[thing.start : thing.end], max(thing.end, every.start())


def _unit(text: str, reading: Reading) -> Unit:
    if money := reading.words.currency.match(text, reading.end):
        return Unit(money.start("unit"), money.end(), ["currency"])
    return unit_at(text, reading.end, reading.words)


def _against(text: str, reading: Reading) -> None:
    against = reading.words.against.match(text, reading.end)
    if not against:
        return
    rest = _BASELINE.match(text, against.end())
    if not rest:
        return
    end = against.end() + len(re.split(r"\s+(?:và|để|nhằm|cho)\s", rest.group())[0].rstrip())
    reading.baseline, reading.end = text[against.end() : end], end


def _of_total(text: str, reading: Reading) -> None:
    """``65% so với tổng số đoàn viên ưu tú``: the base follows the whole."""
    if total := reading.words.total.match(text, reading.end):
        unit = unit_at(text, total.end(), reading.words)
        if unit.end > unit.start:
            reading.unit, reading.end = unit, unit.end


def _is_quantity(text: str, reading: Reading, lexicon: Lexicon) -> bool:
    phrases = lexicon.view(SetPhrases.of)
    unit = reading.unit
    duration = phrases.duration.match(text, unit.start)
    return not (duration and not unit.head and unit.end > unit.start)


def quantity_of(plain: Plain, reading: Reading, span: tuple[int, int]) -> Quantity:
    """The quantity that *reading* says, written in the stretch *span* of the source."""
    first, last = plain.bare_span(*reading.number)
    op, bare, doubled = _comparator(reading)
    factor = reading.words.multipliers.get(reading.multiplier.casefold(), 1)
    return Quantity(
        written=plain.source[span[0] : span[1]],
        low=reading.low * factor,
        high=None if reading.high is None else reading.high * factor,
        op=op,
        bare=bare,
        percent=reading.percent,
        unit=" ".join(plain.text[reading.unit.start : reading.unit.end].split()),
        qualifier=reading.qualifier,
        counting=_counting(reading),
        ambition=bool(reading.lead["ambition"]),
        growth=_growth(reading),
        every=" ".join((reading.lead["lead_every"] or reading.every).casefold().split()),
        multiplier=reading.multiplier,
        doubled=doubled,
        number_span=(first - span[0], last - span[0]),
    )


def group(match: Match[str], name: str) -> str:
    """What the group *name* of *match* holds; empty where it is missing or the pattern has none."""
    return match.groupdict().get(name) or ""


def _comparator(reading: Reading) -> tuple[Op, bool, bool]:
    """The comparator, whether none is written, and whether it is said twice."""
    if op := reading.op:
        return op, False, reading.after is not None and reading.op_before is not None
    if reading.high is not None:
        return Op.BETWEEN, True, False
    return Op.AT_LEAST, not reading.lead["since"], False


def _counting(reading: Reading) -> Counting:
    head = reading.unit.head
    if head in ("currency", "money") or (reading.multiplier and reading.unit.end == reading.unit.start):
        return Counting.MONEY
    return {"times": Counting.TIMES, "persons": Counting.PERSONS}.get(head, Counting.THINGS)


def _growth(reading: Reading) -> Growth | None:
    if not (reading.lead["up"] or reading.lead["down"]):
        return None
    return Growth(bool(reading.lead["up"]), reading.baseline, bool(group(reading.amount, "points")))
