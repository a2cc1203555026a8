"""Word lists as patterns."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from kehoach.patterns import LINES, compiled, small

# A hyphen, and what a word processor makes of it.
DASH = "[-–—‑]"
# A year of our time, in full.
YEAR = r"(?:19|20)\d{2}"
_MARKS = compiled("[\u0300-\u036f]+")


def choice(words: Iterable[str]) -> str:
    """A pattern that matches any of *words*, longer ones first, whatever stands for their spaces."""
    return "(?:" + "|".join(_patterns(words)) + ")"


def whole(words: Iterable[str]) -> str:
    """A pattern that matches any of *words* where no word goes on before or behind it."""
    return rf"(?<!\w){choice(words)}(?!\w)"


@lru_cache(256)
def any_word(words: tuple[str, ...]) -> re.Pattern[str]:
    """What finds any of *words*, whole, in any case."""
    return compiled(whole(words), re.IGNORECASE)


def begun(words: Iterable[str]) -> str:
    """A pattern that matches what ``choice`` does where a word begins, in texts whose case is known.

    As it begins with a few letters and looks back behind them only, the machine finds sooner where to try it.
    """
    rows: dict[str, list[str]] = {}
    for pattern in filter(None, _patterns(words)):
        rows.setdefault(pattern[0], []).append(pattern[1:])
    return "(?:" + "|".join(rf"{first}(?<!\w{first})(?:{'|'.join(rest)})" for first, rest in rows.items()) + ")"


def begun_whole(words: Iterable[str]) -> str:
    """A pattern that matches what ``whole`` does, in texts in small letters."""
    return rf"{begun(map(small, words))}(?!\w)"


def _patterns(words: Iterable[str]) -> Iterator[str]:
    ordered = sorted(set(words), key=lambda word: (-len(word), word))
    return (r"\s+".join(map(re.escape, word.split())) for word in ordered)


def spoken(text: str) -> str:
    """*text* as it is looked up in a table: lower case, single spaces."""
    return " ".join(text.lower().split())


def bare(text: str) -> str:
    """The words of *text* in small letters, without the signs between them."""
    return " ".join(re.findall(r"\w+", text.lower()))


@lru_cache(LINES)
def unmarked(text: str) -> str:
    """*text* in small letters without any mark (*nắm*, *năm*: ``nam``)."""
    return _MARKS.sub("", unicodedata.normalize("NFD", text.lower().replace("đ", "d")))


def backwards(table: Mapping[str, Iterable[str]]) -> dict[str, str]:
    """From each word of a table of word lists to its key."""
    return {spoken(word): key for key, words in table.items() for word in words}
