"""Reads the one quantity phrase around a number of a plain text."""

from collections.abc import Iterator, Mapping
from re import Match

from kehoach.patterns import compiled, small
from kehoach.phrases.lexicon import Lexicon
from kehoach.phrases.quantities.frame import OPS, Frame, frame_of
from kehoach.phrases.quantities.model import Counting, Growth, Op, Quantity
from kehoach.phrases.quantities.numbers import number
from kehoach.phrases.quantities.plain import Plain
from kehoach.phrases.quantities.set_phrases import SetPhrases, is_year
from kehoach.phrases.quantities.tail import Tail, tail_at
from kehoach.phrases.quantities.unit import Unit, unit_words_of
from kehoach.records import dataclass

_REACH_BACK = 110
_NUMBER_START = compiled(r"\d(?<![\d\w/+]\d)(?<!\d[.,–-]\d)")
_AFTER_NUMBER = compiled(r"[\d/+]|[.,]\d|\s\d|\s?\+\s?\d")
_SENTENCE = compiled(r"[.!?;\n](?:(?<=[;\n])|\s)")
Parts = Mapping[str, str | None]
_NOTHING: Parts = {}


@dataclass(frozen=True, slots=True)
class Reading:
    """What stands around one number: the parts of what leads to it, those of the number itself, what follows it.

    *start* is where the phrase begins in the plain text, *number* where the number or range alone stands, *op_before*
    the comparator written before it.
    """

    start: int
    number: tuple[int, int]
    lead: Parts
    amount: Parts
    tail: Tail
    op_before: Op | None = None

    @property
    def end(self) -> int:
        """Where the phrase ends in the plain text."""
        return self.tail.end

    @property
    def unit(self) -> Unit:
        """The unit, false where there is none."""
        return self.tail.unit

    @property
    def low(self) -> str:
        """The number, the first one of a range."""
        return self.amount["low"] or ""

    @property
    def high(self) -> str:
        """The second number of a range, or nothing."""
        return self.amount.get("high") or ""

    @property
    def percent(self) -> bool:
        """Whether the number is a percentage, or a change in percentage points."""
        return bool(self.amount.get("percent") or self.amount.get("points"))

    @property
    def multiplier(self) -> str:
        """The word that multiplies the number (``tỷ``), or nothing."""
        return self.amount.get("multiplier") or ""

    @property
    def op(self) -> Op | None:
        """The comparator written before the number, else the one after it."""
        return self.op_before or self.tail.after


def number_starts(text: str) -> Iterator[int]:
    """Where numbers begin in the plain *text*."""
    for match in _NUMBER_START.finditer(text):
        yield match.start()


def reading_at(text: str, at: int, lexicon: Lexicon) -> Reading | None:
    """The phrase around the number that begins at *at* of the plain *text*, or None if it is none."""
    frame = lexicon.view(frame_of)
    inverted = frame.inverted.match(text, at)
    amount = inverted or frame.amount.match(text, at)
    if not amount or not (inverted or _is_number(text, amount)):
        return None
    lead = _lead(text, at, frame)
    said, counted = lead.groupdict() if lead else _NOTHING, amount.groupdict()
    number = amount.start("low"), amount.end("high" if counted.get("high") else "low")
    tail = _inverted_tail(text, inverted, lexicon) if inverted else _tail(text, amount, said, lexicon)
    return Reading(lead.start() if lead else at, number, said, counted, tail, _op(said)) if tail else None


def _op(lead: Parts) -> Op | None:
    return next((op for op in OPS if lead.get(f"before_{op}")), None) if lead else None


def _tail(text: str, amount: Match[str], lead: Parts, lexicon: Lexicon) -> Tail | None:
    """What follows *amount*, None where that is a length of time."""
    percent = bool(amount["percent"] or amount["points"])
    tail = tail_at(text, amount.end(), bool(lead.get("up") or lead.get("down")), percent, lexicon)
    lasts = lexicon.view(SetPhrases.of).duration.match(small(text), tail.unit.start)
    return tail if percent or tail.unit.head or not lasts else None


def _lead(text: str, at: int, frame: Frame) -> Match[str] | None:
    """The words that lead to the number at *at*."""
    low, first = small(text), max(0, at - _REACH_BACK)
    for stop in _SENTENCE.finditer(text, first, at):
        first = stop.end()
    begun = frame.leads.search(low, first, at)
    return frame.lead.search(low, begun.start(), at) if begun else None


def _is_number(text: str, amount: Match[str]) -> bool:
    end = amount.end("high" if amount["high"] else "low")
    if _AFTER_NUMBER.match(text, end) or number(amount["low"]) is None:
        return False
    return not amount["high"] or (number(amount["high"]) is not None and not is_year(amount["low"]))


def _inverted_tail(text: str, match: Match[str], lexicon: Lexicon) -> Tail:
    """``1 quý/1 lần``: the second number counts, the first says how often."""
    every = match["period"] if match["length"].lstrip("0") == "1" else f"{match['length']} {match['period']}"
    unit = Unit(match.start("unit"), match.end("unit"), ["times"])
    return Tail(text, match.end(), lexicon.view(frame_of), lexicon.view(unit_words_of), unit, every=every)


def quantity_of(plain: Plain, reading: Reading, span: tuple[int, int], qualifier: str = "") -> Quantity:
    """The quantity that *reading* says, written in the stretch *span* of the source."""
    first, last = plain.bare_span(*reading.number)
    op, bare = _comparator(reading)
    factor = reading.tail.frame.multipliers.get(reading.multiplier.casefold(), 1)
    return Quantity(
        written=plain.source[span[0] : span[1]],
        low=(number(reading.low) or 0) * factor,
        high=(number(reading.high) or 0) * factor if reading.high else None,
        op=op,
        bare=bare,
        percent=reading.percent,
        unit=" ".join(plain.text[reading.unit.start : reading.unit.end].split()),
        qualifier=qualifier,
        counting=_counting(reading),
        ambition=bool(reading.lead.get("ambition")),
        growth=_growth(reading),
        every=" ".join((reading.lead.get("lead_every") or reading.tail.every).casefold().split()),
        multiplier=reading.multiplier,
        sort=reading.unit.head,
        doubled=bool(reading.op_before and reading.tail.after),
        number_span=(first - span[0], last - span[0]),
    )


def _comparator(reading: Reading) -> tuple[Op, bool]:
    """The comparator, and whether none is written."""
    if reading.op:
        return reading.op, False
    if reading.high:
        return Op.BETWEEN, True
    return Op.AT_LEAST, not reading.lead.get("since")


def _counting(reading: Reading) -> Counting:
    if reading.unit.head in ("currency", "money") or (reading.multiplier and not reading.unit):
        return Counting.MONEY
    return {"times": Counting.TIMES, "persons": Counting.PERSONS}.get(reading.unit.head, Counting.THINGS)


def _growth(reading: Reading) -> Growth | None:
    if not (reading.lead.get("up") or reading.lead.get("down")):
        return None
    return Growth(bool(reading.lead.get("up")), reading.tail.baseline, bool(reading.amount.get("points")))
