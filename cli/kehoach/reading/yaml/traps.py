"""YAML's traps for Vietnamese prose: why a file does not parse, in words that help its writer.

Each trap looks at one entry and answers with a fault or None; the first that answers speaks for the
entry. What no trap explains becomes a plain fault at the parser's place.
"""

import re
from collections.abc import Callable, Iterator

from kehoach.findings import Fault
from kehoach.places import Edit, edited
from kehoach.reading.yaml.indentation import WIDTHS, indented_otherwise, misplaced
from kehoach.reading.yaml.lines import COMMENT, Entry, closing, entries
from kehoach.reading.yaml.nodes import Composed, compose
from kehoach.reading.yaml.rawtext import RawText
from kehoach.records import dataclass, replace

OPENING = {"{": "}", "[": "]"}
DEPTH = frozenset({"DOC122", "DOC126", "DOC127"})
SIGNS = "*&!%@`|>,]}?"


@dataclass(frozen=True, slots=True)
class Where:
    """The file that an entry stands in, and the keys that may stand in it."""

    raw: RawText
    names: frozenset[str]

    def fault(self, code: str, span: tuple[int, int], edits: tuple[Edit, ...], **arguments: str) -> Fault:
        """A fault at a stretch of the raw text."""
        return Fault(code, self.raw.place(*span), arguments=arguments, edits=edits)

    def block(self, entry: Entry, style: str = ">-") -> tuple[Edit, ...]:
        """The value as a block text; not where a comment would become part of it."""
        value = self.raw.text[entry.start : entry.end]
        return () if re.search(r"[ \t]#[ \t]", value) else self.raw.as_block(entry.start, entry.end, style)


def explained(raw: RawText, composed: Composed, names: frozenset[str]) -> Iterator[Fault]:
    """The faults of a file that does not parse: those found on the way, and why the parser stopped."""
    blanks = _margins(raw)
    if blanks and composed.error is not None:
        yield blanks
        raw = RawText(edited(raw.text, blanks.edits), raw.file)
        composed = compose(raw)
    if composed.error is None:
        return
    margins = {raw.place(edit.start, edit.start).line for edit in blanks.edits} if blanks else set()
    traps = [trap for trap in _traps(raw, names) if not _follows(trap, margins)]
    told = {trap.place.line for trap in traps}
    yield from (fault for fault in composed.faults if fault.place.line not in told)
    yield from (replace(trap, edits=()) if blanks else trap for trap in traps)
    place, said = composed.error
    if not blanks and not any(trap.place.line <= place.line for trap in traps):
        yield Fault("DOC130", place, arguments={"said": said})


def _margins(raw: RawText) -> Fault | None:
    """Tabs and foreign blanks, cured to the width with which the file parses, if there is one."""
    blanks = indented_otherwise(raw)
    if blanks:
        cures = (indented_otherwise(raw, width) for width in WIDTHS)
        return next((cure for cure in cures if cure and _parses(edited(raw.text, cure.edits), raw.file)), blanks)
    return None


def _parses(text: str, file: str) -> bool:
    return compose(RawText(text, file)).error is None


def _follows(trap: Fault, margins: set[int]) -> bool:
    """Whether *trap* is about the depth of a line with a wrong margin, or of the line after one."""
    return trap.code in DEPTH and not margins.isdisjoint((trap.place.line - 1, trap.place.line))


def _traps(raw: RawText, names: frozenset[str]) -> Iterator[Fault]:
    where = Where(raw, names)
    seen = list(entries(raw))
    told: set[int] = set()
    for entry in seen:
        fault = next((fault for trap in TRAPS if (fault := trap(entry, where))), None)
        if fault:
            told.add(entry.line)
            yield fault
    yield from (fault for fault in misplaced(seen, raw) if fault.place.line not in told)


