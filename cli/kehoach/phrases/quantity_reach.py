"""Words of a sentence that say something about the quantities after them: *phấn đấu*, *mỗi quý*, *mỗi chi đoàn*."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from kehoach.phrases.lexicon import Lexicon
from kehoach.phrases.quantity_reading import Reading
from kehoach.phrases.quantity_unit import unit_at
from kehoach.phrases.quantity_words import Words, words_of

_BREAK = re.compile(r"[.!?…]\s|[;\n]")
_GAP = re.compile(r"\s*(?:,|,?\s*và)\s*")


@dataclass(frozen=True, slots=True)
class Markers:
    """The markers of a plain text as (position, word), in order; *slips* are misspelt ambitions."""

    text: str
    breaks: tuple[int, ...]
    strivings: tuple[tuple[int, str], ...]
    slips: frozenset[int]
    periods: tuple[tuple[int, str], ...]
    carriers: tuple[tuple[int, str], ...]

    def ambition(self, reading: Reading, before: Reading | None) -> tuple[bool, bool]:
        """Whether an ambition reaches *reading*, and whether a reader would doubt it.

        It reaches to the end of its clause; beyond the first figure it is doubted, unless the figures
        follow one another as a list.
        """
        at, _ = self._last(self.strivings, reading)
        if at < 0:
            return False, False
        first = before is None or before.number[0] < at
        listed = before is not None and _GAP.fullmatch(self.text[before.end : reading.start]) is not None
        return True, at in self.slips or not (first or listed)

    def every(self, reading: Reading) -> str:
        """The period that reaches *reading* (``quý`` of *Mỗi quý, …*), or nothing."""
        return self._last(self.periods, reading)[1]

    def each(self, reading: Reading) -> str:
        """The carrier that reaches *reading* (``cơ sở Đoàn`` of *mỗi cơ sở Đoàn …*), or nothing."""
        return self._last(self.carriers, reading)[1]

    def _last(self, marks: tuple[tuple[int, str], ...], reading: Reading) -> tuple[int, str]:
        number = reading.number[0]
        index = bisect_right(self.breaks, number)
        first = self.breaks[index - 1] if index else 0
        reaching = [mark for mark in marks if first <= mark[0] < number]
        return reaching[-1] if reaching else (-1, "")


def markers_of(text: str, blocked: bytearray, lexicon: Lexicon) -> Markers:
    """The markers of the plain *text*; what stands in *blocked* characters is a name."""
    words = lexicon.view(words_of)
    strivings = list(_strivings(text, blocked, words))
    return Markers(
        text=text,
        breaks=tuple(match.end() for match in _BREAK.finditer(text)),
        strivings=tuple((at, word) for at, word, _ in strivings),
        slips=frozenset(at for at, _, slip in strivings if slip),
        periods=tuple(
            (match.start(), match["period"].casefold())
            for match in words.often.finditer(text)
            if not blocked[match.start()]
        ),
        carriers=tuple(_carriers(text, blocked, words)),
    )


def _strivings(text: str, blocked: bytearray, words: Words) -> Iterator[tuple[int, str, bool]]:
    for match in words.strive.finditer(text):
        if not blocked[match.start()] and not words.never_strive.search(text, max(0, match.start() - 20), match.start()):
            yield match.start(), match.group(), bool(match["slip"])


def _carriers(text: str, blocked: bytearray, words: Words) -> Iterator[tuple[int, str]]:
    for match in words.each.finditer(text):
        unit = unit_at(text, match.end(), words)
        if unit.end > unit.start and not blocked[match.start()]:
            yield match.start(), " ".join(text[unit.start : unit.end].split())
