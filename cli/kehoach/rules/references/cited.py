"""The documents that a plan cites."""

import re

from kehoach.findings import Fault
from kehoach.patterns import caseless, small
from kehoach.phrases import citation
from kehoach.phrases.choices import DASH, choice
from kehoach.phrases.citation import Citation
from kehoach.phrases.lexicon import Lexicon
from kehoach.phrases.remembering import remembered
from kehoach.records import dataclass
from kehoach.rules.holding import holding
from kehoach.rules.passages import Passage
from kehoach.rules.view import View
from kehoach.written import Written


@dataclass(frozen=True, slots=True)
class Cited:
    """A citation in a passage, from code point *start* to *end*."""

    passage: Passage
    start: int
    end: int
    citation: Citation

    @property
    def number_end(self) -> int:
        """Where its number ends in the passage, where the citation begins if it has none."""
        words = self.citation.number.written.strip() if self.citation.number else ""
        return self.passage.text.find(words, self.start, self.end) + len(words) if words else self.start

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
        for passage in holding(file, view, *"-–—‑/", *view.lexicon.view(_said))
        for found in _of(passage.text, view.lexicon)
    )


@remembered
def _of(text: str, lexicon: Lexicon) -> tuple[citation.Found, ...]:
    return citation.find(text, lexicon) if lexicon.view(_telling).search(small(text)) else ()


def _said(lexicon: Lexicon) -> tuple[str, ...]:
    """Words of citations without numbers."""
    return tuple(small(word) for name in ("ordinal", "term") for word in lexicon.words("documents", name))


def _telling(lexicon: Lexicon) -> re.Pattern[str]:
    """Something without which nothing is cited."""
    number = choice(lexicon.words("documents", "number"))
    symbol = rf"\d\s*(?:{DASH}|/)|{DASH}\s?\w+/|{number}:?\s+\d+\s?\w+\s?[-–/]"
    return caseless(rf"{symbol}|{choice(lexicon.view(_said))}")
