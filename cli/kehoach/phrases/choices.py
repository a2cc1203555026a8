"""Word lists as patterns."""

import re
from collections.abc import Iterable, Mapping

# A hyphen, and what a word processor makes of it.
DASH = "[-–—‑]"


def choice(words: Iterable[str]) -> str:
    """A pattern that matches any of *words*, longer ones first, whatever stands for their spaces."""
    ordered = sorted(set(words), key=lambda word: (-len(word), word))
    return "(?:" + "|".join(r"\s+".join(map(re.escape, word.split())) for word in ordered) + ")"


def spoken(text: str) -> str:
    """*text* as it is looked up in a table: lower case, single spaces."""
    return " ".join(text.lower().split())


def backwards(table: Mapping[str, Iterable[str]]) -> dict[str, str]:
    """From each word of a table of word lists to its key."""
    return {spoken(word): key for key, words in table.items() for word in words}
