"""The numbers below ten of a line that stand with a leading zero or without, each with its sort."""

import re
from collections.abc import Iterator, Mapping

from kehoach.patterns import compiled
from kehoach.phrases.lexicon import Lexicon
from kehoach.phrases.remembering import remembered
from kehoach.records import dataclass

WEEK, MONTH_LOW, MONTH_HIGH = "week", "month_low", "month_high"
DAY, DATE_MONTH_LOW, DATE_MONTH_HIGH = "day", "date_month_low", "date_month_high"
COUNT = "count"
SORTS = (WEEK, MONTH_LOW, MONTH_HIGH, DAY, DATE_MONTH_LOW, DATE_MONTH_HIGH, COUNT)
_SLASHED = (DAY, DATE_MONTH_LOW, DATE_MONTH_HIGH)
DIGITS = 2
OPENING = '“("'
OVER = "/"
ZERO = "0"
REACH = 16
LONGEST = 60
_DIGITS = compiled(r"[0-9]+")
_COUNTED = compiled(
    r"(?:(?<![\w/.,:“”+\"–-])(?<![-–] )|(?<=[^\W\d_]/))"
    r"(0?[1-9])\*{0,2}(?: ?[-–] ?\d+\*{0,2})? ([^\W\d_]+)(?= ([^\W\d_]+))?"
)
# "5 không, 3 sạch" is a formula, no count.
_FORMULA, _OF_FORMULA = compiled(r" [^\W\d_]+, [1-9] [^\W\d_]"), compiled(r"(?:^|\D)[1-9] [^\W\d_]+,\Z")
Number = tuple[str, int, int]


@dataclass(frozen=True, slots=True)
class Patterns:
    """How a number of each sort of time looks, which sorts stand behind which word, and numbers in a row before one."""

    sorts: Mapping[str, re.Pattern[str]]
    behind: tuple[tuple[str, tuple[str, ...]], ...]
    listed: re.Pattern[str]


@remembered
def low_numbers(line: str, lexicon: Lexicon) -> tuple[Number, ...]:
    """The numbers below ten of *line*: the sort of each, and from where to where it stands."""
    patterns, words = lexicon.view(_patterns), lexicon.view(_counting)
    found: list[Number] = []
    for digits in (match for match in _DIGITS.finditer(line) if len(match[0]) <= DIGITS):
        start = digits.start()
        for sort in _possible(line, digits, patterns):
            if match := patterns.sorts[sort].match(line, start):
                found.append((sort, *match.span(1)))
        low = len(digits[0]) < DIGITS or digits[0][0] == ZERO
        if low and (match := _COUNTED.match(line, start)) and _counts(match, words, patterns.listed):
            found.append((COUNT, *match.span(1)))
    return tuple(found)


def _possible(line: str, digits: re.Match[str], patterns: Patterns) -> Iterator[str]:
    """The sorts of which the number may be, by what stands beside it."""
    if line[digits.end() : digits.end() + 1] == OVER:
        yield from _SLASHED
    for word, sorts in patterns.behind:
        if line.endswith(word, 0, digits.start()):
            yield from sorts


def _patterns(lexicon: Lexicon) -> Patterns:
    """By the official form a day below 10 and a month below 3 have a zero, so that other months go for themselves."""
    names = (str(lexicon.at("prose", "times", name)) for name in ("week", "month", "day"))
    week, month, day = (f"[{name[0].upper()}{name[0]}]{name[1:]} " for name in names)
    date = r"(?<![\d/.,-])"
    return Patterns(
        {
            WEEK: compiled(rf"(?<={week})(0?[1-9])\b(?![.,]\d)"),
            MONTH_LOW: compiled(rf"(?<={month})(0?[12])\b(?! ?[-–])"),
            MONTH_HIGH: compiled(rf"(?<={month})(0?[3-9])\b(?! ?[-–])"),
            DAY: compiled(rf"(?:(?<={day})|{date}(?=\d+/\d+/\d{{4}}))(0?[1-9])/(?:0?[1-9]|1[0-2])(?!\d)"),
            DATE_MONTH_LOW: compiled(rf"{date}\d{{1,2}}/(0?[12])/(?:19|20)\d\d\b"),
            DATE_MONTH_HIGH: compiled(rf"{date}\d{{1,2}}/(0?[3-9])/(?:19|20)\d\d\b"),
        },
        ((week.rpartition("]")[2], (WEEK,)), (month.rpartition("]")[2], (MONTH_LOW, MONTH_HIGH))),
        compiled(rf"(?:[0-9]+(?:, ?| {re.escape(str(lexicon.at('prose', 'and')))} ))+\Z"),
    )


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


def _counts(match: re.Match[str], words: Counting, listed: re.Pattern[str]) -> bool:
    """Whether the number counts something that is written with a zero by those who write zeros.

    What stands before the first of several numbers in a row stands before all of them.
    """
    clause = match.string[max(match.start() - LONGEST, 0) : match.start()].rstrip(" *")
    before = listed.sub("", clause + " ").rstrip()[-REACH:]
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