def _quote(entry: Entry, where: Where) -> Fault | None:
    """Text behind a closing quotation mark, or a mark that is never closed."""
    if entry.value[:1] not in ('"', "'"):
        return None
    end = closing(entry.value)
    if end < 0 and not entry.more:
        return where.fault("DOC123", (entry.start, entry.start + 1), (), mark=entry.value[0])
    rest = COMMENT.sub("", entry.value[end + 1 :]).strip() if end >= 0 else ""
    if not rest:
        return None
    at = entry.start + entry.value.index(rest, end + 1)
    return where.fault("DOC114", (at, at + len(rest)), where.block(entry), rest=rest)


def _brace(entry: Entry, where: Where) -> Fault | None:
    """A value that begins with ``{`` or ``[`` and is no list of ids."""
    start = entry.value[:1]
    if start not in OPENING:
        return None
    text = where.raw.text[entry.start : entry.end]
    closed = text.rstrip().endswith(OPENING[start]) and text.count(start) == text.count(OPENING[start])
    if closed and not text.startswith("{{"):
        return None
    sign = "{{" if text.startswith("{{") else start
    return where.fault("DOC113", (entry.start, entry.start + len(sign)), where.block(entry), start=sign)


def _sign(entry: Entry, where: Where) -> Fault | None:
    """A value that begins with a sign that YAML keeps for itself."""
    start = entry.value[:1]
    if not start or start not in SIGNS or entry.block:
        return None
    if start == "?" and entry.value[1:2].strip():
        return None
    return where.fault("DOC115", (entry.start, entry.start + 1), where.block(entry), sign=start)


def _bullet(entry: Entry, where: Where) -> Fault | None:
    """A bullet right behind a key."""
    if not entry.key or not re.match(r"- ", entry.value):
        return None
    return where.fault("DOC121", (entry.start, entry.start + 1), where.block(entry, "|"), sign="-")


def _dash(entry: Entry, where: Where) -> Fault | None:
    """A list dash without its space."""
    if entry.key or not re.match(r"-[^\W\d_]", entry.value):
        return None
    edits = (Edit(entry.start + 1, entry.start + 1, " "),)
    return where.fault("DOC120", (entry.start, entry.start + 1), edits, text=entry.value)


def _glued(entry: Entry, where: Where) -> Fault | None:
    """A key without a space behind its colon."""
    found = re.match(r"([a-z][a-z0-9_]*):(?=\S)", entry.value) if not entry.key else None
    if not found or found[1] not in where.names:
        return None
    at = entry.start + found.end()
    return where.fault("DOC124", (at - 1, at), (Edit(at, at, " "),), key=found[1])


def _colon(entry: Entry, where: Where) -> Fault | None:
    """A colon and a space inside an unquoted value."""
    if not entry.value or entry.value[0] in "\"'{[#" or entry.block:
        return None
    for at, text in ((entry.start, entry.value), *entry.more):
        found = re.search(r":(?=[ \t]|$)", COMMENT.sub("", text).rstrip())
        if found and at != entry.start and text[: found.start()].strip() in where.names:
            margin = at + len(text) - len(text.lstrip())
            return where.fault("DOC122", (margin, margin + 1), (), columns=str(entry.column + 1))
        if found:
            at += found.start()
            return where.fault("DOC116", (at, at + 1), where.block(entry), text=text.strip())
    return None


def _hash(entry: Entry, where: Where) -> Fault | None:
    """A value cut at `` #`` though it goes on in the next line."""
    if not entry.more or not entry.value or entry.value[0] in "\"'{[#" or entry.block:
        return None
    lines = ((entry.start, entry.value), *entry.more[:-1])
    for at, text in lines:
        found = re.search(r"[ \t](#.*)$", text)
        if found:
            span = at + found.start(1), at + found.end(1)
            edits = where.raw.as_block(entry.start, entry.end)
            return where.fault("DOC117", span, edits, rest=found[1])
    return None


TRAPS: tuple[Callable[[Entry, Where], Fault | None], ...] = (
    _quote, _brace, _sign, _bullet, _dash, _glued, _hash, _colon,
)  # fmt: skip
