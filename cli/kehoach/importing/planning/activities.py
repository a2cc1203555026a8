"""A sentence as an activity, with its time and those who lead and help, or as a deadline."""

from collections.abc import Iterator, Sequence

from kehoach.importing.planning.carriers import OWN
from kehoach.importing.planning.making import mapping, sequence, word
from kehoach.importing.planning.times import Time, limits
from kehoach.importing.planning.wording import worded
from kehoach.importing.planning.work import Context, Work
from kehoach.manuscript import Block
from kehoach.patterns import compiled
from kehoach.phrases import period
from kehoach.phrases.period import Grain
from kehoach.records import replace
from kehoach.scalars import cut
from kehoach.written import Mapping, Node, Scalar

INLINE, HIDDEN = "inline", "no"
SEVERAL = ", "
_BRACKET = compiled(r"\s*\((?P<inside>[^()]+)\)\s*(?P<end>[.;]?)\s*\Z")
Entries = Iterator[tuple[str, Node | None]]


def activity(block: Block, times: Sequence[Time], context: Context, work: Work) -> Mapping:
    """The activity that *block* states; its time stays where it stands, unless brackets at the end hold it."""
    place = block.words.place
    if context.quarter:
        times = [one for one in times if one.period.grain is not Grain.SCHOOL_YEAR]
    text = worded(block)
    entries = list(_bracketed(block, times, work) or _inline(text, block.words, times, work))
    if not times and context.quarter:
        entries += _of_quarter(context.quarter, block, work)
    carrier = () if context.blocked else tuple(_carrier(block, context, work))
    entries.append(("carrier", sequence((word(one, place) for one in carrier), place)))
    return mapping(entries, place)


def deadline(block: Block, times: Sequence[Time], context: Context, work: Work) -> Mapping:
    """The deadline that *block* states."""
    place = block.words.place
    due = times[-1]
    entries: list[tuple[str, Node | None]] = [("text", worded(block))]
    entries.append(("due", cut(work.finished.manuscript.text, block.words, due.start, due.end)))
    entries.append(("show", word(INLINE, place)))
    carrier = () if context.blocked or context.carrier != OWN else (OWN,)
    entries.append(("carrier", sequence((word(one, place) for one in carrier), place)))
    return mapping(entries, place)


def due(text: str, work: Work, *, asked: bool = False) -> tuple[Time, ...]:
    """The times by which *text* wants something handed in; none where it, or what it is *asked* below, does not."""
    return limits(text, work) if asked or work.words.deadline.search(text) else ()


def _carrier(block: Block, context: Context, work: Work) -> Iterator[str]:
    """Who carries an activity; usual is the unit itself."""
    words = work.words
    first = block.words.text.lstrip()
    if context.carrier and context.carrier != OWN:
        yield context.carrier
    elif not context.carrier and (words.many.match(first) or words.each.match(first)):
        yield "below"


def _inline(text: Scalar, words: Scalar, times: Sequence[Time], work: Work) -> Entries:
    place, raw = words.place, work.finished.manuscript.text
    yield "text", text
    if times:
        yield "when", sequence((cut(raw, words, one.start, one.end) for one in times), place)
        yield "show", word(INLINE, place)


def _of_quarter(head: str, block: Block, work: Work) -> Entries:
    """The time of an activity that says none but stands below the head of a quarter or month."""
    name, _, number = head.partition(" ")
    said = f"{name.capitalize()} {number.upper()}/{work.year}"
    if period.parse(said, work.year, work.lexicon):
        yield "when", sequence((word(said, block.words.place),), block.words.place)
        yield "show", word(HIDDEN, block.words.place)


def _bracketed(block: Block, times: Sequence[Time], work: Work) -> list[tuple[str, Node | None]]:
    """The fields of an activity whose last brackets hold its time or who leads and helps; empty where they do not."""
    words, raw = block.words, work.finished.manuscript.text
    match = _BRACKET.search(words.text)
    if match is None or block.emphases or "." in words.text[: match.start()].rstrip()[-1:]:
        return []
    start, stretches = match.start("inside"), []
    for piece in match["inside"].split(";"):
        at = start + len(piece) - len(piece.lstrip())
        stretches.append(cut(raw, words, at, start + len(piece.rstrip())))
        start += len(piece) + 1
    when = _when(stretches[0], times, work) if times else None
    told = [("when", when), *_helpers(stretches[1:], work)] if when else list(_helpers(stretches, work))
    if len(told) != len(stretches) or not (when or all(one.end <= match.start() for one in times)):
        return []
    kept = cut(raw, words, 0, match.start())
    text = worded(_with_end(block, kept, match["end"]))
    return [*(_inline(text, words, () if when else times, work)), *told]


def _with_end(block: Block, words: Scalar, end: str) -> Block:
    """*block* with the *words* before its brackets, and the sign that ended the line behind them."""
    offsets = (*words.offsets, *[*words.offsets[-1:]] * len(end))
    return replace(block, words=replace(words, text=words.text + end, offsets=offsets))


def _when(first: Scalar, times: Sequence[Time], work: Work) -> Node | None:
    """The times in the first part of a bracket, if they are all that the sentence says and all that stands there."""
    raw, pieces, start = work.finished.manuscript.text, [], 0
    for piece in first.text.split(SEVERAL):
        pieces.append(cut(raw, first, start, start + len(piece)))
        start += len(piece) + len(SEVERAL)
    said = [time.period.written for time in times]
    alone = all(period.parse(piece.text, work.year, work.lexicon) for piece in pieces)
    if said not in ([first.text], [piece.text for piece in pieces]):
        return None
    return sequence(pieces if alone else (first,), first.place)


def _helpers(stretches: Sequence[Scalar], work: Work) -> Entries:
    """Where it is, who leads and who helps, by the parts of a bracket, in the order in which a line prints them."""
    forms = [("where", work.words.where), ("lead", work.words.leads), ("with", work.words.partners)]
    for one in stretches:
        while forms:
            key, pattern = forms.pop(0)
            if match := pattern.match(one.text):
                said = cut(work.finished.manuscript.text, one, *match.span("said"))
                yield key, said if key == "where" else sequence((said,), said.place)
                break
