"""Leading zeros: in each sort of number all or none."""

import re
from collections.abc import Iterator

from kehoach.findings import Fault, Related
from kehoach.patterns import compiled
from kehoach.phrases.lexicon import Lexicon
from kehoach.records import dataclass, replace
from kehoach.rules.prose.prose import LINE, Prose, prose_and_times
from kehoach.rules.registry import INFO, Grain, rule
from kehoach.rules.view import View
from kehoach.written import Written

FEW = 5
DIGITS = 2
OPENING = '“("'
OVER = "/"
SHOWN = 14
ZERO = "0"
Span = tuple[int, int]
_DIGITS = compiled(r"[0-9]+")
# By the official form a day below 10 and a month below 3 have a zero, so that other months go for themselves.
_SORTS = {
    "week": compiled(r"(?<=[Tt]uần )(0?[1-9])\b(?![.,]\d)"),
    "month_low": compiled(r"(?<=[Tt]háng )(0?[12])\b(?! ?[-–])"),
    "month_high": compiled(r"(?<=[Tt]háng )(0?[3-9])\b(?! ?[-–])"),
    "day": compiled(r"(?:(?<=[Nn]gày )|(?<![\d/.,-])(?=\d+/\d+/\d{4}))(0?[1-9])/(?:0?[1-9]|1[0-2])(?!\d)"),
    "date_month_low": compiled(r"(?<![\d/.,-])\d{1,2}/(0?[12])/(?:19|20)\d\d\b"),
    "date_month_high": compiled(r"(?<![\d/.,-])\d{1,2}/(0?[3-9])/(?:19|20)\d\d\b"),
}
OFFICIAL = frozenset({"day", "month_low", "date_month_low"})
_SLASHED = ("day", "date_month_low", "date_month_high")
_BEHIND = {"uần ": ("week",), "áng ": ("month_low", "month_high")}
LETTERS = 4
_COUNTED = compiled(
    r"(?:(?<![\w/.,:“”+\"–-])(?<![-–] )|(?<=[^\W\d_]/))"
    r"(0?[1-9])\*{0,2}(?: ?[-–] ?\d+\*{0,2})? ([^\W\d_]+)(?= ([^\W\d_]+))?"
)
# "5 không, 3 sạch" is a formula, no count.
_FORMULA, _OF_FORMULA = compiled(r" [^\W\d_]+, [1-9] [^\W\d_]"), compiled(r"(?:^|\D)[1-9] [^\W\d_]+,\Z")
# In "thôn 1, 2 và 3" what stands before the first number stands before all of them.
_LISTED = compiled(r"(?:[0-9]+(?:, ?| và ))+\Z")
COUNT = "count"
REACH = 16
LONGEST = 60


@dataclass(frozen=True, slots=True)
class Habit:
    """Where numbers of one sort stand, with and without a zero."""

    padded: list[Span]
    bare: list[Span]

    @property
    def rarer(self) -> list[Span]:
        """Those written in the rarer way, where another way is clearly usual."""
        fewer, more = sorted((self.bare, self.padded), key=len)
        return fewer if 0 < len(fewer) < len(more) else []

    @property
    def against_form(self) -> list[Span]:
        """Those without the zero that the form asks for, where others have it."""
        return self.bare if self.padded else []


@rule("TXT504", Grain.WRITTEN, INFO)
def zeros_alike(file: Written, view: View) -> Iterator[Fault]:
    """Numbers of one sort have a leading zero all or none: *tuần 01* and *tuần 4* do not go together.

    Of those for which the form asks for a zero it is the bare ones that differ, few or many.

    A few that differ are shown one by one, many are told once with all their places.
    """
    told = prose_and_times(file, view)
    seen: set[int] = set()
    for sort, found in _numbers(told, view.lexicon):
        habit = _habit(told, found)
        rare = habit.against_form if sort in OFFICIAL else habit.rarer
        usual = next((told.text[start:end] for start, end in found if (start, end) not in rare), "")
        by_line = {told.at(span[0]): span for span in reversed(rare)}
        for span, others in _told([by_line[line] for line in sorted(by_line) if line not in seen]):
            fault = told.fault("TXT504", *span, text=_around(told, span), usual=usual, sort=sort)
            yield replace(fault, related=tuple(_also(told, other) for other in others))
        seen.update(by_line)


