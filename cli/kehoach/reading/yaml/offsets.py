"""For each code point of a YAML scalar, where it stands in the file: reckoned only where somebody asks."""

import unicodedata
from collections.abc import Iterator, Sequence
from typing import overload

from kehoach.reading.yaml.tracing import traced

Offsets = Sequence[int]


class Reckoned(Sequence[int]):
    """The offsets of a scalar, reckoned when the first of them is asked for; few ever are."""

    __slots__ = ("_known", "_scalar")

    def __init__(self, raw: str, span: tuple[int, int], style: str, value: str, column: int) -> None:
        self._scalar = raw, span, style, value, column
        self._known: tuple[int, ...] | None = None

    def _all(self) -> tuple[int, ...]:
        if self._known is None:
            self._known = traced(*self._scalar)
        return self._known

    @overload
    def __getitem__(self, at: int) -> int: ...
    @overload
    def __getitem__(self, at: slice) -> tuple[int, ...]: ...
    def __getitem__(self, at: int | slice) -> int | tuple[int, ...]:
        return self._all()[at]

    def __len__(self) -> int:
        return len(self._scalar[3]) + 1

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and self._all() == tuple(other)

    def __hash__(self) -> int:
        return hash(self._all())


def offsets(raw: str, span: tuple[int, int], style: str, value: str, column: int) -> Offsets:
    """``len(value) + 1`` offsets into *raw* for a scalar that the parser found at *span*.

    *column* is the column of the collection that holds the scalar; an explicit indentation
    indicator counts from it.
    """
    start, end = span
    if not style and end - start == len(value) and raw.startswith(value, start):
        return range(start, end + 1)
    return Reckoned(raw, span, style, value, column)


def block_end(raw: str, span: tuple[int, int]) -> int | None:
    """Where a block scalar ends whose lines end as usual; None where only its offsets tell."""
    text = raw[slice(*span)]
    header, _, body = text.partition("\n")
    kept = body.rstrip("\n ")
    after = body[len(kept) :]
    breaks = after.rstrip(" ") if span[1] < len(raw) else after
    if not kept or kept[-1] == "\t" or "+" in header or "\r" in text or breaks.strip("\n") or (after and not breaks):
        return None
    return span[0] + len(header) + 1 + len(kept) + ("-" not in header and after != "")


def normalised(value: str, at: tuple[int, ...]) -> tuple[str, tuple[int, ...]]:
    """*value* in NFC with its offsets; letters composed of several code points stand at the first."""
    if unicodedata.is_normalized("NFC", value):
        return value, at
    words: list[str] = []
    places: list[int] = []
    for start, end in _clusters(value):
        word = unicodedata.normalize("NFC", value[start:end])
        words.append(word)
        places.extend(at[min(start + i, end - 1)] for i in range(len(word)))
    return "".join(words), (*places, at[-1])


def _clusters(value: str) -> Iterator[tuple[int, int]]:
    start = 0
    for i, char in enumerate(value):
        if i and unicodedata.combining(char) == 0 and not 0x1160 <= ord(char) <= 0x11FF:
            yield start, i
            start = i
    yield start, len(value)
