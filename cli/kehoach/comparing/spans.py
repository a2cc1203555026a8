"""Of two texts the stretches that differ, to the letter."""

from collections.abc import Iterator

from rapidfuzz.distance import Indel

from kehoach.patterns import compiled

Span = tuple[int, int]
Change = tuple[Span, Span]
_PIECE = compiled(r"\w+(?:[.,/]\w+)*|\s+|[^\w\s]")


def changed_spans(old: str, new: str) -> tuple[Change, ...]:
    """Where *old* and *new* differ, in whole words; all between is the same in both.

    Changes that only white space parts are one.
    """
    before, after = _pieces(old), _pieces(new)
    found: list[Change] = []
    for one in _differing([text for text, _ in before], [text for text, _ in after]):
        olds, news = _span(before, *one[0], len(old)), _span(after, *one[1], len(new))
        if found and not old[found[-1][0][1] : olds[0]].strip():
            olds, news = (found[-1][0][0], olds[1]), (found[-1][1][0], news[1])
            found.pop()
        found.append((olds, news))
    return tuple(found)


def _pieces(text: str) -> list[tuple[str, int]]:
    return [(match.group(), match.start()) for match in _PIECE.finditer(text)]


def _differing(old: list[str], new: list[str]) -> Iterator[Change]:
    """Runs of pieces that differ; a deletion and an insertion side by side are one."""
    held: Change | None = None
    for code in Indel.opcodes(old, new):
        if code.tag == "equal":
            if held:
                yield held
            held = None
            continue
        start = held or ((code.src_start, 0), (code.dest_start, 0))
        held = (start[0][0], code.src_end), (start[1][0], code.dest_end)
    if held:
        yield held


def _span(pieces: list[tuple[str, int]], first: int, last: int, length: int) -> Span:
    starts = [start for _, start in pieces] + [length]
    return starts[first], starts[last]
