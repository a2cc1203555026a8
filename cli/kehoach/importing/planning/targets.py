"""A sentence as a target: its figures quoted out of it, each with what its words say about it."""

from collections.abc import Iterator, Sequence

from kehoach.importing.planning.carriers import BELOW, WHOLE, of_figures
from kehoach.importing.planning.ids import Ids, slug
from kehoach.importing.planning.making import mapping, sequence, word
from kehoach.importing.planning.wording import worded
from kehoach.importing.planning.work import DOUBTED, LEFT_OPEN, NO_FIGURE, Context, Work
from kehoach.manuscript import Block
from kehoach.phrases import quantity
from kehoach.phrases.quantity import Found, Op
from kehoach.quoting import occurrences
from kehoach.records import dataclass
from kehoach.scalars import cut, stretch
from kehoach.written import Mapping, Node, Scalar

FIGURE_WORDS, OPENING_WORDS = 3, 8
VALUE = "value"
WRITTEN = frozenset({Op.AT_LEAST, Op.MORE_THAN, Op.AT_MOST, Op.LESS_THAN})


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure in a sentence: where it stands, its id, and who carries it; no *carrier* where that is not told."""

    found: Found
    id: str
    carrier: tuple[str, ...]


def figures(text: str, work: Work) -> tuple[Found, ...]:
    """The figures of the sentence *text* that say what is to be reached, not where."""
    return tuple(found for found in quantity.find(text, work.lexicon) if not found.scope)


def target(block: Block, context: Context, work: Work) -> Mapping:
    """The target that *block* states; what is not sure in it is noted."""
    place = block.words.place
    emphasised = _emphasised(block, figures(block.words.text, work))
    text = worded(block, plain=emphasised)
    work.bold += emphasised
    told = figures(text.text, work)
    found = tuple(one for one in told if _clear(one))
    for one in told:
        _doubt(one, text, work)
    carriers = of_figures(text.text, found, context, work)
    common = _common(carriers) if found else (context.carrier,) if context.carrier else ()
    quoted = [
        Figure(one, id, _own(carrier, common)) for one, id, carrier in _named(found, carriers, work.nameless("figures"))
    ]
    entries: list[tuple[str, Node | None]] = [("text", text)]
    if common and not (context.blocked and common == (context.carrier,)):
        entries.append(("carrier", sequence((word(one, place) for one in common), place)))
    if not quoted:
        work.note(NO_FIGURE, place, text=" ".join(block.words.text.split()[:OPENING_WORDS]))
    entries += _figures(quoted, text, work) if quoted else [("achieve", word("true", place))]
    return mapping(entries, place)


def _emphasised(block: Block, found: Sequence[Found]) -> bool:
    """Whether all that is bold in *block* are its figures."""
    bold = [one for one in block.emphases if one.bold]
    return bool(bold) and all(any(f.start < one.end and one.start < f.end for f in found) for one in bold)


def _clear(found: Found) -> bool:
    """Whether number and unit are plain, so that only what reaches them from outside may be doubted."""
    carried = found.carried.op or found.carried.ambition or found.carried.each or found.carried.every
    return not found.unsure or bool(carried) or found.quantity.high is not None


def _doubt(found: Found, text: Scalar, work: Work) -> None:
    if found.unsure:
        place = stretch(work.finished.manuscript.text, text, found.start, found.end)
        work.note(DOUBTED if _clear(found) else LEFT_OPEN, place, phrase=found.quantity.written)


def _named(
    found: Sequence[Found], carriers: Sequence[tuple[str, ...]], nameless: str
) -> Iterator[tuple[Found, str, tuple[str, ...]]]:
    """Each figure with an id of its own: ``value`` for the only one, else the first words of its unit."""
    ids = Ids(frozenset({VALUE}))
    for one, carrier in zip(found, carriers, strict=True):
        words = slug(one.quantity.unit, FIGURE_WORDS) or nameless
        yield one, VALUE if len(found) == 1 else ids.given(words.replace("_", " "), nameless), carrier


def _common(carriers: Sequence[tuple[str, ...]]) -> tuple[str, ...]:
    """The carrier of the item: that of most of its figures, the first of those that are as many."""
    return max(dict.fromkeys(carriers), key=list(carriers).count)


def _own(carrier: tuple[str, ...], common: tuple[str, ...]) -> tuple[str, ...]:
    """What is written of a figure's carrier beside that of the item; nothing says: the whole organisation."""
    return () if carrier == common else carrier or (WHOLE,)


def _figures(quoted: Sequence[Figure], text: Scalar, work: Work) -> Iterator[tuple[str, Node | None]]:
    place = text.place
    rows = {one.id: _figure(one, text, work) for one in quoted}
    only = rows.get(VALUE)
    if only is not None and set(only.entries) == {"phrase"}:
        yield VALUE, only.entries["phrase"]
    else:
        yield "figures", mapping(rows.items(), place)


def _figure(figure: Figure, text: Scalar, work: Work) -> Mapping:
    found, place = figure.found, text.place
    phrase = cut(work.finished.manuscript.text, text, found.start, found.end)
    entries: list[tuple[str, Node | None]] = [("phrase", phrase)]
    nth = _occurrence(text.text, phrase.text, found.start)
    entries.append(("nth", word(str(nth), place) if nth else None))
    op = found.carried.op
    told = op if op in WRITTEN and not found.unsure else None
    entries.append(("op", word(_comparator(told, work), place) if told else None))
    entries.append(("carrier", sequence((word(one, place) for one in figure.carrier), place)))
    cascade = "coverage" if found.quantity.percent and figure.carrier == (BELOW,) else None
    entries.append(("cascade", word(cascade, place) if cascade else None))
    return mapping(entries, place)


def _comparator(op: Op, work: Work) -> str:
    """The usual words of a comparator."""
    return work.lexicon.words("quantities", "comparators", "before", op.value)[0]


def _occurrence(text: str, phrase: str, start: int) -> int:
    """Which occurrence of *phrase* stands at *start*, 0 where it is the only one."""
    places = list(occurrences(text, phrase))
    return places.index(start) + 1 if len(places) > 1 and start in places else 0
