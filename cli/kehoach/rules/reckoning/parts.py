"""Parts of an amount that are named with it."""

import re
from collections.abc import Iterator
from fractions import Fraction

from kehoach.findings import Fault
from kehoach.patterns import compiled, small
from kehoach.phrases.choices import choice
from kehoach.phrases.lexicon import Lexicon
from kehoach.phrases.quantity import Found, Number, number
from kehoach.phrases.remembering import remembered
from kehoach.records import dataclass
from kehoach.rules.reckoning.amounts import (
    Slip,
    alike,
    amounts,
    figures,
    floor,
    persons,
    reader,
    sentence_end,
    slips,
    within,
    written,
)
from kehoach.rules.registry import INFO, WARNING, Grain, Rule, enter, rule
from kehoach.rules.view import View
from kehoach.written import Written

LARGER, REST = "TGT503", "TGT507"
LONGEST_GAP = 60
FEWEST, FEW = 2, 3
LITTLE = Fraction(1, 10)
NUMBERS = compiled(r"\d[\d.,/]*")
INNER = compiled(r"\([^()]*\)")

enter(Rule(LARGER, WARNING, Grain.WRITTEN))
enter(Rule(REST, INFO, Grain.WRITTEN))


@dataclass(frozen=True, slots=True)
class Words:
    """What introduces parts, what says that no parts are meant, and a number that *alone* stands for its part."""

    marker: re.Pattern[str]
    some: tuple[str, ...]
    rest: tuple[str, ...]
    never: re.Pattern[str]
    numbered: frozenset[str]
    alone: re.Pattern[str]

    @classmethod
    def of(cls, lexicon: Lexicon) -> "Words":
        """The words in *lexicon*."""
        some, every = (lexicon.words("reckoning", name) for name in ("some_parts", "all_parts"))
        never = "|".join(map(re.escape, lexicon.words("reckoning", "not_parts")))
        marker = "|".join(map(re.escape, (*some, *sorted(every, key=len, reverse=True))))
        rest, numbered = (lexicon.words("reckoning", name) for name in ("the_rest", "numbered"))
        joint, there = choice(lexicon.words("documents", "and")), lexicon.at("reckoning", "there_are")
        named = rf"(?:{marker})\b(?: {there})?:?"
        return cls(
            compiled(rf"(?:\b{named}|[:(](?: ?{named})?)"),
            some,
            rest,
            compiled(rf"\b(?:{never})\b"),
            frozenset(numbered),
            compiled(rf"([^\W\d_]+):? (\d[\d.]*\d|\d)(?=\s*(?:[,;)]|{joint}\b|$))"),
        )

    def some_only(self, marker: re.Match[str]) -> bool:
        """Whether *marker* may introduce some of the parts only."""
        return any(name in marker[0] for name in self.some)


@rule("TGT501", Grain.WRITTEN, WARNING)
def parts_add_up(file: Written, view: View) -> Iterator[Fault]:
    """Parts that are named with their whole add up to it: 7.500 and 4.500 trees of 12.000.

    Parts behind *trong đó* may be some of them, so only too much is wrong there; behind *gồm*, a colon or in brackets
    all of them stand.
    """
    yield from slips(_slips, file, view)


def _may(wording: str, lexicon: Lexicon) -> bool:
    return figures(wording) >= FEWEST and any(_markers(wording, lexicon.view(Words.of)))


@reader(_may)
@remembered
def _slips(line: str, lexicon: Lexicon) -> tuple[Slip, ...]:
    markers = [*_markers(line, lexicon.view(Words.of))]
    found = amounts(line, lexicon) if markers else ()
    return tuple(slip for marker in markers for slip in _at(marker, line, found, lexicon))


def _markers(line: str, words: Words) -> Iterator[re.Match[str]]:
    return (marker for marker in words.marker.finditer(small(line)) if _introduces(marker, line, words))


def _introduces(marker: re.Match[str], line: str, words: Words) -> bool:
    """Whether a number stands before *marker*, and behind it as many as parts need."""
    behind = figures(line[marker.end() : _end(marker, line, words)])
    return behind >= (1 if words.some_only(marker) else 2) and figures(line[: marker.start()]) > 0


def _at(marker: re.Match[str], line: str, found: tuple[Found, ...], lexicon: Lexicon) -> Iterator[Slip]:
    """What is wrong with the parts that *marker* introduces."""
    words = lexicon.view(Words.of)
    start, end = marker.end(), _end(marker, line, words)
    region = small(line)[start:end]
    if words.never.search(region):
        yield from _larger(marker, line, found, (start, end), lexicon)
        return
    for whole in _wholes(marker, line, found, lexicon):
        parts = [*_parts(whole, found, line, (start, end), lexicon)]
        if words.some_only(marker) and len(parts) <= 1:
            yield from _larger(marker, line, found, (start, end), lexicon)
        elif len(parts) > 1 and floor(whole.quantity):
            every = not words.some_only(marker) or any(name in region for name in words.rest)
            yield from _summed(whole, parts, end, every=every and _read(line, (start, end), found, words))


