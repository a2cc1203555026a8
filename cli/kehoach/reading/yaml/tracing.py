"""For each code point of a YAML scalar, where it stands in the file, step by step.

The parser gives a scalar's value and its span; how the one came from the other is reckoned here
anew (folding, quoting, chomping: YAML 1.2 chapters 7 and 8) and held against the parser's value.
"""

import re

from kehoach.patterns import compiled
from kehoach.records import dataclass, field

LINE = compiled(r"([^\r\n]*)(\r\n|\n|\r|\Z)")
ESCAPE = compiled(r"\\(?:x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|.)", re.DOTALL)
HEADER = compiled(r"[|>]([-+0-9]*)[^\r\n]*(?:\r\n|\n|\r)?")


@dataclass(slots=True)
class _Trace:
    chars: list[str] = field(default_factory=list)
    at: list[int] = field(default_factory=list)

    def add(self, text: str, start: int) -> None:
        self.chars.append(text)
        self.at.extend(range(start, start + len(text)))

    def add_one(self, char: str, start: int) -> None:
        self.chars.append(char)
        self.at.append(start)


def traced(raw: str, span: tuple[int, int], style: str, value: str, column: int) -> tuple[int, ...]:
    """``len(value) + 1`` offsets into *raw* for a scalar at *span* in a collection at *column*."""
    start, end = span
    trace = _block(raw, span, column) if style in ("|", ">") else _flow(raw, span, style)
    if "".join(trace.chars) == value:
        return (*trace.at, _after(raw, trace, end))
    return (*[start] * len(value), end)


def _after(raw: str, trace: _Trace, end: int) -> int:
    if not trace.at:
        return end
    last = trace.at[-1]
    if raw[last] == "\\":
        escape = ESCAPE.match(raw, last)
        return escape.end() if escape else last + 1
    return last + (2 if raw.startswith(("\r\n", "''"), last) else 1)


def _lines(raw: str, start: int, end: int) -> list[tuple[int, str]]:
    return [(found.start(), found[1]) for found in LINE.finditer(raw, start, end) if found.start() < end]


def _flow(raw: str, span: tuple[int, int], style: str) -> _Trace:
    """Plain and quoted scalars: line breaks are folded, outer blanks of lines dropped."""
    start, end = (span[0] + 1, span[1] - 1) if style else span
    trace, breaks, joined = _Trace(), 0, False
    lines = _lines(raw, start, end) or [(start, "")]
    if raw[lines[-1][0] : end].endswith(("\n", "\r")):
        lines.append((end, ""))
    for i, (at, line) in enumerate(lines):
        text = line if i == 0 else line.lstrip(" \t")
        at += len(line) - len(text)
        if not text and 0 < i < len(lines) - 1:
            breaks += 1
            continue
        if i and not joined:
            _join(trace, lines[i - 1 - breaks], breaks)
        elif i:
            trace.add("\n" * breaks, lines[i - breaks][0])
        breaks = 0
        joined = _segment(trace, text, at, (style, i == len(lines) - 1))
    return trace


def _join(trace: _Trace, last: tuple[int, str], breaks: int) -> None:
    at = last[0] + len(last[1])
    if breaks:
        for _ in range(breaks):
            trace.add_one("\n", at)
    else:
        trace.add_one(" ", at)


def _segment(trace: _Trace, text: str, at: int, how: tuple[str, bool]) -> bool:
    """Add one line; the answer is whether it ends with an escaped line break."""
    style, last = how
    escaped = style == '"' and not last and re.search(r"(?<!\\)(?:\\\\)*\\$", text) is not None
    kept = text[:-1] if escaped else text if last else text.rstrip(" \t")
    if style == "'":
        _pairs(trace, kept, at)
    elif style == '"':
        _escapes(trace, kept, at)
    else:
        trace.add(kept, at)
    return escaped


def _pairs(trace: _Trace, text: str, at: int) -> None:
    for i, part in enumerate(text.split("''")):
        if i:
            trace.add_one("'", at - 2)
        trace.add(part, at)
        at += len(part) + 2


def _escapes(trace: _Trace, text: str, at: int) -> None:
    done = 0
    for found in ESCAPE.finditer(text):
        trace.add(text[done : found.start()], at + done)
        trace.add_one(_meant(found.group()), at + found.start())
        done = found.end()
    trace.add(text[done:], at + done)


NAMED = {
    "0": "\0", "a": "\a", "b": "\b", "t": "\t", "n": "\n", "v": "\v", "f": "\f", "r": "\r",
    "e": "\x1b", "N": "\x85", "_": "\xa0", "L": "\u2028", "P": "\u2029",
}  # fmt: skip


def _meant(escape: str) -> str:
    if escape[1] in "xuU" and len(escape) > 2:
        return chr(int(escape[2:], 16))
    return NAMED.get(escape[1], escape[1])


def _block(raw: str, span: tuple[int, int], column: int) -> _Trace:
    """Literal and folded scalars, after the steps of the YAML library's own scanner."""
    header = HEADER.match(raw, span[0], span[1])
    marks = header.group(1) if header else ""
    lines = _lines(raw, header.end() if header else span[1], span[1])
    indent = _indent(lines, marks, column)
    trace, pending = _Trace(), _Pending()
    for at, line in lines:
        content = line[indent:]
        if not content:
            pending.breaks.append(at + len(line))
            continue
        pending.flush(trace, folded=raw[span[0]] == ">" and content[0] not in " \t")
        trace.add(content, at + indent)
        end = at + len(line)
        pending.line = None if end == len(raw) else end
        pending.blank = content[0] in " \t"
    pending.close(trace, marks)
    return trace


@dataclass(slots=True)
class _Pending:
    """Line breaks that are not yet known to be kept."""

    line: int | None = None
    breaks: list[int] = field(default_factory=list)
    blank: bool = False

    def flush(self, trace: _Trace, folded: bool) -> None:
        if self.line is not None:
            if not (folded and not self.blank):
                trace.add_one("\n", self.line)
            elif not self.breaks:
                trace.add_one(" ", self.line)
        self._empty(trace)

    def close(self, trace: _Trace, marks: str) -> None:
        if "-" not in marks and self.line is not None:
            trace.add_one("\n", self.line)
        if "+" in marks:
            self._empty(trace)

    def _empty(self, trace: _Trace) -> None:
        for at in self.breaks:
            trace.add_one("\n", at)
        self.breaks.clear()


def _indent(lines: list[tuple[int, str]], marks: str, column: int) -> int:
    explicit = re.search(r"[1-9]", marks)
    if explicit:
        return column + int(explicit.group())
    for _, line in lines:
        if line.strip(" "):
            return len(line) - len(line.lstrip(" "))
    return max((len(line) for _, line in lines), default=0)
