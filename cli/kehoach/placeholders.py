"""Placeholders: the small closed grammar of what stands between braces in a text of a plan.

Between ``{{`` and ``}}`` stands a dotted name or a function with one quoted word; ``{#id}`` at the end of a
line names a block; a backslash before ``{`` makes it an ordinary brace, so ``\\{`` (two of them) is a
backslash before a brace that counts. Nothing here is ever evaluated.
"""

import re
from collections.abc import Iterator
from enum import StrEnum

from kehoach.patterns import compiled
from kehoach.records import dataclass

_TOKEN = compiled(
    r"(?P<slashes>\\*)(?:"
    r"(?P<statement>\{%(?:[^\n]*?%\})?)"
    r"|\{\{[ \t]*(?P<name>[a-z_]\w*(?:\.\w+)*)[ \t]*\}\}"
    r"|\{\{[ \t]*(?P<function>[a-z_]\w*)\([ \t]*(?P<quote>['\"])(?P<argument>[^'\"\n{}]*)(?P=quote)[ \t]*\)[ \t]*\}\}"
    r"|(?P<other>\{\{[^{}\n]*\}\})"
    r"|(?P<unclosed>\{\{)"
    r"|\{#(?P<mark>[a-z][a-z0-9_]*)\}(?=[ \t]*(?:\n|\Z))"
    r"|(?P<stray>\{#[^\n}]*\}?)"
    r"|(?P<brace>\{))"
)


class Trouble(StrEnum):
    """What may be wrong with a text."""

    UNDEFINED = "undefined_name"
    UNKNOWN_FUNCTION = "unknown_function"
    UNKNOWN_ARGUMENT = "unknown_argument"
    NOT_A_PLACEHOLDER = "not_a_placeholder"
    STATEMENT = "template_statement"
    UNCLOSED = "unclosed_braces"
    STRAY_MARK = "stray_mark"
    PARENT_ELSEWHERE = "parent_elsewhere"
    PARENT_NOT_ALONE = "parent_not_alone"


@dataclass(frozen=True, slots=True)
class Words:
    """A stretch of ordinary text; *text* has its escaped braces undone."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Placeholder:
    """A dotted name (*argument* is None) or a function with its one word."""

    start: int
    end: int
    name: str
    argument: str | None = None


@dataclass(frozen=True, slots=True)
class Mark:
    """The id of the block that ends here."""

    start: int
    end: int
    id: str


@dataclass(frozen=True, slots=True)
class Broken:
    """Braces that do not fit the grammar; *text* is what stands there."""

    start: int
    end: int
    text: str
    trouble: Trouble


Segment = Words | Placeholder | Mark | Broken


_TROUBLES = {
    "statement": Trouble.STATEMENT,
    "other": Trouble.NOT_A_PLACEHOLDER,
    "unclosed": Trouble.UNCLOSED,
    "stray": Trouble.STRAY_MARK,
}


def segments(text: str) -> tuple[Segment, ...]:
    """The parts of *text* in order; together they cover every code point of it."""
    if "{" not in text:
        return (Words(0, len(text), text),) if text else ()
    return tuple(_merged(_parts(text)))


def escape(text: str) -> str:
    """*text* with its braces made ordinary: filling the result gives *text* again."""
    return re.sub(r"(\\*)\{", r"\1\1\\{", text)


def _parts(text: str) -> Iterator[Segment]:
    at = 0
    while match := _TOKEN.search(text, at):
        slashes = len(match["slashes"])
        opening = match.start() + slashes
        ordinary = slashes % 2 == 1
        yield Words(at, match.start(), text[at : match.start()])
        yield Words(match.start(), opening + ordinary, "\\" * (slashes // 2) + "{" * ordinary)
        if not ordinary:
            yield _part(opening, match)
        at = opening + 1 if ordinary else match.end()
    yield Words(at, len(text), text[at:])


def _part(start: int, match: re.Match[str]) -> Segment:
    end, text = match.end(), match[0][len(match["slashes"]) :]
    if match["name"]:
        return Placeholder(start, end, match["name"])
    if match["function"]:
        return Placeholder(start, end, match["function"], match["argument"])
    if match["mark"]:
        return Mark(start, end, match["mark"])
    trouble = next((trouble for group, trouble in _TROUBLES.items() if match[group]), None)
    return Broken(start, end, text, trouble) if trouble else Words(start, end, text)


def _merged(parts: Iterator[Segment]) -> Iterator[Segment]:
    held: Words | None = None
    for part in parts:
        if isinstance(part, Words):
            held = Words(held.start, part.end, held.text + part.text) if held else part
            continue
        if held and held.start < held.end:
            yield held
        held = None
        yield part
    if held and held.start < held.end:
        yield held
