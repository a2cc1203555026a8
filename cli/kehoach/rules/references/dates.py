"""Dates that are not written as dates."""

import re
from collections.abc import Iterator

from kehoach.findings import Fault
from kehoach.patterns import compiled
from kehoach.phrases.choices import YEAR, choice
from kehoach.phrases.lexicon import Lexicon
from kehoach.phrases.remembering import remembered
from kehoach.rules.holding import holding
from kehoach.rules.registry import WARNING, Grain, rule
from kehoach.rules.view import View
from kehoach.written import Written

_DAY = _MONTH = r"\d{1,2}"
NEAR = 8
_RUN = compiled(r"\d[\d \t.,]*/[\d \t./,]*")
_SOUND = compiled(r"\d{1,2}/\d{1,2}(?:/\d{4})?[ .,]*|\d{1,2} / \d{1,2} / \d{4}[ .,]*|[\d., ]+")
_SLIP = compiled(
    rf"(?:{_DAY}\s+{_MONTH}\s?/\s?{YEAR}|{_DAY}\s?/\s?{_MONTH}\s+{YEAR}"
    rf"|{_DAY}\s?/\s?{_MONTH}\s?[.,]\s?{YEAR}|{_DAY}\s?[.,]\s?{_MONTH}\s?/\s?{YEAR}"
    rf"|{_DAY}\s?//\s?{_MONTH}\s?/\s?{YEAR}|{_DAY}\s?/\s?{_MONTH}\s?//\s?{YEAR}"
    rf"|(?={_DAY}(?:/{_MONTH})?(?:\s+/|/\s)){_DAY}\s*/\s*{_MONTH}\s*/\s*{YEAR}"
    rf"|{_DAY}/(?:0?[1-9]|1[0-2]){YEAR}|{_DAY}(?:0[1-9]|1[0-2])/{YEAR}"
    rf"|{_DAY}/{_MONTH}/(?:\d{{3}}|\d{{5,6}})|{_DAY}/\d{{3}}/{YEAR}|\d{{3}}/{_MONTH}/{YEAR})(?![\d/])",
)

_JOINED = compiled(rf"({_DAY})/?(\d{{1,2}})/?({YEAR})")
# A letter right behind a date.
_STUCK = compiled(rf"{_DAY}/{_MONTH}/{YEAR}[^\W\d_]+")


@rule("REF105", Grain.WRITTEN, WARNING)
def date_formed(file: Written, view: View) -> Iterator[Fault]:
    """A date is written as one: day, month and year with a stroke between them.

    *ngày 22 01/2021* or *9/12.2022* is a slip of the keyboard; a search by date does not find it.
    """
    for passage in holding(file, view, "/"):
        for match in _slips(passage.text, view.lexicon):
            arguments = {"written": match.group(), "meant": _meant(match.group())}
            yield Fault("REF105", passage.place(*match.span()), passage.pointer, arguments)


def _meant(written: str) -> str:
    """The date that *written* is where only its strokes are wrong, else empty."""
    figures = re.findall(r"\d+", written)
    joined = _JOINED.fullmatch(written)
    day, month, year = joined.groups() if joined else figures
    return f"{day}/{month}/{year}" if len(year) == 4 and max(len(day), len(month)) <= 2 else ""


@remembered
def _slips(text: str, lexicon: Lexicon) -> tuple[re.Match[str], ...]:
    """The malformed dates of *text* behind words or a bracket that a date follows."""
    found = []
    before = lexicon.view(_behind)
    for run in _RUN.finditer(text):
        sound = _SOUND.fullmatch(run.group())
        behind = None if sound else before.search(text[max(0, run.start() - NEAR) : run.start()])
        slip = _SLIP.match(text, run.start()) if behind else _STUCK.match(text, run.start())
        if slip:
            found.append(slip)
    return tuple(found)


def _behind(lexicon: Lexicon) -> re.Pattern[str]:
    """The words and the sign behind which a date stands."""
    return compiled(rf"(?:\b{choice(lexicon.words('references', 'before_dates'))} |\()$", re.IGNORECASE)
