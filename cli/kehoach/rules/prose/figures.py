"""Numbers that no reader can take for one number."""

import re
from collections.abc import Iterable, Iterator

from kehoach.findings import Fault
from kehoach.patterns import compiled
from kehoach.phrases.choices import choice
from kehoach.phrases.lexicon import Lexicon
from kehoach.phrases.remembering import remembered
from kehoach.phrases.roman import number
from kehoach.records import dataclass
from kehoach.rules.prose.prose import prose
from kehoach.rules.registry import WARNING, Grain, rule
from kehoach.rules.view import View
from kehoach.written import Written

COUNTED = ("times", "persons", "organisations", "teams", "works", "gifts", "nature")
_MONTH = compiled(r"(?:0?[1-9]|1[0-2])\.(?:19|20)\d\d")
# What most lines hold none of.
_DOUBTED = compiled(r"\d[.,oO]")
# The sign of percent behind the noun.
_PERCENT = compiled(r"\d ?%%+|\d(?<![\d.,/]\d)[\d.,]*(?: [^\W\d_]+){1,3}%")
# What a wrong Roman number has, and few lines do.
_TWICE = ("II", "VV", "VX", "XX")
_ROMAN = compiled(r"(?<= )[IVX]{2,}(?!\w|[/-]\w)")


@dataclass(frozen=True, slots=True, eq=False)
class Patterns:
    """Malformed numbers that are no number of a document.

    *groups* of thousands that are too long, or of two lengths; a *letter* O among digits; *decimals* of what only
    whole numbers count (5.00 pupils, 1,200 trees); numbers *torn* by a comma from their multiplier or sign.
    """

    groups: re.Pattern[str]
    letter: re.Pattern[str]
    decimals: re.Pattern[str]
    torn: re.Pattern[str]

    @classmethod
    def of(cls, lexicon: Lexicon) -> "Patterns":
        """The patterns with the words of *lexicon*."""
        before = "".join(rf"(?<!{re.escape(word)} \d)" for word in lexicon.words("documents", "number"))
        first = rf"{before}(?<![\w.,/:-]\d)"
        nouns = choice(noun for sort in COUNTED for noun in lexicon.words("quantities", "nouns", sort))
        multipliers = choice(lexicon.table("quantities", "multipliers"))
        money = rf"{multipliers} (?i:{choice(lexicon.words('quantities', 'currencies'))})(?!\w)"
        return cls(
            compiled(rf"[1-9]{first}\d{{0,2}}(?:\.\d{{3}})*\.(?:\d{{4,}}|\d{{3}}\.\d{{1,2}})(?![\w./-]|,\d)"),
            compiled(rf"\d{first}(?:[\d.,]*[oO]\d*|(?<=[1-9])\d*[oO]+)(?![\w/])"),
            compiled(rf"([1-9]{first}\d{{0,2}}(?:\.\d{{1,2}}|,\d{{3}})) {nouns}(?!\w)"),
            compiled(rf"\d{first}[\d.]*(?:,\d+)?[,.] (?:{money}|%)"),
        )


@rule("TXT505", Grain.WRITTEN, WARNING)
def figure_formed(file: Written, view: View) -> Iterator[Fault]:
    """A number has dots between its thousands, three digits each, and a comma before its decimals.

    *1.6000*, *5.00 học sinh*, *1,200 cây*, *24,5, tỷ*, *10O cây* and *80 chi đoàn%* leave open which number is meant;
    *VIIII* is no Roman number.
    """
    told = prose(file, view)
    for begin, (start, end) in told.each(_malformed, view.lexicon):
        yield told.fault("TXT505", begin + start, begin + end, text=told.text[begin + start : begin + end])


@remembered
def _malformed(line: str, lexicon: Lexicon) -> tuple[tuple[int, int], ...]:
    found = [*_romans(line, lexicon)] if any(twice in line for twice in _TWICE) else []
    if _DOUBTED.search(line):
        found += _signs(line, lexicon.view(Patterns.of))
    if "%" in line:
        found += _spans(_PERCENT.finditer(line))
    return tuple(sorted(set(found))) if found else ()


def _signs(line: str, known: Patterns) -> Iterator[tuple[int, int]]:
    """Numbers with dots, commas and letters in wrong places."""
    if "." in line or "," in line:
        yield from (m.span() for m in known.groups.finditer(line) if not _MONTH.fullmatch(m[0]))
        yield from (m.span(1) for m in known.decimals.finditer(line) if m.start())
        yield from _spans(known.torn.finditer(line))
    if "o" in line or "O" in line:
        yield from _spans(known.letter.finditer(line))


def _romans(line: str, lexicon: Lexicon) -> Iterator[tuple[int, int]]:
    """Figures behind a word of counting that make no Roman number."""
    behind = tuple(f"{word} " for word in lexicon.words("reckoning", "counted_in_roman"))
    for match in _ROMAN.finditer(line):
        if number(match[0]) is None and line[: match.start()].lower().endswith(behind):
            yield match.span()


def _spans(found: Iterable[re.Match[str]]) -> Iterator[tuple[int, int]]:
    return (match.span() for match in found)
