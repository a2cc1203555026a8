"""The words by which cut lines and page numbers are told, from their data file."""

from functools import cache

from kehoach.reading.data.datafile import plain, read_data
from kehoach.records import dataclass
from kehoach.shipped import shipped

FILE = "reading/cuts.yaml"


@dataclass(frozen=True, slots=True)
class Cuts:
    """*open_words* end no sentence, *before_figures* neither when a figure follows; *page_words* name a page."""

    open_words: frozenset[str]
    before_figures: frozenset[str]
    page_words: tuple[str, ...]


@cache
def cuts() -> Cuts:
    """The shipped words."""
    data = plain(read_data((shipped("schemas") / FILE).read_bytes(), FILE))
    known = {key: tuple(map(str, words or ())) for key, words in (data.items() if isinstance(data, dict) else ())}
    return Cuts(frozenset(known["open_words"]), frozenset(known["before_figures"]), known["page_words"])
