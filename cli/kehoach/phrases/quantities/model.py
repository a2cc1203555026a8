"""What a quantity phrase says."""

import re
from enum import StrEnum
from functools import lru_cache

from kehoach.phrases.quantities.numbers import Number
from kehoach.records import dataclass, field, replace


class Op(StrEnum):
    """How the number bounds what is to be reached."""

    AT_LEAST = "at_least"
    MORE_THAN = "more_than"
    AT_MOST = "at_most"
    LESS_THAN = "less_than"
    ABOUT = "about"
    BETWEEN = "between"


class Counting(StrEnum):
    """What is counted; persons and times (``lượt``) are never compared with one another."""

    PERSONS = "persons"
    TIMES = "times"
    MONEY = "money"
    THINGS = "things"


@dataclass(frozen=True, slots=True)
class Growth:
    """A change against *baseline* (as written: ``năm 2022``, or empty), upwards or downwards.

    *points* says that percentage points are written; without it nobody knows whether a percentage
    is meant in points or relative to the baseline.
    """

    up: bool
    baseline: str = ""
    points: bool = False


@dataclass(frozen=True, slots=True)
class Quantity:
    """A quantity; two are equal if they mean the same.

    *low* is exact, with the multiplier of ``tỷ``, ``triệu`` in it; *high* ends a range. A number
    without a comparator means "at least" and is marked *bare*; a range without one is *between*.
    *unit* is NFC, its case kept, without the quantifier before it; for a percentage it is the base
    (of whom), empty where the phrase does not name it. *qualifier* holds the words after the unit
    that narrow it. *sort* is the class of the noun that is counted (``nature``, ``measure/ha``), empty for
    a word that is not known. *every* is the period or the thing after a stroke (``2 lần/năm``). *doubled*
    marks a comparator said twice (``ít nhất 65% trở lên``). *number_span* are the offsets in
    *written* of the number or range alone.
    """

    written: str = field(compare=False)
    low: Number
    high: Number | None = None
    op: Op = Op.AT_LEAST
    bare: bool = True
    percent: bool = False
    unit: str = ""
    qualifier: str = ""
    counting: Counting = Counting.THINGS
    ambition: bool = False
    growth: Growth | None = None
    every: str = ""
    multiplier: str = field(default="", compare=False)
    sort: str = field(default="", compare=False)
    doubled: bool = field(default=False, compare=False)
    number_span: tuple[int, int] = field(default=(0, 0), compare=False)

    @property
    def money(self) -> bool:
        """Whether the amount is money."""
        return self.counting is Counting.MONEY

    @property
    def reversed(self) -> bool:
        """Whether the first number of a range is the larger one."""
        return self.high is not None and self.low > self.high

    @property
    def number_alone(self) -> bool:
        """Whether nothing says what the number counts."""
        return not (self.percent or self.unit or self.multiplier)

    @property
    def measure(self) -> str:
        """The unit as a key for comparing: without case, quotation marks and spare spaces."""
        return _measured(self.unit)


@lru_cache(4096)
def _measured(unit: str) -> str:
    return " ".join(re.sub(r"[“”\"‘’']", " ", unit).casefold().split())


@dataclass(frozen=True, slots=True)
class Reach:
    """What words outside a phrase say about it: a comparator or an ambition carried over a list, *mỗi quý*
    (*every*), *mỗi cơ sở Đoàn* (*each*)."""

    op: Op | None = None
    ambition: bool = False
    every: str = ""
    each: str = ""


@dataclass(frozen=True, slots=True)
class Found:
    """A quantity inside a sentence, from *start* to *end*.

    *quantity* is what the stretch alone says; *carried* what reaches it from before. *unsure* marks
    what a careful reader would doubt, *scope* a number that only says where (*tại 10 phường*).
    """

    start: int
    end: int
    quantity: Quantity
    unsure: bool = False
    scope: bool = False
    carried: Reach = Reach()

    @property
    def meant(self) -> Quantity:
        """The quantity with what is carried to it."""
        quantity, carried = self.quantity, self.carried
        if carried.op:
            quantity = replace(quantity, op=carried.op, bare=False)
        return replace(
            quantity,
            ambition=quantity.ambition or carried.ambition,
            every=quantity.every or carried.every,
        )
