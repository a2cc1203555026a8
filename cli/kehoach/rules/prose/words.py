"""The words of a line one by one, each with the form under which the word lists know it."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from kehoach.patterns import compiled
from kehoach.rules.prose.prose import LINE
from kehoach.rules.prose.spelling.lists import NUMBER, Phrase
from kehoach.rules.prose.spelling.syllable import FOLDS

_TOKEN = compiled(r"[^\W\d_]+|\d+(?:[.,/]\d+)*|[^\w \t\u00a0*\\]")
# The lines of one plan, which several rules ask for in turn.
MOST = 1024


@dataclass(frozen=True, slots=True)
class Words:
    """The tokens of a line: words, numbers, and signs one by one; a line feed is the last.

    *folded* are the same in lower case, with tone marks and *i* in the place that the word lists know; *keys* are the
    folded with every number as *NUMBER*.
    """

    text: str
    tokens: Sequence[str]
    folded: Sequence[str]
    keys: Phrase
    _starts: list[int]

    def span(self, first: int, last: int) -> tuple[int, int]:
        """Where the tokens *first* to *last*, this one too, begin and end in the line."""
        if not self._starts:
            self._starts.extend(match.start() for match in _TOKEN.finditer(self.text))
        return self._starts[first], self._starts[last] + len(self.tokens[last])

    def said(self, first: int, last: int) -> str:
        """The tokens *first* to *last* as they stand."""
        start, end = self.span(first, last)
        return self.text[start:end]


class Keys(dict[str, str]):
    """Folded tokens, each with itself or *NUMBER* for a number; found when it is first asked for."""

    def __missing__(self, token: str) -> str:
        self[token] = key = NUMBER if token[:1].isdigit() else token
        return key


KEYS = Keys()


@lru_cache(MOST)
def words(line: str) -> Words:
    """The words of *line*."""
    tokens = [*_TOKEN.findall(line), LINE]
    folded = list(map(FOLDS.__getitem__, tokens))
    return Words(line, tokens, folded, tuple(map(KEYS.__getitem__, folded)), [])
