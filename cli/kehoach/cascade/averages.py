"""Sentences that say what there is of something on the average."""

import re

from kehoach.patterns import compiled
from kehoach.phrases.lexicon import Lexicon
from kehoach.records import dataclass


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a mean (*trung bình mỗi huyện đoàn*), up to what it is a mean over."""

    pattern: re.Pattern[str]

    @classmethod
    def of(cls, lexicon: Lexicon) -> "Words":
        """The words in *lexicon*."""
        lists = (("mean_words",), ("upper_words", "each"), ("upper_words", "units"))
        mean, each, units = ("|".join(map(re.escape, lexicon.words("targets", *keys))) for keys in lists)
        several = rf"(?:{units})\b(?:, (?:{units})\b)*"
        return cls(compiled(rf"\b(?:{mean}) (?:{each}) ({several}|\w+)", re.IGNORECASE))


def mean_over(text: str, lexicon: Lexicon) -> str:
    """What a sentence speaks of on the average (*huyện*, *huyện, thành đoàn*, *chi*), in small letters.

    Empty where it speaks of no average.
    """
    found = lexicon.view(Words.of).pattern.search(text)
    return found[1].casefold() if found else ""
