"""Sentences that say what there is of something on the average."""

import re

from kehoach.patterns import compiled
from kehoach.phrases.lexicon import Lexicon
from kehoach.phrases.remembering import remembered
from kehoach.records import dataclass

ANY = "*"


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a mean (*trung bình mỗi huyện đoàn*), up to what it is a mean over."""

    pattern: re.Pattern[str]
    any: tuple[str, ...]

    @classmethod
    def of(cls, lexicon: Lexicon) -> "Words":
        """The words in *lexicon*."""
        lists = (("mean_words",), ("upper_words", "each"), ("upper_words", "units"))
        mean, each, units = ("|".join(map(re.escape, lexicon.words("targets", *keys))) for keys in lists)
        several = rf"(?:{units})\b(?:, (?:{units})\b)*"
        pattern = compiled(rf"\b(?:{mean}) (?:{each}) ({several}|\w+)", re.IGNORECASE)
        return cls(pattern, lexicon.words("targets", "any_unit"))


@remembered
def mean_over(text: str, lexicon: Lexicon) -> str:
    """What a sentence speaks of on the average (*huyện*, *huyện, thành đoàn*, *chi*), in small letters.

    ``ANY`` where it is any unit (*mỗi đơn vị*); empty where it speaks of no average.
    """
    words = lexicon.view(Words.of)
    found = words.pattern.search(text)
    over = found[1].casefold() if found else ""
    return ANY if over in words.any else over
