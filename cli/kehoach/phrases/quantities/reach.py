"""Words of a sentence that say something about the quantities after them: *phấn đấu*, *mỗi quý*, *mỗi chi đoàn*."""

from bisect import bisect_right
from collections.abc import Iterator
from re import Match, Pattern

from kehoach.patterns import any_case, caseless, compiled, small
from kehoach.phrases.choices import begun_whole, spoken, whole
from kehoach.phrases.lexicon import Lexicon
from kehoach.phrases.quantities.reading import Reading
from kehoach.phrases.quantities.unit import unit_at, unit_words_of
from kehoach.phrases.quantities.words import Lists
from kehoach.records import dataclass

_BREAK = compiled(r"[.!?…;\n](?:(?<=[;\n])|\s)")
Mark = tuple[int, str]


@dataclass(frozen=True, slots=True)
class ReachWords:
    """The words that reach over a sentence, in small letters; *slips* are those that strive and are misspelt.

    *never* stands before a ``phấn đấu`` that sets no aim.
    """

    strive: Pattern[str]
    slips: frozenset[str]
    never: Pattern[str]
    often: Pattern[str]
    each: Pattern[str]
    gap: Pattern[str]


def reach_words_of(lexicon: Lexicon) -> ReachWords:
    """The words that reach, in *lexicon*."""
    lists = Lists(lexicon)
    periods, slips = whole(lists("periods")), lists("ambition", "slips")
    return ReachWords(
        strive=caseless(begun_whole((*lists("ambition", "words"), *slips))),
        slips=frozenset(map(spoken, slips)),
        never=caseless(rf"{begun_whole(lists('ambition', 'never_after'))}\s+\Z"),
        often=caseless(rf"{begun_whole(lists('every'))}\s+(?P<period>{periods})"),
        each=caseless(rf"{begun_whole(lists('each'))}\s+(?!{periods})"),
        gap=any_case(rf"\s*(?:,|,?\s*{lists.word('links', 'and')})\s*"),
    )


@dataclass(frozen=True, slots=True)
class Markers:
    """The markers of a plain text by position, in order; *slips* are misspelt ambitions."""

    text: str
    words: ReachWords
    breaks: tuple[int, ...]
    strivings: tuple[Mark, ...]
    slips: frozenset[int]
    periods: tuple[Mark, ...]
    carriers: tuple[Mark, ...]

    def ambition(self, reading: Reading, before: Reading | None) -> tuple[bool, bool]:
        """Whether an ambition reaches *reading*, and whether a reader would doubt it.

        It reaches to the end of its clause; beyond the first figure it is doubted, unless the figures
        follow one another as a list.
        """
        at, _ = self._last(self.strivings, reading)
        if at < 0:
            return False, False
        first = before is None or before.number[0] < at
        listed = before is not None and self.words.gap.fullmatch(self.text[before.end : reading.start]) is not None
        return True, at in self.slips or not (first or listed)

    def every(self, reading: Reading) -> str:
        """The period that reaches *reading* (``quý`` of *Mỗi quý, …*), or nothing."""
        return self._last(self.periods, reading)[1]

    def each(self, reading: Reading) -> str:
        """The carrier that reaches *reading* (``cơ sở Đoàn`` of *mỗi cơ sở Đoàn …*), or nothing."""
        return self._last(self.carriers, reading)[1]

    def _last(self, marks: tuple[Mark, ...], reading: Reading) -> Mark:
        number = reading.number[0]
        index = bisect_right(self.breaks, number)
        first = self.breaks[index - 1] if index else 0
        return next((mark for mark in reversed(marks) if first <= mark[0] < number), (-1, ""))


def markers_of(text: str, blocked: bytearray, lexicon: Lexicon) -> Markers:
    """The markers of the plain *text*; what stands in *blocked* characters is a name."""
    words, low = lexicon.view(reach_words_of), small(text)
    strivings = list(_strivings(low, blocked, words))
    return Markers(
        text=text,
        words=words,
        breaks=tuple(match.end() for match in _BREAK.finditer(text)),
        strivings=tuple((match.start(), match.group()) for match in strivings),
        slips=frozenset(match.start() for match in strivings if spoken(match.group()) in words.slips),
        periods=tuple(
            (match.start(), match["period"].casefold())
            for match in words.often.finditer(low)
            if not blocked[match.start()]
        ),
        carriers=tuple(_carriers(text, blocked, lexicon)),
    )


def _strivings(low: str, blocked: bytearray, words: ReachWords) -> Iterator[Match[str]]:
    for match in words.strive.finditer(low):
        before = max(0, match.start() - 20)
        if not blocked[match.start()] and not words.never.search(low, before, match.start()):
            yield match


def _carriers(text: str, blocked: bytearray, lexicon: Lexicon) -> Iterator[Mark]:
    for match in lexicon.view(reach_words_of).each.finditer(small(text)):
        unit = unit_at(text, match.end(), lexicon.view(unit_words_of))
        if unit and not blocked[match.start()]:
            yield match.start(), " ".join(text[unit.start : unit.end].split())