def _summed(whole: Found, parts: list[Number], end: int, *, every: bool) -> Iterator[Slip]:
    """The slip of *parts* that do not make *whole*; *every* part of it is said to stand there."""
    come, all_of_it = sum(map(Fraction, parts), Fraction(0)), Fraction(whole.quantity.low)
    small_rest = len(parts) >= FEW and 0 < all_of_it - come <= all_of_it * LITTLE
    if come > all_of_it or (every and come < all_of_it):
        code = "TGT501"
    elif small_rest:
        code = REST
    else:
        return
    said = (("whole", whole.quantity.written), ("sum", written(come)))
    yield Slip(code, whole.start, end, said)


def _end(marker: re.Match[str], line: str, words: Words) -> int:
    """Where the parts end: with the bracket, the sentence, the clause, or before the parts of a part."""
    start = marker.end()
    low = small(line)
    closing = line.find(")", start)
    opened = line.rfind("(", 0, start) > line.rfind(")", 0, start)
    bracketed = opened and closing >= 0
    end = closing if bracketed else sentence_end(line, start)
    again = [at for name in words.some if (at := low.find(name, start)) >= 0]
    if ":" not in marker[0] and not bracketed:
        again += [at] if (at := line.find(";", start)) >= 0 else []
    return min([end, *again])


def _wholes(marker: re.Match[str], line: str, found: tuple[Found, ...], lexicon: Lexicon) -> Iterator[Found]:
    """The amounts that *marker* may name parts of: the nearest of each sort."""
    at = marker.start()
    clause = max(line.rfind(sign, 0, at) for sign in ";:(") + 1
    clause = max(clause, max((end + 1 for end in _ends(line, at)), default=0))
    tight = marker[0][0] in ":("
    seen: list[Found] = []
    for one in reversed([*within(found, clause, at)]):
        gap = line[one.end : at]
        if tight and (seen or len(gap) > LONGEST_GAP or any(sign.isdigit() for sign in gap)):
            return
        if not any(alike(other.quantity, one.quantity, lexicon) for other in seen):
            seen.append(one)
            yield one


def _ends(line: str, at: int) -> Iterator[int]:
    end = sentence_end(line, 0)
    while end < at:
        yield end
        end = sentence_end(line, end + 1)


def _parts(
    whole: Found, found: tuple[Found, ...], line: str, span: tuple[int, int], lexicon: Lexicon
) -> Iterator[Number]:
    """The numbers from *span* that are parts of *whole*; what brackets say of a part is none."""
    inner = [(span[0] + match.start(), span[0] + match.end()) for match in INNER.finditer(line[slice(*span)])]
    outer = [one for one in within(found, *span) if not any(a <= one.start < b for a, b in inner)]
    for one in outer:
        if alike(whole.quantity, one.quantity, lexicon) and floor(one.quantity):
            yield one.quantity.low
    words = lexicon.view(Words.of)
    for match in words.alone.finditer(line, *span):
        at = match.start(2)
        taken = any(one.start <= at < one.end for one in found) or any(a <= at < b for a, b in inner)
        value = number(match[2])
        if not taken and value is not None and match[1].lower() not in words.numbered and not whole.quantity.money:
            yield value


def _read(line: str, span: tuple[int, int], found: tuple[Found, ...], words: Words) -> bool:
    """Whether every number from *span* is one of *found*, or of order, so that no part was passed over."""
    alone = {match.start(2) for match in words.alone.finditer(line, *span)}
    for match in NUMBERS.finditer(line, *span):
        at = match.start()
        before = small(line)[:at].split()[-1:]
        counted = any(one.start <= at < one.end for one in found) or at in alone
        if not counted and not words.numbered.issuperset(before):
            return False
    return True


def _larger(
    marker: re.Match[str], line: str, found: tuple[Found, ...], span: tuple[int, int], lexicon: Lexicon
) -> Iterator[Slip]:
    """A part behind *trong đó* that is larger than its whole."""
    if not lexicon.view(Words.of).some_only(marker):
        return
    wholes = [*_wholes(marker, line, found, lexicon)]
    for part in within(found, *span):
        known = part.quantity
        whole = next((w for w in wholes if alike(w.quantity, known, lexicon) or persons(w.quantity, known)), None)
        if whole and floor(known) and floor(whole.quantity) and known.low > whole.quantity.low:
            said = (("part", known.written), ("whole", whole.quantity.written))
            yield Slip(LARGER, part.start, part.end, said)
            return
