"""Entries of a list that stand twice."""

import re
from collections.abc import Iterator
from itertools import pairwise

from kehoach.findings import Fault
from kehoach.rules.prose.prose import Prose, prose
from kehoach.rules.registry import WARNING, Grain, rule
from kehoach.rules.view import View
from kehoach.written import Written

_BETWEEN = re.compile(r"[,;.:()“”\"\n…]| và ")
COMMA = ","
SHORT = 3  # words of an entry
Part = tuple[int, int, str, str]


@rule("TXT302", Grain.WRITTEN, WARNING)
def entry_once(file: Written, view: View) -> Iterator[Fault]:
    """A list does not name the same thing twice in a row, as *các trường THPT, THPT*.

    One of the two was meant to be something else.
    """
    told = prose(file, view)
    for one, other in pairwise(_parts(told)):
        if _same(one, other):
            yield told.fault("TXT302", other[0], other[1], text=other[2])


def _parts(told: Prose) -> Iterator[Part]:
    """What stands between signs: start, end, words, and the sign that ends it."""
    text, start = told.text, 0
    for match in _BETWEEN.finditer(text):
        yield _part(text, start, match.start(), match[0].strip())
        start = match.end()
    yield _part(text, start, len(text), "")


def _part(text: str, start: int, end: int, sign: str) -> Part:
    piece = text[start:end]
    start += len(piece) - len(piece.lstrip(" *"))
    piece = piece.strip(" *")
    return start, start + len(piece), piece, sign


def _same(one: Part, other: Part) -> bool:
    """Whether the second, a short entry, is how the first ends, with nothing but a comma between them."""
    words = other[2]
    if one[3] != COMMA or not words or not words[0].isalpha() or words.count(" ") >= SHORT:
        return False
    return one[2] == words or one[2].endswith(f" {words}")
