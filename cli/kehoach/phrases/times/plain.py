"""The plain words of dates, for patterns that look for dates which no calendar has or which are still open."""

from kehoach.phrases.choices import choice
from kehoach.phrases.lexicon import Lexicon
from kehoach.records import dataclass


@dataclass(frozen=True, slots=True, eq=False)
class Plain:
    """Patterns: the words of the units, *span* before two years, *since* and *until* before the ends of a span."""

    day: str
    month: str
    quarter: str
    year: str
    within: str
    span: str
    since: str
    until: str


def plain(lexicon: Lexicon) -> Plain:
    """The plain words of dates; a view of the lexicon."""
    units = ("day", "month", "quarter", "year", "within")
    lists = {"span": (*_words(lexicon, "units", "term"), *_words(lexicon, "units", "school_year"))}
    lists |= {"since": _words(lexicon, "from"), "until": _words(lexicon, "range")}
    lists |= {unit: (str(lexicon.at("periods", "written", unit)),) for unit in units}
    return Plain(**{name: choice(words) for name, words in lists.items()})


def _words(lexicon: Lexicon, *path: str) -> tuple[str, ...]:
    return lexicon.words("periods", *path)
