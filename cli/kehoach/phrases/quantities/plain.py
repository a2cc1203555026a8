"""A text without its emphasis marks, in NFC, that remembers where each of its characters stood."""

import re
import unicodedata
from collections.abc import Iterator, Sequence

from kehoach.patterns import compiled
from kehoach.records import dataclass

_MARKS = compiled(r"\*+")
_CLUSTER = compiled(r"\*+|[\s\S][\u0300-\u036f]*")


@dataclass(frozen=True, slots=True)
class Plain:
    """*text* is what a reader sees; *offsets* maps each index of it (and its length) to the source."""

    source: str
    text: str
    offsets: Sequence[int]

    @classmethod
    def of(cls, source: str) -> "Plain":
        """The plain text of *source*."""
        if "*" not in source and unicodedata.is_normalized("NFC", source):
            return cls(source, source.replace("\u00a0", " "), range(len(source) + 1))
        pairs = list(_visible(source))
        return cls(source, "".join(c for c, _ in pairs), (*(at for _, at in pairs), len(source)))

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The stretch of the source that holds the plain characters *start* to *end* (not empty).

        It takes in the emphasis mark at one of its edges where the stretch would otherwise hold
        only one mark of a pair.
        """
        first, last = self.offsets[start], self._after(end - 1)
        marks = _MARKS.findall(self.source, first, last)
        if len(marks) % 2 == 0:
            return first, last
        before = re.search(r"\*+\Z", self.source[:first])
        after = _MARKS.match(self.source, last)
        if before and before.group() == marks[0]:
            return before.start(), last
        return first, after.end() if after and after.group() == marks[-1] else last

    def bare_span(self, start: int, end: int) -> tuple[int, int]:
        """The stretch of the source from the plain character *start* to *end*, marks at its edges left out."""
        return self.offsets[start], self._after(end - 1)

    def _after(self, index: int) -> int:
        at = self.offsets[index]
        cluster = _CLUSTER.match(self.source, at)
        return cluster.end() if cluster else at + 1


def _visible(source: str) -> Iterator[tuple[str, int]]:
    if unicodedata.is_normalized("NFC", source):
        yield from ((" " if c == "\u00a0" else c, i) for i, c in enumerate(source) if c != "*")
        return
    for cluster in _CLUSTER.finditer(source):
        if not cluster.group().startswith("*"):
            text = unicodedata.normalize("NFC", cluster.group()).replace("\u00a0", " ")
            yield from ((c, cluster.start()) for c in text)
