"""The words of a name as they are compared."""

import re
import unicodedata
from collections.abc import Mapping
from functools import lru_cache

from kehoach.phrases.lexicon import Lexicon
from kehoach.phrases.remembering import remembered

Words = tuple[str, ...]
_TONES = "\u0300\u0301\u0303\u0309\u0323"
PUT_IN = 2


@remembered
def spelt(name: str, lexicon: Lexicon) -> Words:
    """The words of *name* whatever their case, where a tone stands (*hoá*, *hóa*) and how a number is written."""
    words = [_folded(word) for word in re.findall(r"\w+", name)]
    counted, figures = lexicon.view(_counted)
    for at, word in enumerate(words):
        if at and words[at - 1] in counted:
            words[at] = figures.get(word, word)
    return tuple(word.lstrip("0") or word if word.isdecimal() else word for word in words)


def parted(short: Words, long: Words, lexicon: Lexicon) -> bool:
    """Whether *long* is *short* with up to two words put in that name no group, grade or place."""
    if not 0 < len(long) - len(short) <= PUT_IN:
        return False
    start = next((at for at, word in enumerate(short) if word != long[at]), len(short))
    more = long[start : start + len(long) - len(short)]
    if short[start:] != long[start + len(more) :] or any(map(str.isdigit, more)):
        return False
    others, grades = lexicon.view(_others)
    joined = " ".join(more)
    return not any(word in f" {joined} " for word in others) and not f"{' '.join(short)} ".startswith(grades)


@lru_cache(4096)
def _folded(word: str) -> str:
    """A word whatever its case and wherever its tone stands."""
    letters = unicodedata.normalize("NFD", word.lower())
    tones = "".join(letter for letter in letters if letter in _TONES)
    return "".join(letter for letter in letters if letter not in _TONES) + tones


def _counted(lexicon: Lexicon) -> tuple[frozenset[str], Mapping[str, str]]:
    """What a number in words stands behind, and the figures of such words."""
    counted = frozenset(map(_folded, lexicon.words("campaigns", "counted_by")))
    figures = lexicon.table("campaigns", "figures")
    return counted, {_folded(word): str(figure) for word, figure in figures.items()}


def _others(lexicon: Lexicon) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Words that make another name of one, and those with which names of grades begin."""

    def said(name: str) -> tuple[str, ...]:
        return tuple(" ".join(map(_folded, word.split())) for word in lexicon.words("campaigns", name))

    return tuple(f" {word} " for word in said("other_with")), tuple(f"{word} " for word in said("grades"))
