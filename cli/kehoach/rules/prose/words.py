"""The words of a plan one by one, each with the form under which the word lists know it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from kehoach.rules.prose.prose import Prose, prose
from kehoach.rules.prose.spelling.syllable import FOLDS, folded
from kehoach.rules.view import View
from kehoach.written import Written

_TOKEN = re.compile(r"[^\W\d_]+|\d+(?:[.,/]\d+)*|[^\w \t\u00a0*\\]")


@dataclass(frozen=True, slots=True)
class Words:
    """The tokens of a text: words, numbers, and signs one by one; a line ends with a line feed.

    *folded* are the same in lower case, with tone marks and *i* in the place that the word lists know.
    """

    prose: Prose
    tokens: Sequence[str]
    folded: Sequence[str]
    _starts: list[int]

    def span(self, first: int, last: int) -> tuple[int, int]:
        """Where the tokens *first* to *last*, this one too, begin and end in the text."""
        if not self._starts:
            self._starts.extend(match.start() for match in _TOKEN.finditer(self.prose.text))
        return self._starts[first], self._starts[last] + len(self.tokens[last])

    def said(self, first: int, last: int) -> str:
        """The tokens *first* to *last* as they stand."""
        start, end = self.span(first, last)
        return self.prose.text[start:end]


def words(file: Written, view: View) -> Words:
    """The words of *file*."""
    return view.once(_words, file)


def _words(file: Written, view: View) -> Words:
    told = prose(file, view)
    tokens = _TOKEN.findall(told.text)
    for token in set(tokens).difference(FOLDS):
        FOLDS[token] = folded(token.lower())
    return Words(told, tokens, [FOLDS[token] for token in tokens], [])
