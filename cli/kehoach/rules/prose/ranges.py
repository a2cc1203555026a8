"""Spans of years with the dash missing or drawn in several ways."""

import re
from collections import Counter
from collections.abc import Iterator

from kehoach.findings import Fault
from kehoach.patterns import compiled
from kehoach.phrases.choices import choice
from kehoach.phrases.lexicon import Lexicon
from kehoach.phrases.remembering import remembered
from kehoach.rules.prose.prose import prose
from kehoach.rules.registry import INFO, WARNING, Grain, rule
from kehoach.rules.view import View
from kehoach.written import Written

_YEARS = compiled(r"([12][09]\d\d)[ *]+((?:19|20)\d\d)\b(?![/-])")
# Eight figures in a row are two years only behind what lasts several.
_RUN = compiled(r"([12][09]\d\d)((?:19|20)\d\d)\b")
_DAYS = compiled(r"\(\s*(\d{1,2}/\d{1,2}/\d{4})\s+(\d{1,2}/\d{1,2}/\d{4})\s*\)")
_BESIDE, _DASHED = compiled(r"\d[\s*]+\d"), compiled(r"\d ?[-–—] ?\d")
_RANGE = compiled(r"[12][09]\d\d( ?[-–—] ?)(?:19|20)\d\d\b")
LONGEST = 60


@rule("TXT502", Grain.WRITTEN, WARNING)
def range_has_dash(file: Written, view: View) -> Iterator[Fault]:
    """Two years that make a term, or two days in brackets, stand with a dash between them."""
    told = prose(file, view)
    for begin, line in told.where(_lasts, view.lexicon):
        for match in (*_terms(line, view.lexicon), *_DAYS.finditer(line)):
            span = begin + match.start(1), begin + match.end(2)
            yield told.fault("TXT502", *span, text=match[0], meant=f"{match[1]} - {match[2]}")


@remembered
def _lasts(line: str, lexicon: Lexicon) -> bool:
    """Whether a term may stand in a line: two numbers one behind the other, or a number behind what lasts."""
    return bool(_BESIDE.search(line) or lexicon.view(_lasting).search(line))


def _terms(line: str, lexicon: Lexicon) -> Iterator[re.Match[str]]:
    """Two years of *line* that make a term, without a dash between them."""
    apart = (match for match in _YEARS.finditer(line) if not line[match.start() - 1 : match.start()].isalnum())
    lasting = lexicon.view(_lasting).finditer(line) if _RUN.search(line) else ()
    runs = (_RUN.match(line, match.end()) for match in lasting)
    for match in (*apart, *filter(None, runs)):
        if 0 < int(match[2]) - int(match[1]) <= LONGEST:
            yield match


@rule("TXT503", Grain.WRITTEN, INFO)
def ranges_alike(file: Written, view: View) -> Iterator[Fault]:
    """Spans of years are written in one way throughout a document; said once, at the first of the rarer way.

    A dash with a space on one side only is never the usual way where there is another.
    """
    told = prose(file, view)
    lines = told.where(_dashed, view.lexicon)
    found = [(match[1], begin + match.start(), match[0]) for begin, line in lines for match in _RANGE.finditer(line)]
    ways = Counter(way for way, _, _ in found)
    if len(ways) > 1:
        usual = max(ways, key=lambda way: (_even(way), ways[way]))
        _, start, text = next(row for row in found if row[0] != usual)
        others = len(found) - ways[usual]
        usual_text = next(text for way, _, text in found if way == usual)
        yield told.fault("TXT503", start, start + len(text), text=text, usual=usual_text, count=str(others))


@remembered
def _dashed(line: str, _: Lexicon) -> bool:
    """Whether a dash stands between two numbers of a line."""
    return bool(_DASHED.search(line))


def _even(way: str) -> bool:
    """Whether the dash has a space on both sides or on none."""
    return way.startswith(" ") == way.endswith(" ")


def _lasting(lexicon: Lexicon) -> re.Pattern[str]:
    """What lasts from one year to another, before its years."""
    return compiled(rf"\b{choice(lexicon.words('prose', 'lasting'))} +(?=\d)", re.IGNORECASE)
