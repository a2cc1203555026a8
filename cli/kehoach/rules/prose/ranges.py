"""Spans of years with the dash missing or drawn in several ways."""

import re
from collections import Counter
from collections.abc import Iterator

from kehoach.findings import Fault
from kehoach.patterns import compiled
from kehoach.phrases.choices import choice
from kehoach.phrases.lexicon import Lexicon
from kehoach.rules.prose.prose import prose
from kehoach.rules.registry import INFO, WARNING, Grain, rule
from kehoach.rules.view import View
from kehoach.written import Written

_YEARS = compiled(r"([12][09]\d\d)[ *]+((?:19|20)\d\d)\b(?![/-])")
# Eight figures in a row are two years only behind what lasts several.
_RUN = compiled(r"([12][09]\d\d)((?:19|20)\d\d)\b")
_DAYS = compiled(r"\(\s*(\d{1,2}/\d{1,2}/\d{4})\s+(\d{1,2}/\d{1,2}/\d{4})\s*\)")
_RANGE = compiled(r"[12][09]\d\d( ?[-–—] ?)(?:19|20)\d\d\b")
LONGEST = 60


@rule("TXT502", Grain.WRITTEN, WARNING)
def range_has_dash(file: Written, view: View) -> Iterator[Fault]:
    """Two years that make a term, or two days in brackets, stand with a dash between them."""
    told = prose(file, view)
    for match in _YEARS.finditer(told.text):
        apart = not told.text[match.start() - 1 : match.start()].isalnum()
        if apart and 0 < int(match[2]) - int(match[1]) <= LONGEST:
            yield told.fault("TXT502", *match.span(), text=match[0], meant=f"{match[1]} - {match[2]}")
    for lasting in view.lexicon.view(_lasting).finditer(told.text) if _RUN.search(told.text) else ():
        run = _RUN.match(told.text, lasting.end())
        if run and 0 < int(run[2]) - int(run[1]) <= LONGEST:
            yield told.fault("TXT502", *run.span(), text=run[0], meant=f"{run[1]} - {run[2]}")
    for match in _DAYS.finditer(told.text):
        yield told.fault("TXT502", match.start(1), match.end(2), text=match[0], meant=f"{match[1]} - {match[2]}")


@rule("TXT503", Grain.WRITTEN, INFO)
def ranges_alike(file: Written, view: View) -> Iterator[Fault]:
    """Spans of years are written in one way throughout a document; said once, at the first of the rarer way.

    A dash with a space on one side only is never the usual way where there is another.
    """
    told = prose(file, view)
    found = [(match[1], match.span(), match[0]) for match in _RANGE.finditer(told.text)]
    ways = Counter(way for way, _, _ in found)
    if len(ways) > 1:
        usual = max(ways, key=lambda way: (_even(way), ways[way]))
        _, span, text = next(row for row in found if row[0] != usual)
        others = len(found) - ways[usual]
        usual_text = next(text for way, _, text in found if way == usual)
        yield told.fault("TXT503", *span, text=text, usual=usual_text, count=str(others))


def _even(way: str) -> bool:
    """Whether the dash has a space on both sides or on none."""
    return way.startswith(" ") == way.endswith(" ")


def _lasting(lexicon: Lexicon) -> re.Pattern[str]:
    """What lasts from one year to another, before its years."""
    return compiled(rf"\b{choice(lexicon.words('prose', 'lasting'))} +(?=\d{{8}})", re.IGNORECASE)
