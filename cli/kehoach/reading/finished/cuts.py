"""The words by which cut lines and page numbers are told, from their data file."""

from collections import defaultdict
from collections.abc import Mapping
from functools import cache

from kehoach.reading.data.datafile import read_data
from kehoach.records import dataclass
from kehoach.shipped import shipped
from kehoach.written import plain

FILE = "reading/cuts.yaml"


@dataclass(frozen=True, slots=True)
class Cuts:
    """*open_words* end no sentence, *before_figures* neither when a figure follows; *page_words* name a page.

    *parted_names* are the two parts of each name that a line may cut, by the last word of the first part.
    """

    open_words: frozenset[str]
    before_figures: frozenset[str]
    page_words: tuple[str, ...]
    parted_names: Mapping[str, tuple[tuple[str, str], ...]]


@cache
def cuts() -> Cuts:
    """The shipped words."""
    data = plain(read_data((shipped("schemas") / FILE).read_bytes(), FILE))
    known = {key: tuple(map(str, words or ())) for key, words in (data.items() if isinstance(data, dict) else ())}
    parted = _parted(known["names"])
    return Cuts(frozenset(known["open_words"]), frozenset(known["before_figures"]), known["page_words"], parted)


def _parted(names: tuple[str, ...]) -> Mapping[str, tuple[tuple[str, str], ...]]:
    """Each name cut behind each of its words."""
    found: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for words in map(str.split, names):
        for at in range(1, len(words)):
            found[words[at - 1]].append((" ".join(words[:at]), " ".join(words[at:])))
    return {word: tuple(pairs) for word, pairs in found.items()}
