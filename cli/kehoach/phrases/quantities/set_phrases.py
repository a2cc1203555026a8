"""What holds a number and is no quantity: dates, lengths of time, names, numbers of documents."""

import re
from collections.abc import Iterator
from re import Pattern

from kehoach.patterns import compiled
from kehoach.phrases.choices import whole
from kehoach.phrases.lexicon import Lexicon
from kehoach.phrases.quantities.numbers import NUMBER
from kehoach.records import dataclass

Stretch = tuple[int, int]

_SHAPES = compiled(
    r"""
      \{\{[^{}\n]{0,200}\}\} | \{\#[^{}\n]{0,100}\}                         # placeholders and ids
    | https?://\S+ | (?<!\S)[^\s@]{1,80}@\S+                               # addresses
    | ^[ \t]{0,20}(?:[-+][ \t]{1,20})?\(?\d++(?:\.\d++)*[.)](?=\s)        # the number of a paragraph
    | (?<!\d)(?:
        \d++(?:\s?[-–]\s?\d++){0,3}(?:/\d++)+                            # dates
      | (?:19|20)\d\d\s?[-–]?\s?(?:19|20)\d\d(?!\d)                      # terms of office
      | \d++\s?[-–/]?\s?[A-ZĐ][A-Za-zĐđ]*(?:[-.][A-ZĐ][\wĐ]*)*[-/][A-ZĐ]\w*  # numbers of documents
      | \d++\s?(?:[-–]\s?[A-ZĐ]|/[A-ZĐ])\w*                               # … cut short
      | \d++(?:\s?\+\s?\d++)+                                            # 1+2
      | \d++h\d* | \d++\.\d{1,2}(?!\d)                                   # 12h00, 4.0
      | \d++(?:[ ]\d++)+                                                  # 60 000
      )
    | (?<![^\W\d_])[^\W\d_]{1,40}-?\d++                                    # COVID-19
    """,
    re.VERBOSE | re.MULTILINE,
)
_QUOTES = compiled(r"“[^“”\n]{1,200}”|”[^“”\n]{1,200}”|\"[^\"\n]{1,200}\"|‘[^‘’\n]{1,200}’")
_YEAR = compiled(r"(?:19|20)\d\d")


@dataclass(frozen=True, slots=True)
class SetPhrases:
    """The compiled lists of set phrases."""

    phrase: Pattern[str]
    duration: Pattern[str]
    ordinal: Pattern[str]
    year: Pattern[str]

    @classmethod
    def of(cls, lexicon: Lexicon) -> "SetPhrases":
        """The set phrases of *lexicon*."""

        def words(key: str) -> tuple[str, ...]:
            return lexicon.words("set_phrases", key)

        unless = rf"{whole(words('not_ordinal_after'))}(?:\s+[^\W\d_]+){{0,2}}?\s+"
        ordinal = rf"(?P<unless>{unless})?(?P<head>{whole(words('ordinals'))})\s+\Z"
        phrase = "|".join(
            r"\s+".join(NUMBER if part == "N" else re.escape(part) for part in entry.split())
            for entry in words("phrases")
        )
        return cls(
            phrase=compiled(rf"(?<!\w)(?:{phrase})(?!\w)", re.IGNORECASE),
            duration=compiled(whole(words("durations")), re.IGNORECASE),
            ordinal=compiled(ordinal, re.IGNORECASE),
            year=compiled(whole(words("years")), re.IGNORECASE),
        )

    def in_order(self, text: str, start: int, digits: str) -> bool:
        """Whether the number *digits* at *start* of the plain *text* names something (``tháng 3``, ``khối 12``)."""
        found = self.ordinal.search(text, max(0, start - 40), start)
        if not found or found["unless"]:
            return False
        return not self.year.fullmatch(found["head"]) or bool(_YEAR.fullmatch(digits))


def masked(text: str, phrases: SetPhrases) -> Iterator[Stretch]:
    """The stretches of the plain *text* whose numbers are never quantities."""
    for pattern in (_SHAPES, phrases.phrase):
        for match in pattern.finditer(text):
            yield match.span()


def quoted(text: str) -> Iterator[Stretch]:
    """The stretches of the plain *text* in quotation marks: names and citations."""
    for match in _QUOTES.finditer(text):
        yield match.span()


def is_year(digits: str) -> bool:
    """Whether *digits* look like a year."""
    return bool(_YEAR.fullmatch(digits))
