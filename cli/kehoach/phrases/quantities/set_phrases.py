"""What holds a number and is no quantity: dates, lengths of time, names, numbers of documents."""

import re
from collections.abc import Iterable, Iterator
from re import Pattern

from kehoach.patterns import any_case, caseless, compiled, small
from kehoach.phrases.choices import begun_whole, whole
from kehoach.phrases.lexicon import Lexicon
from kehoach.phrases.quantities.numbers import NUMBER
from kehoach.records import dataclass

Stretch = tuple[int, int]

COUNT = "N"

# Placeholders, ids and addresses, and what every one of them has.
_OPAQUE = compiled(r"\{\{[^{}\n]{0,200}\}\}|\{\#[^{}\n]{0,100}\}|https?://\S+|(?<!\S)[^\s@]{1,80}@\S+")
_TRACES = ("{", "://", "@")
_PARAGRAPH = compiled(r"^[ \t]{0,20}(?:[-+][ \t]{1,20})?\(?\d++(?:\.\d++)*[.)](?=\s)", re.MULTILINE)
_DIGITS = compiled(r"\d+")
_SHAPES = compiled(
    r"""
      \d++(?:\s?[-–]\s?\d++){0,3}(?:/\d++)+                            # dates
    | (?:19|20)\d\d\s?[-–]?\s?(?:19|20)\d\d(?!\d)                      # terms of office
    | \d++\s?[-–/]?\s?[A-ZĐ][A-Za-zĐđ]*(?:[-.][A-ZĐ][\wĐ]*)*[-/][A-ZĐ]\w*  # numbers of documents
    | \d++\s?(?:[-–]\s?[A-ZĐ]|/[A-ZĐ])\w*                               # … cut short
    | \d++(?:\s?\+\s?\d++)+                                            # 1+2
    | \d++h\d* | \d++\.\d{1,2}(?!\d)                                   # 12h00, 4.0
    | \d++(?:[ ]\d++)+                                                  # 60 000
    """,
    re.VERBOSE,
)
# COVID-19
_NAMED = compiled(r"(?<![^\W\d_])[^\W\d_]{1,40}-?\Z")
LONGEST_NAME = 41
_QUOTES = compiled(r"“[^“”\n]{1,200}”|”[^“”\n]{1,200}”|\"[^\"\n]{1,200}\"|‘[^‘’\n]{1,200}’")
_YEAR = compiled(r"(?:19|20)\d\d")


@dataclass(frozen=True, slots=True)
class SetPhrases:
    """The compiled lists of set phrases: those that a number begins, and others, with the word that begins each.

    *counted* and *duration* are for small letters. *heads* are the last words of what stands before an ordinal.
    """

    counted: Pattern[str]
    others: Pattern[str]
    beginnings: tuple[str, ...]
    duration: Pattern[str]
    heads: tuple[str, ...]
    ordinal: Pattern[str]
    year: Pattern[str]

    @classmethod
    def of(cls, lexicon: Lexicon) -> "SetPhrases":
        """The set phrases of *lexicon*."""

        def words(key: str) -> tuple[str, ...]:
            return lexicon.words("set_phrases", key)

        unless = rf"{whole(words('not_ordinal_after'))}(?:\s+[^\W\d_]+){{0,2}}?\s+"
        entries = [entry for entry in words("phrases") if entry.strip()]
        counted = [entry for entry in entries if entry.split()[0] == COUNT]
        others = [entry for entry in entries if entry.split()[0] != COUNT]
        ordinal = rf"(?P<unless>{unless})?(?P<head>{whole(words('ordinals'))})\s+\Z"
        return cls(
            counted=_counted(counted),
            others=_phrase(others),
            beginnings=tuple(small(entry.split()[0]) for entry in others),
            duration=caseless(begun_whole(words("durations"))),
            heads=tuple(small(head.split()[-1]) for head in filter(str.strip, words("ordinals"))),
            ordinal=compiled(ordinal, re.IGNORECASE),
            year=compiled(whole(words("years")), re.IGNORECASE),
        )

    def in_order(self, text: str, start: int, digits: str) -> bool:
        """Whether the number *digits* at *start* of the plain *text* names something (``tháng 3``, ``khối 12``)."""
        first = max(0, start - 40)
        led = small(text)[first:start].rstrip().endswith(self.heads)
        found = self.ordinal.search(text, first, start) if led else None
        if not found or found["unless"]:
            return False
        return not self.year.fullmatch(found["head"]) or bool(_YEAR.fullmatch(digits))


def _phrase(entries: Iterable[str]) -> Pattern[str]:
    """Any of *entries*; nothing where there are none."""
    return any_case(rf"(?<!\w)(?:{_any_of(map(str.split, entries))})(?!\w)")


def _counted(entries: Iterable[str]) -> Pattern[str]:
    """Any of *entries*, which begin with ``COUNT``."""
    return caseless(rf"(?<!\w){NUMBER}\s+(?:{_any_of(entry.split()[1:] for entry in entries)})(?!\w)")


def _any_of(entries: Iterable[list[str]]) -> str:
    """A pattern for any of *entries*, with a number for ``COUNT``."""
    spelt = (r"\s+".join(NUMBER if part == COUNT else re.escape(part) for part in entry) for entry in entries)
    return "|".join(spelt) or "(?!)"


def masked(text: str, phrases: SetPhrases) -> Iterator[Stretch]:
    """The stretches of the plain *text* whose numbers are never quantities."""
    held = [match.span() for match in _held(text)]
    yield from held
    low, end = small(text), 0
    for digits in _DIGITS.finditer(text):
        at = digits.start()
        if counted := phrases.counted.match(low, at):
            yield counted.span()
        free = at >= end and not any(start <= at < stop for start, stop in held)
        if free and (stretch := _shape(text, digits)):
            yield stretch
            end = stretch[1]
    if any(word in low for word in phrases.beginnings):
        yield from (match.span() for match in phrases.others.finditer(text))


def _held(text: str) -> Iterator[re.Match[str]]:
    """Placeholders, ids, addresses and numbers of paragraphs."""
    if any(trace in text for trace in _TRACES):
        yield from _OPAQUE.finditer(text)
    yield from _PARAGRAPH.finditer(text) if "\n" in text else filter(None, [_PARAGRAPH.match(text)])


def _shape(text: str, digits: re.Match[str]) -> Stretch | None:
    """What the first *digits* of a date or another such number belong to."""
    at = digits.start()
    joined = text[at - 1 : at]
    if (joined.isalnum() or joined == "-") and (named := _NAMED.search(text, max(0, at - LONGEST_NAME), at)):
        return named.start(), digits.end()
    match = _SHAPES.match(text, at)
    return match.span() if match else None


def quoted(text: str) -> Iterator[Stretch]:
    """The stretches of the plain *text* in quotation marks: names and citations."""
    for match in _QUOTES.finditer(text):
        yield match.span()


def is_year(digits: str) -> bool:
    """Whether *digits* look like a year."""
    return bool(_YEAR.fullmatch(digits))
