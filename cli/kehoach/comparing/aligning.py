"""Two rows of paragraphs laid beside one another without changing the order of either."""

from collections.abc import Iterator, Sequence

from kehoach.comparing.likeness import Likeness, Measure, words

LIMIT = 0.5
Row = tuple[int | None, int | None]


def aligned(old: Sequence[str], new: Sequence[str]) -> tuple[Row, ...]:
    """The places in *old* and *new* that belong together, in order; what has no mate stands alone, the old first."""
    pairs = [*_chain(_alike(old, new)), (len(old), len(new))]
    found: list[Row] = []
    at = (0, 0)
    for i, j in pairs:
        found += _gap(old, new, range(at[0], i), range(at[1], j))
        if (i, j) != (len(old), len(new)):
            found.append((i, j))
        at = (i + 1, j + 1)
    return tuple(found)


def _alike(old: Sequence[str], new: Sequence[str]) -> list[Likeness]:
    texts = [words(text) for text in old], [words(text) for text in new]
    near = Measure((*texts[0], *texts[1])).near(*texts)
    return sorted((one for one in near if one.score >= LIMIT), key=lambda one: (one.old, one.new))


def _chain(found: Sequence[Likeness]) -> list[tuple[int, int]]:
    """Of the likely pairs the row that goes on in both and is most alike in all."""
    totals: list[float] = []
    before: list[int] = []
    for number, one in enumerate(found):
        earlier = (n for n in range(number) if found[n].old < one.old and found[n].new < one.new)
        best = max(earlier, key=totals.__getitem__, default=-1)
        before.append(best)
        totals.append(one.score + (totals[best] if best >= 0 else 0))
    chain: list[tuple[int, int]] = []
    at = max(range(len(totals)), key=totals.__getitem__, default=-1)
    while at >= 0:
        chain.append((found[at].old, found[at].new))
        at = before[at]
    return chain[::-1]


def _gap(old: Sequence[str], new: Sequence[str], olds: range, news: range) -> Iterator[Row]:
    """What stands between two pairs: the same words at its beginning are pairs, the rest stands alone."""
    same = 0
    while same < min(len(olds), len(news)) and old[olds[same]] == new[news[same]]:
        yield olds[same], news[same]
        same += 1
    yield from ((i, None) for i in olds[same:])
    yield from ((None, j) for j in news[same:])
