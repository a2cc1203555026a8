"""How words become Markdown: whatever they hold, they stay words of one paragraph.

``Markdown`` marks what is already safe; all else is escaped when a template prints it.
"""

import re

from markdown_it import MarkdownIt
from markdown_it.token import Token

from kehoach.patterns import compiled

_SPACES = compiled(r"[\x00-\x20\x7f-\x9f\u2028\u2029]+")
_UNPRINTABLE = compiled(r"[\ud800-\uf8ff\ufdd0-\ufdef\ufffe\uffff\U000f0000-\U0010ffff]")
_SPECIAL = compiled(r"[\\`*_\[\]<>&~|#^]")
_BLOCK_START = compiled(r"[-+=:>]")
_NUMBER_START = compiled(r"(\()?((?:\d+\.)*\d+|[IVXLC]+|[A-ZĐa-zđ])(?:([.)]|(?<=[IVXLC])-)(?=\s|$))")
_INLINE = MarkdownIt("zero").enable(["emphasis", "escape"])


class Markdown(str):
    """Markdown of our own making, printed as it is."""

    __slots__ = ()


def escaped(words: str) -> Markdown:
    """*words* as Markdown that reads as exactly these words: no mark, block, number, link or table.

    Every run of spaces, line ends and control characters becomes one space; no-break spaces stay.
    """
    return Markdown(_start(_specials(one_line(words))))


def inline(words: str) -> Markdown:
    """*words*, which may hold ``*italic*`` and ``**bold**``, as Markdown; all else in them is escaped."""
    return Markdown(_start("".join(_written(token) for token in _tokens(one_line(words)))))


def plain(words: str) -> str:
    """The words of an inline text without its marks."""
    return "".join(token.content for token in _tokens(one_line(words)))


def trimmed(words: Markdown, ends: str) -> Markdown:
    """*words* without the characters *ends* at their end, escaped ones kept."""
    bare = words.rstrip(ends)
    return words if bare.endswith("\\") else Markdown(bare)


def one_line(words: str) -> str:
    """*words* in one line, without spaces at its ends."""
    return _SPACES.sub(" ", _UNPRINTABLE.sub("\N{REPLACEMENT CHARACTER}", words)).strip(" ")


def _tokens(words: str) -> list[Token]:
    (token,) = _INLINE.parseInline(words)
    return token.children or []


def _written(token: Token) -> str:
    return token.markup if token.nesting else _specials(token.content)


def _specials(words: str) -> str:
    return _SPECIAL.sub(r"\\\g<0>", words)


def _start(words: str) -> str:
    """*words* with what would begin a block or a number escaped."""
    if _BLOCK_START.match(words):
        return f"\\{words}"
    return _NUMBER_START.sub(_unnumbered, words, count=1) if _NUMBER_START.match(words) else words


def _unnumbered(match: re.Match[str]) -> str:
    opening, figures, end = match.groups()
    return f"\\({figures}{end}" if opening else f"{figures}\\{end}"
