"""Who carries a figure, by the words of its sentence and the heads above it."""

from collections.abc import Iterator
from itertools import pairwise

from kehoach.importing.planning.work import Context, Work
from kehoach.patterns import CAPITALS, compiled
from kehoach.phrases.quantity import Counting, Found

OWN, BELOW, WHOLE = "own", "below", "whole"
_SENTENCE = compiled(rf"(?<=[.;])\s+(?=[“\"(]?[{CAPITALS}0-9])")
NEAR = 100
_AMOUNT = compiled(r"^\s*[“\"(]?\s*")


def of_figures(text: str, found: tuple[Found, ...], context: Context, work: Work) -> tuple[tuple[str, ...], ...]:
    """The carrier of each figure *found* in *text*; empty where nothing says it."""
    subjects = dict(_subjects(text, work))
    carriers = []
    for figure in found:
        start = max((s for s in subjects if s <= figure.start), default=0)
        before = [one for one in found if start <= one.start < figure.start]
        carriers.append(_carrier(figure, before, subjects[start], context, work))
    return tuple(carriers)


def _subjects(text: str, work: Work) -> Iterator[tuple[int, tuple[str, ...]]]:
    """Who does what each sentence says, by where it begins; the unit itself goes on where no other is named."""
    last: tuple[str, ...] = ()
    for start, end in _sentences(text):
        subject = _subject(text[start:end], work)
        last = subject or (last if last == (OWN,) else ())
        yield start, last


def _sentences(text: str) -> list[tuple[int, int]]:
    cuts = [0, *(match.end() for match in _SENTENCE.finditer(text)), len(text)]
    return list(pairwise(cuts))


def _subject(sentence: str, work: Work) -> tuple[str, ...]:
    """Who does what *sentence* says, by its first words; empty where they do not tell."""
    words, start = work.words, _AMOUNT.sub("", sentence)
    if words.whole.match(start):
        return (WHOLE,)
    ours = work.ours.match(start)
    if ours:
        rest = start[ours.end() : ours.end() + NEAR]
        joined = any(words.many.match(rest[match.end() :]) for match in words.joint.finditer(rest))
        return (OWN, BELOW) if joined else (OWN,)
    if words.each.match(start) or words.many.match(start) or words.body.match(start):
        return (BELOW,)
    return ()


def _carrier(
    figure: Found, before: list[Found], subject: tuple[str, ...], context: Context, work: Work
) -> tuple[str, ...]:
    if figure.carried.each or _is_body(figure, work):
        return (OWN, BELOW) if subject == (OWN, BELOW) and not figure.quantity.percent else (BELOW,)
    if subject:
        return (WHOLE,) if subject == (OWN,) and figure.quantity.percent and _is_people(figure, work) else subject
    if any(_is_body(one, work) and one.quantity.percent for one in before[:1]):
        return (BELOW,)
    if context.carrier:
        return (
            (WHOLE,)
            if context.carrier == OWN and not context.works and _is_people(figure, work)
            else (context.carrier,)
        )
    return (OWN,) if _is_handful(figure) else ()


def _is_body(figure: Found, work: Work) -> bool:
    """Whether the figure is a share of the bodies below."""
    return figure.quantity.percent and bool(work.words.body.match(figure.quantity.unit))


def _is_people(figure: Found, work: Work) -> bool:
    """Whether it counts members and young people, who belong to no level alone."""
    quantity = figure.quantity
    people = work.words.people.match(quantity.unit) is not None
    return people and (quantity.percent or quantity.counting is Counting.PERSONS or quantity.low >= 50)


def _is_handful(figure: Found) -> bool:
    """Whether it counts a few things (*01 tuyến hẻm*), which no unit below can have a share of."""
    quantity = figure.quantity
    few = quantity.bare and not quantity.percent and quantity.high is None and quantity.multiplier == ""
    return few and quantity.low < 10 and not quantity.growth and not quantity.every
