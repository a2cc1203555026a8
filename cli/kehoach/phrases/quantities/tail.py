"""Reads what follows the number of a quantity: comparator, unit, frequency, baseline."""

from kehoach.patterns import compiled, small
from kehoach.phrases.lexicon import Lexicon
from kehoach.phrases.quantities.frame import Frame, frame_of
from kehoach.phrases.quantities.model import Op
from kehoach.phrases.quantities.unit import Unit, UnitWords, unit_at, unit_words_of
from kehoach.records import dataclass, field

_BASELINE = compiled(r"[^,;:.()\n“”\"]+")


@dataclass(slots=True)
class Tail:
    """What was read up to *end* of the plain *text*; *after* is a comparator behind the number."""

    text: str
    end: int
    frame: Frame
    words: UnitWords
    unit: Unit = field(default_factory=lambda: Unit(0, 0))
    after: Op | None = None
    every: str = ""
    baseline: str = ""

    def read_comparator(self) -> None:
        """``trở lên`` right here, once, unless it speaks of the grade that ends the unit."""
        low = small(self.text)
        match = None if self.after else self.frame.trailing.match(low, self.end)
        if match and not self.frame.grade.search(low, self.unit.start, self.unit.end):
            name = next(name for name, group in match.groupdict().items() if group)
            self.after, self.end = Op(name.removeprefix("after_")), match.end()

    def read_unit(self) -> None:
        """A currency, or the words that are counted."""
        low = small(self.text)
        unit = unit_at(self.text, self.end, self.words)
        if money := self.frame.currency.match(low, self.end):
            named = self.words.noun.match(low, unit.start)  # "đồng chí" are no đồng
            if not (named and named.end() > money.end()):
                unit = Unit(money.start("unit"), money.end(), ["currency"])
        self.unit = unit
        if unit:
            self.end = unit.end

    def read_every(self) -> None:
        """``/năm``, ``mỗi quý``, ``/chi đoàn``, ``/đoàn viên/năm``."""
        each: list[str] = []
        while every := self.frame.every.match(small(self.text), self.end):
            end = every.end()
            if every["thing"]:
                end = unit_at(self.text, every.start("thing"), self.words).end
            if end <= every.start("thing"):
                break
            each.append(every["period"] or every["word"] or self.text[every.start("thing") : end])
            self.end = end
        self.every = "/".join(each)

    def read_baseline(self) -> None:
        """``so với năm 2022``."""
        against = self.frame.against.match(self.text, self.end)
        rest = against and _BASELINE.match(self.text, against.end())
        if rest:
            self.baseline = self.frame.new_clause.split(rest.group())[0].rstrip()
            self.end = rest.start() + len(self.baseline)

    def read_total(self) -> None:
        """``65% so với tổng số đoàn viên ưu tú``: the base follows the whole."""
        if total := self.frame.total.match(self.text, self.end):
            unit = unit_at(self.text, total.end(), self.words)
            if unit:
                self.unit, self.end = unit, unit.end


def tail_at(text: str, at: int, growth: bool, percent: bool, lexicon: Lexicon) -> Tail:
    """What follows a number that ends at *at*; a growth may name its baseline, a percentage its whole."""
    tail = Tail(text, at, lexicon.view(frame_of), lexicon.view(unit_words_of))
    tail.read_comparator()
    tail.read_unit()
    tail.read_comparator()
    tail.read_every()
    tail.read_comparator()
    if growth:
        tail.read_baseline()
    elif percent and not tail.unit:
        tail.read_total()
    return tail
