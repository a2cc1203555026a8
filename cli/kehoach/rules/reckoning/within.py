"""Deeds that only some of those come to who were named before."""

import re
from collections.abc import Iterator

from kehoach.findings import Fault
from kehoach.patterns import compiled, small
from kehoach.phrases.lexicon import Lexicon
from kehoach.phrases.quantity import Found
from kehoach.phrases.remembering import remembered
from kehoach.rules.prose.prose import prose
from kehoach.rules.reckoning.amounts import Slip, amounts, figures, floor, persons, sentence_end
from kehoach.rules.registry import WARNING, Grain, rule
from kehoach.rules.view import View
from kehoach.written import Written

BEFORE = 30


@rule("TGT506", Grain.WRITTEN, WARNING)
def no_more_than_before(file: Written, view: View) -> Iterator[Fault]:
    """Of those presented to the Party no more can be admitted, of the ideas handed in no more be acknowledged."""
    told = prose(file, view)
    for begin, slip in told.each(_slips, view.lexicon):
        yield told.fault(slip.code, begin + slip.start, begin + slip.end, **dict(slip.arguments))


@remembered
def _slips(line: str, lexicon: Lexicon) -> tuple[Slip, ...]:
    low = small(line)
    be_done = str(lexicon.at("reckoning", "be_done"))
    if be_done not in low or figures(line) < 2:
        return ()
    return tuple(
        slip
        for first, then in lexicon.table("reckoning", "within").items()
        if first in low
        for slip in _of(first, _then(then, be_done), line, lexicon)
    )


def _then(deeds: object, be_done: str) -> re.Pattern[str]:
    assert isinstance(deeds, tuple)
    named = "|".join(map(re.escape, deeds))
    return compiled(rf"[^\d.;,()]{{0,40}}\b{be_done} (?:{named})\b")


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
            if apart and part.end <= end and then.match(low, part.end) and _larger(part, whole):
                said = (("part", part.quantity.written), ("whole", whole.quantity.written))
                yield Slip("TGT506", part.start, part.end, said)
                return


def _larger(part: Found, whole: Found) -> bool:
    same = persons(part.quantity, whole.quantity) or part.quantity.measure.split()[-1:] == _last(whole)
    return floor(part.quantity) and same and part.quantity.low > whole.quantity.low


def _last(whole: Found) -> list[str]:
    return whole.quantity.measure.split()[-1:]