def _habit(told: Prose, found: list[Span]) -> Habit:
    padded = [span for span in found if told.text[span[0]] == ZERO]
    return Habit(padded, [span for span in found if span not in padded])


def _numbers(told: Prose, lexicon: Lexicon) -> Iterator[tuple[str, list[Span]]]:
    """The numbers below ten of each sort."""
    words = lexicon.view(_counting)
    found: dict[str, dict[int, Span]] = {sort: {} for sort in (*_SORTS, COUNT)}
    for digits in (match for match in _DIGITS.finditer(told.text) if len(match[0]) <= DIGITS):
        start = digits.start()
        for sort in _possible(told.text, digits):
            if match := _SORTS[sort].match(told.text, start):
                found[sort].setdefault(told.origin(match.start(1)), match.span(1))
        low = len(digits[0]) < DIGITS or digits[0][0] == ZERO
        if low and (match := _COUNTED.match(told.text, start)) and _counts(match, words):
            found[COUNT].setdefault(told.origin(match.start(1)), match.span(1))
    yield from ((sort, list(spans.values())) for sort, spans in found.items())


def _possible(text: str, digits: re.Match[str]) -> Iterator[str]:
    """The sorts of which the number may be, by what stands beside it."""
    if text[digits.end() : digits.end() + 1] == "/":
        yield from _SLASHED
    yield from _BEHIND.get(text[max(digits.start() - LETTERS, 0) : digits.start()], ())


def _told(rare: list[Span]) -> Iterator[tuple[Span, list[Span]]]:
    """Each place by itself, or the first with the others where there are many."""
    if len(rare) > FEW:
        yield rare[0], rare[1:]
    else:
        yield from ((span, []) for span in rare)


@dataclass(frozen=True, slots=True)
class Counting:
    """Words before a number that is no count, nouns that are counted without zero, nouns that always are a count,
    names that begin with a number, and what leads to facts that are told, not planned."""

    before: frozenset[str]
    bare: frozenset[str]
    always: frozenset[str]
    names: tuple[str, ...]
    telling: tuple[str, ...]


def _counting(lexicon: Lexicon) -> Counting:
    phrases = lexicon.words("set_phrases", "phrases")
    return Counting(
        frozenset(word.rpartition(" ")[2] for word in lexicon.words("prose", "numbered")),
        frozenset(lexicon.words("prose", "durations")),
        frozenset(lexicon.words("quantities", "nouns", "times")),
        tuple(phrase.removeprefix("N ") for phrase in phrases if phrase.startswith("N ")),
        lexicon.words("prose", "telling"),
    )


def _counts(match: re.Match[str], words: Counting) -> bool:
    """Whether the number counts something that is written with a zero by those who write zeros."""
    clause = match.string[max(match.start() - LONGEST, 0) : match.start()].rpartition(LINE)[2].rstrip(" *")
    before = _LISTED.sub("", clause + " ").rstrip()[-REACH:]
    word, noun = before.rpartition(" ")[2].lstrip(OPENING).lower(), match[2]
    if not noun.islower() or noun in words.bare or f"{noun} {match[3] or ''}" in words.bare or _in_name(before):
        return False
    named = match.string.startswith(words.names, match.start(2))
    formula = _FORMULA.match(match.string, match.end(1)) or _OF_FORMULA.search(before)
    if named or formula or any(telling in clause for telling in words.telling):
        return False
    return noun in words.always or not (word in words.before or word.endswith(OVER))


def _in_name(before: str) -> bool:
    """Whether two words with capitals stand before a number, which belongs to a name with them: *Hậu Lộc 3*."""
    words = before.split()[-2:]
    return len(words) > 1 and all(word[0].isupper() for word in words)


def _around(told: Prose, span: Span) -> str:
    return told.near(*span, SHOWN)


def _also(told: Prose, span: Span) -> Related:
    return told.related(*span, "also_here", text=_around(told, span))
