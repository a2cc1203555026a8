"""What Markdown leaves in extracted texts: emphasis, escapes, links, line breaks, letters spelt out."""

import re
from html import unescape

from kehoach.patterns import compiled
from kehoach.reading.finished.trace import Trace
from kehoach.records import dataclass, field

SIGNS = compiled(r"[*_\\&<\[`^~]")
TOKEN = compiled(
    r"\\(?P<letter>[^\w\s])"
    r"|(?P<run>\*+|_+)"
    r"|(?P<entity>&(?:[a-zA-Z]{2,8}|#[0-9]{1,7}|#x[0-9a-fA-F]{1,6});)"
    r"|(?P<gone></?(?:a|b|i|u|em|p|br|div|span|strong|sup|sub|center|mark|font)(?:\s[^<>]{0,200})?/?>|<!--.{0,500}?-->)"
    r"|<(?P<address>[\w.+-]+@[\w.-]+|https?://[^\s<>]+)>"
    r"|!?\[(?P<label>[^][]{0,500})\]\([^()\s]{0,500}(?:\s\"[^\"]{0,200}\")?\)"
    r"|\^(?P<raised>[^\s^]{1,40})\^"
    r"|(?<!~)~(?=[^\s~])(?P<kept>[^~]{1,300})(?<=\S)~(?!~)"
    r"|(?P<ticks>`+)",
    re.IGNORECASE,
)
ESCAPE = compiled(r"\\(?=[^\w\s])")
MOST_RUNS = 2_000


@dataclass(slots=True)
class _Run:
    """A run of stars or underscores; *left* of them are not paired, and stand from *at*."""

    at: int
    end: int
    sign: str
    left: int


@dataclass
class _Reading:
    """A text while its signs are read: what is left out, what is said instead, what stands out, what is open."""

    text: str
    out: set[int] = field(default_factory=set)
    said: dict[int, str] = field(default_factory=dict)
    bold: set[int] = field(default_factory=set)
    italic: set[int] = field(default_factory=set)
    opened: list[_Run] = field(default_factory=list)

    def read(self) -> None:
        """Take every sign in turn."""
        for count, token in enumerate(TOKEN.finditer(self.text)):
            if token["run"] and count < MOST_RUNS:
                self._emphasis(_Run(token.start(), token.end(), token["run"][0], len(token["run"])))
            elif not token["run"]:
                self._said(token)
        for run in self.opened:
            if run.left > 1:
                self.out.update(range(run.at, run.at + run.left))

    def _said(self, token: re.Match[str]) -> None:
        kind = token.lastgroup or ""
        self.out.update(range(*token.span()))
        if kind in {"letter", "label", "address", "raised", "kept"}:
            self.out.difference_update(range(*token.span(kind)))
        else:
            self.said[token.start()] = unescape(token[kind]) if kind == "entity" else " " * (kind == "gone")

    def _emphasis(self, run: _Run) -> None:
        if run.sign == "_" and run.left > 2:
            return
        before, after = self.text[: run.at][-1:], self.text[run.end :][:1]
        while run.left and self._closes(run, before, after):
            self._close(run)
        if run.left and self._opens(run, before, after):
            self.opened.append(run)

    def _opens(self, run: _Run, before: str, after: str) -> bool:
        if run.left > 1:
            return True
        inside = before.isalnum() and (run.sign == "_" or before.isdigit())
        return bool(after) and not after.isspace() and not inside

    def _closes(self, run: _Run, before: str, after: str) -> bool:
        """Whether *run* ends what is open; pairs of stars may have a blank on the wrong side."""
        if not self.opened or self.opened[-1].sign != run.sign:
            return False
        if run.left > 1 and self.opened[-1].left > 1:
            return True
        inside = after.isalnum() and (run.sign == "_" or (after.isdigit() and before.isdigit()))
        return bool(before) and not before.isspace() and not inside

    def _close(self, run: _Run) -> None:
        opener = self.opened[-1]
        count = min(2, run.left, opener.left)
        inner = opener.at + opener.left
        self.out.update(range(inner - count, inner))
        self.out.update(range(run.end - run.left, run.end - run.left + count))
        (self.bold if count == 2 else self.italic).update(range(inner, run.end - run.left))
        opener.left -= count
        run.left -= count
        if not opener.left:
            self.opened.pop()


def plain(trace: Trace, *, escapes_only: bool = False) -> Trace:
    """*trace* without the signs of Markdown; what they make bold or italic is so.

    *escapes_only*: nothing but the backslashes before signs is left out.
    """
    if not SIGNS.search(trace.text):
        return trace
    reading = _Reading(trace.text)
    if escapes_only:
        reading.out.update(found.start() for found in ESCAPE.finditer(trace.text))
    else:
        reading.read()
    return _made(trace, reading)


def _made(trace: Trace, reading: _Reading) -> Trace:
    words: list[str] = []
    at: list[int] = []
    bold: set[int] = set()
    italic: set[int] = set()
    for i, char in enumerate(trace.text):
        for letter in reading.said.get(i, "") if i in reading.out else char:
            if letter.isspace() and words[-1:] in ([], [" "]):
                continue
            bold.update((len(at),) if i in reading.bold else ())
            italic.update((len(at),) if i in reading.italic else ())
            words.append(" " if letter.isspace() else letter)
            at.append(trace.at[i])
    made = Trace("".join(words), (*at, trace.at[-1]), frozenset(bold), frozenset(italic))
    return made.part(0, len(at))
