"""Finds every quantity of a sentence or a whole document, and what reaches it from outside."""

from collections.abc import Iterator
from re import Pattern

from kehoach.patterns import any_case, caseless, small
from kehoach.phrases.choices import begun_whole, choice
from kehoach.phrases.lexicon import Lexicon
from kehoach.phrases.quantities.model import Found, Op, Reach
from kehoach.phrases.quantities.plain import Plain
from kehoach.phrases.quantities.reach import Markers, markers_of
from kehoach.phrases.quantities.reading import Reading, number_starts, quantity_of, reading_at
from kehoach.phrases.quantities.set_phrases import SetPhrases, is_year, masked, quoted
from kehoach.phrases.quantities.words import Lists
from kehoach.phrases.remembering import remembered
from kehoach.records import dataclass, replace


@dataclass(frozen=True, slots=True)
class _Text:
    """A plain text with its markers."""

    plain: Plain
    lexicon: Lexicon
    markers: Markers


Step = tuple[Reading, Found]


@dataclass(frozen=True, slots=True)
class _Between:
    """What may stand between a quantity and the one before: a list's link, an alternative's, a place's."""

    listed: Pattern[str]
    alternative: Pattern[str]
    place: Pattern[str]


def _between(lexicon: Lexicon) -> _Between:
    lists = Lists(lexicon)
    return _Between(
        listed=any_case(rf"\s*(?:[,;]|[,;]?\s*{choice(lists.links)})\s*"),
        alternative=caseless(rf"{begun_whole([lists.word('links', 'or')])}\s+\Z"),
        place=caseless(rf"{begun_whole(lists('scope_after'))}\s+\Z"),
    )


@remembered
def find(text: str, lexicon: Lexicon) -> tuple[Found, ...]:
    """Every quantity in *text* (a sentence, or a document of many lines), in order, never overlapping."""
    plain = Plain.of(text)
    blocked = _blocked(plain.text, lexicon)
    readings = tuple(_readings(plain.text, blocked, lexicon))
    if not readings:
        return ()
    whole_text = _Text(plain, lexicon, markers_of(plain.text, blocked, lexicon))
    steps: list[Step] = []
    for reading in readings:
        before = steps[-1] if steps else None
        found = _found(whole_text, reading, before)
        if before and _alternative(whole_text, reading, before[0]):
            steps[-1] = before[0], replace(before[1], unsure=True)
            found = replace(found, unsure=True)
        steps.append((reading, found))
    return tuple(found for _, found in steps)


def _blocked(text: str, lexicon: Lexicon) -> bytearray:
    blocked = bytearray(len(text))
    for stretches in (masked(text, lexicon.view(SetPhrases.of)), quoted(text)):
        for start, end in stretches:
            blocked[start:end] = b"\1" * (end - start)
    return blocked


def _readings(text: str, blocked: bytearray, lexicon: Lexicon) -> Iterator[Reading]:
    end = 0
    for at in number_starts(text):
        if at < end or blocked[at]:
            continue
        reading = reading_at(text, at, lexicon)
        if reading and reading.start >= end and _counts(text, reading, lexicon):
            yield reading
            end = reading.end


def _counts(text: str, reading: Reading, lexicon: Lexicon) -> bool:
    """Whether the number of *reading* counts something, and is no year, name or bare digit."""
    if reading.percent:
        return True
    if reading.start == reading.number[0]:
        if lexicon.view(SetPhrases.of).in_order(text, reading.start, reading.low):
            return False
        if is_year(reading.low) and not reading.unit.head:
            return False
    return bool(reading.unit or reading.multiplier or reading.op)


def _found(text: _Text, reading: Reading, before: Step | None) -> Found:
    start, end = text.plain.span(reading.start, reading.end)
    quantity = quantity_of(text.plain, reading, (start, end))
    op, doubted = _carried_op(text, reading, before)
    ambition, far = text.markers.ambition(reading, before[0] if before else None)
    reach = Reach(
        op=op,
        ambition=ambition and not quantity.ambition,
        every="" if quantity.every else text.markers.every(reading),
        each=text.markers.each(reading),
    )
    far = far and reach.ambition
    unsure = doubted or far or _doubtful(reading)
    return Found(start, end, quantity, unsure, _scope(text, reading), reach)


def _alternative(text: _Text, reading: Reading, before: Reading) -> bool:
    """Whether ``hoặc`` right before this number makes it one of several ways."""
    pattern = text.lexicon.view(_between).alternative
    return pattern.search(small(text.plain.text), before.end, reading.start) is not None


def _carried_op(text: _Text, reading: Reading, before: Step | None) -> tuple[Op | None, bool]:
    """The comparator of the element before, where this one follows it in a list, and whether to doubt it.

    Percentages that follow one another share their predicate, so theirs is not doubted.
    """
    if before is None or reading.high or reading.percent != before[0].percent or not _bare(reading):
        return None, False
    gap = text.plain.text[before[0].end : reading.start]
    apart = ";" in gap and reading.unit.head != before[0].unit.head
    if apart or "\n" in gap or not text.lexicon.view(_between).listed.fullmatch(gap):
        return None, False
    op = before[1].carried.op or before[0].op
    return op, op is not None and (";" in gap or not reading.percent)


def _bare(reading: Reading) -> bool:
    """Whether no comparator, growth or ambition stands at the number."""
    return reading.start == reading.number[0] and reading.op is None


def _scope(text: _Text, reading: Reading) -> bool:
    if reading.percent or reading.unit.head != "places" or reading.start != reading.number[0]:
        return False
    before = max(0, reading.start - 30)
    return text.lexicon.view(_between).place.search(small(text.plain.text), before, reading.start) is not None


def _doubtful(reading: Reading) -> bool:
    """Whether the phrase itself leaves a careful reader in doubt."""
    since = reading.lead.get("since") and not (reading.lead["reached"] or reading.tail.after or reading.high)
    over_places = reading.op_before is Op.MORE_THAN and reading.unit.head == "places"
    like_year = not reading.op and is_year(reading.low)
    unnamed = not reading.unit and not reading.percent
    ranging = reading.high and reading.op is not None
    return bool(reading.unit.unsure or unnamed or since or over_places or like_year or ranging)
