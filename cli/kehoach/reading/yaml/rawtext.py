"""The raw text of a file: its lines, its places, and the edits that turn a value into block text."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import accumulate, chain, islice

from kehoach.patterns import compiled
from kehoach.places import Edit, Place
from kehoach.records import dataclass

BREAK = compiled(r"\r\n|\n|\r")


def _starts(text: str) -> Iterator[int]:
    """Where the lines of *text* begin."""
    if "\r" not in text:
        lengths = (len(line) + 1 for line in text.split("\n"))
        return islice(accumulate(lengths, initial=0), text.count("\n") + 1)
    return chain((0,), (found.end() for found in BREAK.finditer(text)))


@dataclass
class RawText:
    """A text and where its lines begin; offsets and columns count code points."""

    text: str
    file: str

    @cached_property
    def starts(self) -> Sequence[int]:
        """Where the lines begin, reckoned when something is to be told of one."""
        return tuple(_starts(self.text))

    @property
    def newline(self) -> str:
        """The line end that the file uses, by its first line."""
        found = BREAK.search(self.text)
        return found.group() if found else "\n"

    def position(self, offset: int) -> tuple[int, int]:
        """The line and column of an offset, both from 1."""
        line = bisect_right(self.starts, offset)
        return line, offset - self.starts[line - 1] + 1

    def place(self, start: int, end: int) -> Place:
        """The place of a stretch of offsets."""
        return Place(self.file, *self.position(start), *self.position(end))

    def span(self, place: Place) -> tuple[int, int]:
        """The offsets of a place of this file."""
        start, end = self.starts[place.line - 1], self.starts[place.end_line - 1]
        return start + place.column - 1, end + place.end_column - 1

    def line(self, number: int) -> str:
        """Line *number*, from 1, without its end."""
        start = self.starts[number - 1]
        end = self.starts[number] if number < len(self.starts) else len(self.text)
        return self.text[start:end].rstrip("\r\n")

    def holder(self, start: int) -> int:
        """The indentation that a value at *start* must exceed: that of its key, or of its list dash."""
        line = self.line(bisect_right(self.starts, start))
        found = re.match(r" *(?:- +)*", line)
        before = found.group() if found else ""
        column = start - self.starts[bisect_right(self.starts, start) - 1]
        return len(before) if column > len(before) else max(before.rfind("-"), 0)

    def as_block(self, start: int, end: int, style: str = ">-") -> tuple[Edit, ...]:
        """Write the value from *start* to *end* as a block (``>-`` folds its lines, ``|`` keeps them)."""
        lines = [line.strip(" \t") for line in BREAK.split(self.text[start:end])]
        margin = self.newline + " " * (self.holder(start) + 2)
        return (Edit(start, end, style + "".join(margin + line if line else self.newline for line in lines)),)
