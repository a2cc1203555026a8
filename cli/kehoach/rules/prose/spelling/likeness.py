"""How one syllable is taken for another: marks lost or changed, a letter too few, too many or of the same sound."""

from functools import cache

from kehoach.rules.prose.spelling.syllable import bare

ONSETS = (("ch", "tr"), ("s", "x"), ("d", "gi"), ("gi", "r"), ("d", "r"), ("l", "n"), ("v", "d"))
ENDS = (("c", "t"), ("n", "ng"), ("n", "nh"), ("i", "y"))


@cache
def alike(one: str, other: str) -> bool:
    """Whether a hurried hand may write *one* for *other*."""
    if one == other:
        return False
    return bare(one) == bare(other) or _sounds_like(one, other) or _lacks_one(one, other) or _swapped(one, other)


def _sounds_like(one: str, other: str) -> bool:
    return any(
        _changed(one, other, at_start, *pair) or _changed(other, one, at_start, *pair)
        for at_start, pairs in ((True, ONSETS), (False, ENDS))
        for pair in pairs
    )


def _changed(one: str, other: str, at_start: bool, old: str, new: str) -> bool:
    """Whether *old* at an end of *one*, put as *new*, gives *other*."""
    if at_start:
        return one.startswith(old) and other == new + one[len(old) :]
    return one.endswith(old) and other == one[: len(one) - len(old)] + new


def _lacks_one(one: str, other: str) -> bool:
    """Whether one letter of the longer is missing in the other."""
    long, short = (one, other) if len(one) > len(other) else (other, one)
    return len(long) == len(short) + 1 and any(long[:at] + long[at + 1 :] == short for at in range(len(long)))


def _swapped(one: str, other: str) -> bool:
    """Whether two neighbouring letters changed places."""
    if len(one) != len(other):
        return False
    at = [number for number, (a, b) in enumerate(zip(one, other, strict=True)) if a != b]
    return len(at) == 2 and at[1] == at[0] + 1 and one[at[0]] == other[at[1]] and one[at[1]] == other[at[0]]
