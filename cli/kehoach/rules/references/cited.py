"""The documents that a plan cites."""

import re

from kehoach.findings import Fault
from kehoach.patterns import compiled
from kehoach.phrases import citation
from kehoach.phrases.citation import Citation
from kehoach.phrases.lexicon import Lexicon
from kehoach.phrases.remembering import remembered
from kehoach.records import dataclass
from kehoach.rules.passages import Passage, texts
from kehoach.rules.view import View
from kehoach.written import Written

_SIGNS = frozenset("-–—‑/")
_TELLING = compiled(r"\d\s*[-–—‑/]|[-–—‑]\s?\w+/|số:?\s+\d+\s?\w+\s?/|lần|nhiệm kỳ", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Cited:
    """A citation in a passage, from code point *start* to *end*."""

    passage: Passage
    start: int
    end: int
    citation: Citation

    def fault(self, code: str, arguments: dict[str, str]) -> Fault:
        """A fault of the number that the citation has, or of all of it where it has none."""
        number = self.citation.number
        words = number.written.strip() if number else ""
        start = self.passage.text.find(words, self.start, self.end) if words else self.start
        end = start + len(words) if words else self.end
        return Fault(code, self.passage.place(start, end), self.passage.pointer, arguments)


def cited(file: Written, view: View) -> tuple[Cited, ...]:
    """Every document that *file* cites in its words, in order."""
    return view.once(_cited, file)


def _cited(file: Written, view: View) -> tuple[Cited, ...]:
    return tuple(
        Cited(passage, found.start, found.end, found.citation)
        for passage in texts(file, view)
        for found in _of(passage.text, view.lexicon)
    )


def _may_tell(text: str) -> bool:
    """Whether *text* has a sign or word without which nothing is cited; much quicker than to look for it."""
    low = text.lower()
    return not _SIGNS.isdisjoint(low) or "lần" in low or "nhiệm kỳ" in low


@remembered
def _of(text: str, lexicon: Lexicon) -> tuple[citation.Found, ...]:
    return citation.find(text, lexicon) if _may_tell(text) and _TELLING.search(text) else ()
