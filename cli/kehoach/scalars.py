"""Scalars that keep their way back into the file: a stretch of one, a part of one, several as one."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import lru_cache

from kehoach.places import Place
from kehoach.records import replace
from kehoach.written import Scalar

OPENING_WORDS = 40


def stretch(text: str, scalar: Scalar, start: int, end: int) -> Place:
    """Where the code points *start* to *end* of *scalar* stand in the file, whose raw text is *text*.

    A value made by the program has one place for all of its words.
    """
    if not scalar.offsets:
        return scalar.place
    first = scalar.offsets[start]
    last = scalar.offsets[end - 1] + 1 if end > start else first
    line, column = _at(text, first)
    end_line, end_column = _at(text, last)
    words = None if scalar.place.words is None else _opening(text, first)
    return Place(scalar.place.file, line, column, end_line, end_column, words)


def cut(text: str, scalar: Scalar, start: int, end: int) -> Scalar:
    """The code points *start* to *end* of *scalar* as a scalar of their own, without white space around them."""
    kept = scalar.text[start:end]
    start += len(kept) - len(kept.lstrip())
    end = start + len(kept.strip())
    offsets = scalar.offsets[start : end + 1]
    return replace(scalar, text=scalar.text[start:end], place=stretch(text, scalar, start, end), offsets=offsets)


def joined(scalars: Sequence[Scalar], between: str) -> Scalar:
    """*scalars*, at least one, as one text; what stands *between* them points at the end of the one before it."""
    return linked(scalars, [between] * (len(scalars) - 1))


def linked(scalars: Sequence[Scalar], between: Sequence[str]) -> Scalar:
    """The same, where each has its own words *between* it and the next."""
    offsets: list[int] = []
    texts: list[str] = []
    for scalar, link in zip(scalars[:-1], between, strict=True):
        offsets += [*scalar.offsets[:-1], *[*scalar.offsets[-1:]] * len(link)]
        texts += scalar.text, link
    first, last = scalars[0].place, scalars[-1].place
    place = replace(first, end_line=last.end_line, end_column=last.end_column)
    return Scalar("".join((*texts, scalars[-1].text)), place, (*offsets, *scalars[-1].offsets))


def _at(text: str, offset: int) -> tuple[int, int]:
    """The line and column, from 1, of *offset*."""
    breaks = _breaks(text)
    line = bisect_left(breaks, offset)
    return line + 1, offset - (breaks[line - 1] if line else -1)


@lru_cache(8)
def _breaks(text: str) -> list[int]:
    """Where lines end in *text*; that of the last few files is kept."""
    return [match.start() for match in re.finditer("\n", text)]


def _opening(text: str, offset: int) -> str:
    """How the paragraph that holds *offset* begins."""
    start = text.rfind("\n", 0, offset) + 1
    return text[start : start + OPENING_WORDS].partition("\n")[0].strip()
