"""How one syllable is taken for another: marks lost or changed, a letter too few, too many or of the same sound."""

from functools import cache

from kehoach.rules.prose.spelling.syllable import bare

ONSETS = frozenset({("ch", "tr"), ("s", "x"), ("d", "gi"), ("gi", "r"), ("d", "r"), ("l", "n"), ("v", "d"), ("b", "v")})
ENDS = frozenset({("c", "t"), ("ch", "t"), ("n", "ng"), ("n", "nh"), ("i", "y"), ("m", "n")})
ONE_LETTER = 1


@cache
def alike(one: str, other: str) -> bool:
    """Whether a hurried hand may write *one* for *other*."""
    if one == other or abs(len(one) - len(other)) > ONE_LETTER:
        return False
    start, end = _shared(one, other)
    old, new = one[start : len(one) - end], other[start : len(other) - end]
    if not old or not new:
        return True
    return _swapped(old, new) or _sounds_like(old, new, start, end) or bare(one) == bare(other)


def _shared(one: str, other: str) -> tuple[int, int]:
    """How many letters the two begin with, and how many of the rest they end with."""
    short = min(len(one), len(other))
    start = next((at for at in range(short) if one[at] != other[at]), short)
    return start, next((at for at in range(short - start) if one[-1 - at] != other[-1 - at]), short - start)


def _swapped(old: str, new: str) -> bool:
    """Whether what differs are two neighbouring letters that changed places."""
    return len(old) == len(new) == 2 and old == new[::-1]


def _sounds_like(old: str, new: str, start: int, end: int) -> bool:
    """Whether what differs, between *start* and *end* letters that do not, is an onset or an end of the same sound."""
    pairs = {(old, new), (new, old)}
    return bool((not start and pairs & ONSETS) or (not end and pairs & ENDS))
