"""Comparators that contradict what they stand with."""

import re
from collections.abc import Iterator, Mapping

from kehoach.findings import Fault
from kehoach.phrases.lexicon import Lexicon
from kehoach.rules.prose.prose import prose
from kehoach.rules.registry import WARNING, Grain, rule
from kehoach.rules.view import View
from kehoach.written import Written

_NUMBER = r"\**\d[\d.,]*\**"


@rule("TXT501", Grain.WRITTEN, WARNING)
def comparator_agrees(file: Written, view: View) -> Iterator[Fault]:
    """One bound is said once and of one number: not *ít nhất 65% trở lên*, not *trên 1-2 đợt*.

    *Trở lên* behind a grade (*hoàn thành tốt nhiệm vụ trở lên*) is no second bound.
    """
    told = prose(file, view)
    for pattern in view.lexicon.view(_patterns):
        for match in pattern.finditer(told.text):
            yield told.fault("TXT501", *match.span(), text=match[0])


def _patterns(lexicon: Lexicon) -> tuple[re.Pattern[str], ...]:
    """A bound twice, and a bound before a range."""
    before = lexicon.table("quantities", "comparators", "before")
    about = {"about"}
    bounds = _any(word for name, words in before.items() if name not in about for word in _listed(words))
    after = _any(word for words in _table(lexicon, "after").values() for word in _listed(words))
    fillers = _any(lexicon.words("prose", "comparators", "between"))
    counted = lexicon.at("prose", "comparators", "not_counted")
    noun = rf"(?: (?!{_any(_listed(counted))}\b)[^\W\d_]+){{0,2}}"
    start = rf"(?i:\b(?:{bounds})(?: (?:{fillers}))* {_NUMBER})"
    dates = _any(lexicon.words("prose", "comparators", "not_ranges"))
    return (
        re.compile(rf"{start} ?%?{noun} (?:{after})\b"),
        re.compile(rf"{start} ?[-–] ?{_NUMBER}(?![\d/]| ?(?:{dates})\b)"),
    )


def _table(lexicon: Lexicon, name: str) -> Mapping[str, object]:
    return lexicon.table("quantities", "comparators", name)


def _listed(words: object) -> tuple[str, ...]:
    return tuple(map(str, words)) if isinstance(words, tuple) else (str(words),)


def _any(words: Iterator[str] | tuple[str, ...]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
