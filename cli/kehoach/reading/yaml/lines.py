"""The lines of a YAML file that does not parse: what each looks like to its writer.

This is no parser. It tells keys from values line by line, steps over block texts, and lets the traps
be named where the parser only says that it lost its way.
"""

import re
from collections.abc import Iterator

from kehoach.patterns import compiled
from kehoach.reading.yaml.rawtext import RawText
from kehoach.records import dataclass

ENTRY = compiled(
    r"(?P<indent>[ ]*)(?P<dashes>(?:-(?:[ ]+|$))*)"
    r"(?:(?P<key>[^\s\[\]{}#&*!|>'\"%@`,:-](?:[^#\r\n]|(?<=\S)#)*?|\"[^\"\r\n]*\"|'[^'\r\n]*')[ ]*:(?=\s|$)[ \t]*)?"
    r"(?P<value>.*)"
)
HEADER = compiled(r"[|>][-+0-9]{0,2}[ \t]*(?:#.*)?$")
COMMENT = compiled(r"(?:^|[ \t])#.*$")


@dataclass(frozen=True, slots=True)
class Entry:
    """A line that holds a key, a list dash or both, with its value and the lines that go on with it.

    *column* is where the key or, without one, the value stands, from 0; *holder* the indentation
    that continuing lines exceed. *start* and *end* are the offsets of the value, its continuation
    included; *more* holds the offset and the text of each continuing line.
    """

    line: int
    indent: int
    dashes: str
    key: str
    value: str
    start: int
    end: int
    more: tuple[tuple[int, str], ...] = ()

    @property
    def column(self) -> int:
        """Where the key or the value stands, from 0."""
        return self.indent + len(self.dashes)

    @property
    def bare(self) -> bool:
        """Whether the line has neither key nor dash."""
        return not self.key and not self.dashes

    @property
    def block(self) -> bool:
        """Whether the value is a block text."""
        return HEADER.match(self.value) is not None


def entries(raw: RawText) -> Iterator[Entry]:
    """The entries of a file, in order; block texts and continuing lines belong to theirs."""
    number, last = 1, len(raw.starts)
    while number <= last:
        text = raw.line(number)
        if not text.strip() or text.lstrip(" ").startswith("#"):
            number += 1
            continue
        entry, number = _entry(raw, number, text)
        yield entry


def _entry(raw: RawText, number: int, text: str) -> tuple[Entry, int]:
    """The entry on line *number* and the number of the line after it."""
    found = ENTRY.match(text)
    assert found is not None
    start = raw.starts[number - 1] + found.start("value")
    value = found["value"].rstrip()
    indent, dashes = len(found["indent"]), found["dashes"]
    entry = Entry(number, indent, dashes, found["key"] or "", value, start, start + len(value))
    more = list(_more(raw, entry))
    if not more:
        return entry, number + 1
    at, end = more[-1]
    return Entry(*_fields(entry), end=at + len(end.rstrip()), more=tuple(more)), number + 1 + _lines(raw, number, at)


def _fields(entry: Entry) -> tuple[int, int, str, str, str, int]:
    return entry.line, entry.indent, entry.dashes, entry.key, entry.value, entry.start


def _lines(raw: RawText, number: int, at: int) -> int:
    """How many lines lie between line *number* and the one that begins at *at*."""
    return raw.place(at, at).line - number


def _more(raw: RawText, entry: Entry) -> Iterator[tuple[int, str]]:
    """The lines that go on with a value: deeper than what holds it, or inside its quotation marks."""
    if not entry.value or entry.value.startswith("#"):
        return
    if entry.value[0] in "\"'":
        yield from _quoted(raw, entry)
        return
    holder = entry.column if entry.key or entry.bare else entry.indent + entry.dashes.rfind("-")
    for number in range(entry.line + 1, len(raw.starts) + 1):
        text = raw.line(number)
        if text.strip() and len(text) - len(text.lstrip(" ")) <= holder - entry.bare:
            return
        if text.strip():
            yield raw.starts[number - 1], text


def _quoted(raw: RawText, entry: Entry) -> Iterator[tuple[int, str]]:
    """The lines up to the closing mark; none where it stands on the first line, or nowhere before a key."""
    mark = entry.value[0]
    if closing(entry.value) >= 0:
        return
    held = []
    for number in range(entry.line + 1, len(raw.starts) + 1):
        text = raw.line(number)
        if text.strip() and len(text) - len(text.lstrip(" ")) <= entry.indent:
            return
        held.append((raw.starts[number - 1], text))
        if mark in text:
            yield from held
            return


def closing(value: str) -> int:
    """The offset of the mark that closes a quoted *value*, or -1."""
    pattern = r'"(?:[^"\\]|\\.)*"' if value[0] == '"' else r"'(?:[^']|'')*'"
    found = re.match(pattern, value)
    return found.end() - 1 if found else -1
