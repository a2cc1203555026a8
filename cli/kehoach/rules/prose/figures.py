"""Numbers that no reader can take for one number."""

import re
from collections.abc import Iterable, Iterator

from kehoach.findings import Fault
from kehoach.patterns import compiled
from kehoach.phrases.choices import choice
from kehoach.phrases.lexicon import Lexicon
from kehoach.phrases.remembering import remembered
from kehoach.phrases.roman import number
from kehoach.rules.prose.prose import prose
from kehoach.rules.registry import WARNING, Grain, rule
from kehoach.rules.view import View
from kehoach.written import Written

COUNTED = ("times", "persons", "organisations", "teams", "works", "gifts", "nature")
# Behind the first figure of a number.
_FIRST = r"(?<!số \d)(?<![\w.,/:-]\d)"
_MONTH = compiled(r"(?:0?[1-9]|1[0-2])\.(?:19|20)\d\d")
# What most lines hold none of.
_DOUBTED = compiled(r"\d[.,oO]")
# One of these stands in whatever is malformed but for Roman numbers.
_DOUBTFUL = compiled(r"\d(?:[.,](?:\d{1,2}(?!\d)|\d{4}|\d{3}\W|\s)|[oO])|[^\W\d_]%|%%")
# Groups of thousands that are too long, or of two lengths.
_GROUPS = compiled(rf"[1-9]{_FIRST}\d{{0,2}}(?:\.\d{{3}})*\.(?:\d{{4,}}|\d{{3}}\.\d{{1,2}})(?![\w./-]|,\d)")
# A letter O among digits.
_LETTER = compiled(rf"\d{_FIRST}(?:[\d.,]*[oO]\d*|(?<=[1-9])\d*[oO]+)(?![\w/])")
# The sign of percent behind the noun.
_PERCENT = compiled(r"\d ?%%+|\d(?<![\d.,/]\d)[\d.,]*(?: [^\W\d_]+){1,3}%")
# What a wrong Roman number has, and few lines do.
_TWICE = ("II", "VV", "VX", "XX")
_ROMAN = compiled(r"(?<= )[IVX]{2,}(?!\w|[/-]\w)")


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
        found += [*_signs(line, lexicon), *_letters(line)]
    if "%" in line:
        found += _spans(_PERCENT.finditer(line))
    return tuple(sorted(set(found))) if found else ()


def _signs(line: str, lexicon: Lexicon) -> Iterator[tuple[int, int]]:
    """Numbers with dots and commas in wrong places."""
    if "." in line or "," in line:
        yield from (m.span() for m in _GROUPS.finditer(line) if not _MONTH.fullmatch(m[0]))
        yield from (m.span(1) for m in lexicon.view(_decimals).finditer(line) if m.start())
        yield from _spans(lexicon.view(_torn).finditer(line))


def _letters(line: str) -> Iterator[tuple[int, int]]:
    if "o" in line or "O" in line:
        yield from _spans(_LETTER.finditer(line))


def _romans(line: str, lexicon: Lexicon) -> Iterator[tuple[int, int]]:
    """Figures behind a word of counting that make no Roman number."""
    behind = tuple(f"{word} " for word in lexicon.words("reckoning", "counted_in_roman"))
    for match in _ROMAN.finditer(line):
        if number(match[0]) is None and line[: match.start()].lower().endswith(behind):
            yield match.span()


def _spans(found: Iterable[re.Match[str]]) -> Iterator[tuple[int, int]]:
    return (match.span() for match in found)


def _decimals(lexicon: Lexicon) -> re.Pattern[str]:
    """Decimals of what only whole numbers count: 5.00 pupils, 1,200 trees."""
    nouns = choice(noun for sort in COUNTED for noun in lexicon.words("quantities", "nouns", sort))
    return compiled(rf"([1-9]{_FIRST}\d{{0,2}}(?:\.\d{{1,2}}|,\d{{3}})) {nouns}(?!\w)")


def _torn(lexicon: Lexicon) -> re.Pattern[str]:
    """A comma between a number and its multiplier or sign."""
    multipliers = choice(lexicon.table("quantities", "multipliers"))
    return compiled(rf"\d{_FIRST}[\d.]*(?:,\d+)?[,.] (?:{multipliers} (?:đồng|VNĐ)|%)")
