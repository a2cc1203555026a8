"""Reads the one quantity phrase around a number of a plain text."""

from collections.abc import Iterator
from re import Match

from kehoach.patterns import compiled
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
_SENTENCE = compiled(r"[.!?]\s|[;\n]")


@dataclass(frozen=True, slots=True)
class Reading:
    """What stands around one number: what leads to it, the number itself, what follows it."""

    frame: Frame
    lead: Match[str]
    amount: Match[str]
    tail: Tail

    @property
    def start(self) -> int:
        """Where the phrase begins in the plain text."""
        return self.lead.start()

    @property
    def end(self) -> int:
        """Where the phrase ends in the plain text."""
        return self.tail.end

    @property
    def unit(self) -> Unit:
        """The unit, false where there is none."""
        return self.tail.unit

    @property
    def number(self) -> tuple[int, int]:
        """Where the number or range alone stands."""
        return self.amount.start("low"), self.amount.end("high" if self.ranging else "low")

    @property
    def ranging(self) -> bool:
        """Whether two numbers make a range."""
        return bool(_group(self.amount, "high"))

    @property
    def percent(self) -> bool:
        """Whether the number is a percentage, or a change in percentage points."""
        return bool(_group(self.amount, "percent") or _group(self.amount, "points"))

    @property
    def multiplier(self) -> str:
        """The word that multiplies the number (``tỷ``), or nothing."""
        return _group(self.amount, "multiplier")

    @property
    def op_before(self) -> Op | None:
        """The comparator written before the number."""
        return next((op for op in OPS if _group(self.lead, f"before_{op}")), None)

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
    lead = _lead(text, at, frame)
    if inverted := frame.inverted.match(text, at):
        return Reading(frame, lead, inverted, _inverted_tail(text, inverted, lexicon))
    amount = frame.amount.match(text, at)
    if not amount or not _is_number(text, amount):
        return None
    percent = bool(amount["percent"] or amount["points"])
    tail = tail_at(text, amount.end(), bool(lead["up"] or lead["down"]), percent, lexicon)
    lasts = lexicon.view(SetPhrases.of).duration.match(text, tail.unit.start)
    return Reading(frame, lead, amount, tail) if percent or tail.unit.head or not lasts else None


def _lead(text: str, at: int, frame: Frame) -> Match[str]:
    first = max(0, at - _REACH_BACK)
    for stop in _SENTENCE.finditer(text, first, at):
        first = stop.end()
    lead = frame.lead.search(text, first, at)
    assert lead is not None  # every part of the pattern may be missing
    return lead


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
    factor = reading.frame.multipliers.get(reading.multiplier.casefold(), 1)
    return Quantity(
        written=plain.source[span[0] : span[1]],
        low=(number(reading.amount["low"]) or 0) * factor,
        high=(number(reading.amount["high"]) or 0) * factor if reading.ranging else None,
        op=op,
        bare=bare,
        percent=reading.percent,
        unit=" ".join(plain.text[reading.unit.start : reading.unit.end].split()),
        qualifier=qualifier,
        counting=_counting(reading),
        ambition=bool(reading.lead["ambition"]),
        growth=_growth(reading),
        every=" ".join((reading.lead["lead_every"] or reading.tail.every).casefold().split()),
        multiplier=reading.multiplier,
        sort=reading.unit.head,
        doubled=bool(reading.op_before and reading.tail.after),
        number_span=(first - span[0], last - span[0]),
    )


def _group(match: Match[str], name: str) -> str:
    return (match[name] or "") if name in match.re.groupindex else ""


def _comparator(reading: Reading) -> tuple[Op, bool]:
    """The comparator, and whether none is written."""
    if reading.op:
        return reading.op, False
    if reading.ranging:
        return Op.BETWEEN, True
    return Op.AT_LEAST, not reading.lead["since"]


def _counting(reading: Reading) -> Counting:
    if reading.unit.head in ("currency", "money") or (reading.multiplier and not reading.unit):
        return Counting.MONEY
    return {"times": Counting.TIMES, "persons": Counting.PERSONS}.get(reading.unit.head, Counting.THINGS)


def _growth(reading: Reading) -> Growth | None:
    if not (reading.lead["up"] or reading.lead["down"]):
        return None
    return Growth(bool(reading.lead["up"]), reading.tail.baseline, bool(_group(reading.amount, "points")))
