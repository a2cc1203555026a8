"""Sums of money written in figures and in words."""

from collections.abc import Iterator
from itertools import pairwise

from kehoach.findings import Fault
from kehoach.patterns import compiled, small
from kehoach.phrases.lexicon import Lexicon
from kehoach.phrases.remembering import remembered
from kehoach.records import dataclass
from kehoach.rules.reckoning.amounts import Slip, amounts, reader, slips
from kehoach.rules.registry import WARNING, Grain, rule
from kehoach.rules.view import View
from kehoach.written import Written

IN_BRACKETS = compiled(r" ?\(([^()\d]{6,160})\)")
WORD = compiled(r"[^\W\d_]+")
TEN, HUNDRED = 10, 100


@dataclass(frozen=True, slots=True)
class Counting:
    """The words of numbers and what they are worth."""

    digits: dict[str, int]
    tens: dict[str, int]
    hundred: str
    scales: dict[str, int]
    idle: frozenset[str]

    @classmethod
    def of(cls, lexicon: Lexicon) -> "Counting":
        """The words in *lexicon*."""
        digits = {word: value for value, word in enumerate(lexicon.words("reckoning", "digits"))}
        others = _worth(lexicon, "reckoning", "other_digits")
        idle = [word for name in ("no_tens", "filled", "spelled_out") for word in lexicon.words("reckoning", name)]
        hundred = str(lexicon.at("reckoning", "hundred"))
        known = frozenset(part for word in idle for part in word.split())
        return cls(
            digits | others,
            _worth(lexicon, "reckoning", "tens"),
            hundred,
            _worth(lexicon, "quantities", "multipliers"),
            known,
        )


def _worth(lexicon: Lexicon, *path: str) -> dict[str, int]:
    return {word: int(str(value)) for word, value in lexicon.table(*path).items()}


@rule("TGT505", Grain.WRITTEN, WARNING)
def amount_in_words(file: Written, view: View) -> Iterator[Fault]:
    """A sum of money says the same in figures and in the words behind it."""
    yield from slips(_slips, file, view)


def _may(wording: str, lexicon: Lexicon) -> bool:
    scales = lexicon.table("quantities", "multipliers")
    return any(scale in wording for scale in scales) and IN_BRACKETS.search(wording) is not None


@reader(_may)
@remembered
def _slips(line: str, lexicon: Lexicon) -> tuple[Slip, ...]:
    return tuple(_different(line, lexicon))


def _different(line: str, lexicon: Lexicon) -> Iterator[Slip]:
    for one in amounts(line, lexicon):
        match = IN_BRACKETS.match(line, one.end) if one.quantity.money else None
        value = spelled(match[1], lexicon.view(Counting.of)) if match else None
        if match and value is not None and value != one.quantity.low:
            said = (("figure", one.quantity.written), ("words", match[1].strip()))
            yield Slip("TGT505", one.start, match.end(), said)


def spelled(text: str, words: Counting) -> int | None:
    """The number that *text* says in words, None where it says anything else."""
    said = [word for word in WORD.findall(small(text)) if word not in words.idle]
    known = {*words.digits, *words.tens, words.hundred, *words.scales}
    if not said or not all(word in known for word in said) or not any(word in words.scales for word in said):
        return None
    return _value(said, words)


def _value(said: list[str], words: Counting) -> int:
    total, group = 0, 0
    for before, word in pairwise(["", *said]):
        if word in words.scales:
            total, group = _scaled(total, group, words.scales[word]), 0
        elif word == words.hundred:
            group = _times(group, words.digits.get(before, 1), HUNDRED)
        elif word in words.tens:
            group = _times(group, words.digits.get(before, 0), TEN) if before in words.digits else group + TEN
        else:
            group += words.digits[word]
    return total + group


def _times(group: int, digit: int, worth: int) -> int:
    """*group*, which ends with *digit*, with that digit worth *worth* times as much."""
    return group - digit + digit * worth


def _scaled(total: int, group: int, scale: int) -> int:
    """A thousand millions are written as such: *một nghìn triệu*."""
    return total * scale if group == 0 and total else total + group * scale
