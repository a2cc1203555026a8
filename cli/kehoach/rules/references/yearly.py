"""The dates of plans that are cited, against the year that they are for."""

import re
from collections.abc import Iterator

from kehoach.findings import Fault
from kehoach.patterns import compiled
from kehoach.phrases.choices import choice
from kehoach.phrases.lexicon import Lexicon
from kehoach.rules.references.cited import cited
from kehoach.rules.registry import WARNING, Grain, rule
from kehoach.rules.view import View
from kehoach.written import Written

LATEST, EARLIEST = 0, 1
_YEAR = compiled(r"20\d\d")


@rule("REF119", Grain.WRITTEN, WARNING)
def issued_for_its_year(file: Written, view: View) -> Iterator[Fault]:
    """A plan or programme of a year that is cited was issued in that year or the year before.

    *Chương trình số 05-CTr/TĐTN ngày 12/01/2016 … về công tác Đoàn năm 2026* bears a wrong year in its date.
    """
    about, plans = view.lexicon.view(_about), view.lexicon.words("calendar", "plans")
    for one in cited(file, view):
        dated = one.citation.date
        if one.citation.kind not in plans or not dated or not dated.year:
            continue
        others = (year for year in _YEAR.findall(one.passage.text, one.start) if not _fits(dated.year, int(year)))
        told = about.search(one.passage.text, one.start) if any(others) else None
        if told and not _fits(dated.year, int(told["year"])):
            arguments = {"cited": " ".join(one.citation.written.split()), "year": told["year"]}
            place = one.passage.place(one.start, one.end)
            yield Fault("REF119", place, one.passage.pointer, arguments)


def _fits(issued: int, year: int) -> bool:
    """Whether a plan of *year* can be of the year in which it was *issued*."""
    return -EARLIEST <= issued - year <= LATEST


def _about(lexicon: Lexicon) -> re.Pattern[str]:
    """What a citation says that the document is about, up to the year that closes it."""
    about, within = choice(lexicon.words("documents", "about")), choice(lexicon.words("reckoning", "up_to_year"))
    named = rf"{choice(lexicon.words('periods', 'units', 'year'))}\s+(?P<year>20\d\d)"
    year = rf"(?<!\w)(?!{within}\s)[^\s;.]+\s+{named}(?=\s*(?:[;,.”\"]|$))"
    return compiled(rf"[^;.]{{0,120}}?\s{about}\s[^;]{{0,160}}?{year}", re.IGNORECASE)
