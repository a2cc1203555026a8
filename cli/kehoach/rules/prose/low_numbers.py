"""The numbers below ten of a line that stand with a leading zero or without, each with its sort."""

import re
from collections.abc import Mapping

from kehoach.patterns import compiled
from kehoach.phrases.lexicon import Lexicon
from kehoach.phrases.remembering import remembered
from kehoach.records import dataclass

WEEK, MONTH_LOW, MONTH_HIGH = "week", "month_low", "month_high"
DAY, DATE_MONTH_LOW, DATE_MONTH_HIGH = "day", "date_month_low", "date_month_high"
COUNT = "count"
SORTS = (WEEK, MONTH_LOW, MONTH_HIGH, DAY, DATE_MONTH_LOW, DATE_MONTH_HIGH, COUNT)
OPENING = '“("'
OVER = "/"
ZERO = "0"
REACH = 16
LONGEST = 60
# What follows the first figure of a number from 1 to 9, with a zero or without; figures are quick to find.
_LOW = r"(?:(?<!0)|(?<=0)[1-9])"
_COUNTED = compiled(
    rf"([0-9](?:(?<![\w/.,:“”+\"–-]\d)(?<![-–] \d)|(?<=[^\W\d_]/\d)){_LOW})"
    r"\*{0,2}(?: ?[-–] ?\d+\*{0,2})? ([^\W\d_]+)(?= ([^\W\d_]+))?"
)
# "5 không, 3 sạch" is a formula, no count.
_FORMULA, _OF_FORMULA = compiled(r" [^\W\d_]+, [1-9] [^\W\d_]"), compiled(r"[1-9](?<!\d\d) [^\W\d_]+,\Z")
Number = tuple[str, int, int]


@remembered
def low_numbers(line: str, lexicon: Lexicon) -> tuple[Number, ...]:
    """The numbers below ten of *line*: the sort of each, and from where to where it stands."""
    words = lexicon.view(_counting)
    found = [(COUNT, *match.span(1)) for match in _COUNTED.finditer(line) if _counts(match, words)]
    for trace, sorts in lexicon.view(_times):
        if trace in line:
            found += [(sort, *match.span(1)) for sort, pattern in sorts.items() for match in pattern.finditer(line)]
    return tuple(found)


def _times(lexicon: Lexicon) -> tuple[tuple[str, Mapping[str, re.Pattern[str]]], ...]:
    """How a number of each sort of time looks, the sorts by what stands in every line with them.

    By the official form a day below 10 and a month below 3 have a zero, so that other months go for themselves.
    """
    names = (str(lexicon.at("prose", "times", name)) for name in ("week", "month", "day"))
    week, month, day = (f"[{name[0].upper()}{name[0]}]{name[1:]} " for name in names)
    alone, year = r"(?<![\d/.,-]\d)", r"/(?:19|20)\d\d\b"
    day_of = rf"[0-9](?:(?<={day}\d)|{alone}(?=\d*/\d+/\d{{4}})){_LOW}"
    low, high = (compiled(rf"{month}(0?{figures})\b(?! ?[-–])") for figures in ("[12]", "[3-9]"))
    date_low, date_high = (compiled(rf"[0-9]{alone}\d?/(0?{figures}){year}") for figures in ("[12]", "[3-9]"))
    by_day = compiled(rf"({day_of})/(?:0?[1-9]|1[0-2])(?!\d)")
    return (
        (week.rpartition("]")[2], {WEEK: compiled(rf"{week}(0?[1-9])\b(?![.,]\d)")}),
        (month.rpartition("]")[2], {MONTH_LOW: low, MONTH_HIGH: high}),
        (OVER, {DAY: by_day, DATE_MONTH_LOW: date_low, DATE_MONTH_HIGH: date_high}),
    )


@dataclass(frozen=True, slots=True)
class Counting:
    """Words before a number that is no count, nouns that are counted without zero, nouns that always are a count,
    names that begin with a number, what leads to facts that are told, not planned, and numbers in a row before one."""

    before: frozenset[str]
    bare: frozenset[str]
    always: frozenset[str]
    names: tuple[str, ...]
    telling: tuple[str, ...]
    listed: re.Pattern[str]


def _counting(lexicon: Lexicon) -> Counting:
    phrases = lexicon.words("set_phrases", "phrases")
    return Counting(
        frozenset(word.rpartition(" ")[2] for word in lexicon.words("prose", "numbered")),
        frozenset(lexicon.words("prose", "durations")),
        frozenset(lexicon.words("quantities", "nouns", "times")),
        tuple(phrase.removeprefix("N ") for phrase in phrases if phrase.startswith("N ")),
        lexicon.words("prose", "telling"),
        compiled(rf"(?:[0-9]+(?:, ?| {re.escape(str(lexicon.at('prose', 'and')))} ))+\Z"),
    )


def _counts(match: re.Match[str], words: Counting) -> bool:
    """Whether the number counts something that is written with a zero by those who write zeros.

    What stands before the first of several numbers in a row stands before all of them.
    """
    line, noun = match.string, match[2]
    named = not noun.islower() or line.startswith(words.names, match.start(2))
    if named or noun in words.bare or f"{noun} {match[3] or ''}" in words.bare or _FORMULA.match(line, match.end(1)):
        return False
    clause = line[max(match.start() - LONGEST, 0) : match.start()].rstrip(" *")
    before = words.listed.sub("", clause + " ").rstrip()[-REACH:]
    if _in_name(before) or _OF_FORMULA.search(before) or any(map(clause.__contains__, words.telling)):
        return False
    word = before.rpartition(" ")[2].lstrip(OPENING).lower()
    return noun in words.always or not (word in words.before or word.endswith(OVER))


def _in_name(before: str) -> bool:
    """Whether two words with capitals stand before a number, which belongs to a name with them: *Hậu Lộc 3*."""
    words = before.split()[-2:]
    return len(words) > 1 and all(word[0].isupper() for word in words)
