"""Which of a row of siblings have changed their place: those outside the longest row that kept its order."""

from collections.abc import Hashable, Sequence
from hashlib import blake2b


def out_of_order(old: Sequence[Hashable], new: Sequence[Hashable], names: Sequence[str]) -> frozenset[int]:
    """The places in *new*, a rearrangement of *old*, of those that moved; *names* tells them apart.

    Of several longest rows one is chosen by the names alone, so that both directions choose the same.
    """
    place = {one: number for number, one in enumerate(old)}
    ranks = [place[one] for one in new]
    weights = [_weight(name) for name in names]
    totals: list[int] = []
    before: list[int] = []
    for number, rank in enumerate(ranks):
        best = max((i for i in range(number) if ranks[i] < rank), key=lambda i: totals[i], default=-1)
        before.append(best)
        totals.append(weights[number] + (totals[best] if best >= 0 else 0))
    kept: set[int] = set()
    at = max(range(len(totals)), key=totals.__getitem__, default=-1)
    while at >= 0:
        kept.add(at)
        at = before[at]
    return frozenset(range(len(ranks))) - kept


def _weight(name: str) -> int:
    """One of a row counts for one; the digest parts rows of the same length."""
    return (1 << 64) + int.from_bytes(blake2b(name.encode(), digest_size=6).digest())
