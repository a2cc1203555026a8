"""Deeds that only some of those come to who were named before."""

import re
from collections.abc import Iterator, Mapping
from itertools import pairwise

from kehoach.findings import Fault
from kehoach.patterns import compiled, small
from kehoach.phrases.choices import choice
from kehoach.phrases.lexicon import Lexicon
from kehoach.phrases.quantity import Found
from kehoach.phrases.remembering import remembered
from kehoach.rules.reckoning.amounts import Slip, alike, amounts, figures, floor, persons, reader, sentence_end, slips
from kehoach.rules.registry import WARNING, Grain, rule
from kehoach.rules.view import View
from kehoach.written import Written

FEWEST = 2
BEFORE, REACH = 30, 60
APART_CLAUSES = compiled(r"[.;:()]")
APART = compiled(r"[\d.;,()]")


@rule("TGT506", Grain.WRITTEN, WARNING)
def no_more_than_before(file: Written, view: View) -> Iterator[Fault]:
    """Of those presented to the Party no more can be admitted, of the ideas handed in no more be acknowledged."""
    yield from slips(_slips, file, view)


def _may(wording: str, lexicon: Lexicon) -> bool:
    low = small(wording)
    if str(lexicon.at("reckoning", "be_done")) not in low or figures(wording) < FEWEST:
        return False
    return _strives(low, lexicon) or any(
        first in low and then.search(low) for first, then in lexicon.view(_deeds).items()
    )


@reader(_may)
@remembered
def _slips(line: str, lexicon: Lexicon) -> tuple[Slip, ...]:
    low = small(line)
    told = [
        slip
        for first, then in lexicon.view(_deeds).items()
        if first in low and then.search(low)
        for slip in _of(first, then, line, lexicon)
    ]
    return tuple(told or _striven(line, lexicon))


def _strives(low: str, lexicon: Lexicon) -> bool:
    return any(word in low for word in lexicon.words("quantities", "ambition", "words"))


def _striven(line: str, lexicon: Lexicon) -> Iterator[Slip]:
    """Where of what was counted just before more are striven for: *40 đề tài, phấn đấu 100 đề tài được xếp loại*."""
    be_done = str(lexicon.at("reckoning", "be_done"))
    found = amounts(line, lexicon) if _strives(small(line), lexicon) else ()
    for whole, part in pairwise(found):
        between, after = line[whole.end : part.start], small(line)[part.end :]
        goes_on = "," in between and not APART_CLAUSES.search(between)
        same = alike(whole.quantity, part.quantity, lexicon) and part.quantity.ambition and not whole.quantity.ambition
        if goes_on and same and after.lstrip().startswith(be_done) and _larger(part, whole):
            said = (("part", part.quantity.written), ("whole", whole.quantity.written))
            yield Slip("TGT506", part.start, part.end, said)


def _deeds(lexicon: Lexicon) -> Mapping[str, re.Pattern[str]]:
    """What some are named with, and how those are named who come to the deed behind it."""
    be_done = lexicon.at("reckoning", "be_done")
    return {
        first: compiled(rf"\b{be_done} {choice(deeds)}\b")
        for first, deeds in lexicon.table("reckoning", "within").items()
        if isinstance(deeds, tuple)
    }


def _of(first: str, then: re.Pattern[str], line: str, lexicon: Lexicon) -> Iterator[Slip]:
    """Where more come to *then* than were named with *first*."""
    low, found = small(line), amounts(line, lexicon)
    for at, whole in enumerate(found):
        if first not in low[max(whole.start - BEFORE, 0) : whole.start] or not floor(whole.quantity):
            continue
        end = sentence_end(line, whole.end)
        some = lexicon.words("reckoning", "some_parts")
        for part in found[at + 1 :]:
            apart = not any(word in low[whole.end : part.start] for word in some)  # that is another rule's
            if apart and part.end <= end and _come(then, low, part.end) and _larger(part, whole):
                said = (("part", part.quantity.written), ("whole", whole.quantity.written))
                yield Slip("TGT506", part.start, part.end, said)
                return


def _come(then: re.Pattern[str], low: str, at: int) -> bool:
    """Whether those who are counted up to *at* come to the deed."""
    deed = then.search(low, at, at + REACH)
    return deed is not None and not APART.search(low, at, deed.start())


def _larger(part: Found, whole: Found) -> bool:
    first = part.quantity.measure.split()[:1] == whole.quantity.measure.split()[:1]
    last = part.quantity.measure.split()[-1:] == whole.quantity.measure.split()[-1:]
    same = first or last or persons(part.quantity, whole.quantity)
    return floor(part.quantity) and same and part.quantity.low > whole.quantity.low
