"""Words that no line end may part: the two ends of a range, a number and what it counts or is counted by.

Only the space between them changes, into one that does not break; plain text and Markdown, which have no lines of
their own, keep theirs. Letterhead and foot, whose lines are measured, stay as they are.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from functools import partial

from kehoach.records import replace
from kehoach.standards.forms import Unbroken
from kehoach.standards.standard import Standard
from kehoach.tree import (
    Annex,
    Block,
    Bold,
    Bullet,
    Document,
    Heading,
    Inline,
    Inlines,
    Italic,
    Landscape,
    Numbered,
    Paragraph,
    Raised,
    Table,
    Text,
)

# A space before or behind the dash of a range of short numbers; whole dates may be parted.
RANGE = r"(?<![\d/.,])(\d{1,4}) ([-–]) (?=\d{1,4}(?!\d|[.,]\d))"
KEPT = "\N{NO-BREAK SPACE}"
# What may be parted behind its dash all the same, if the dash is not held (Unicode Standard Annex 14, rule LB12a).
WHOLE = re.compile(rf"(\d{{1,4}}{KEPT}[-–]{KEPT}\d{{1,4}})")
Change = Callable[[Inlines], Inlines]


def unbroken(document: Document, standard: Standard) -> Document:
    """*document* with spaces that do not break where *standard* wants words to stay together."""
    change = partial(_inlines, spaces(standard.unbroken))
    return replace(document, blocks=tuple(_block(one, change) for one in document.blocks))


def spaces(kept: Unbroken) -> Callable[[str], str]:
    """What puts spaces that do not break into words."""
    before, after = ("|".join(map(re.escape, words)) for words in (kept.before_number, kept.after_number))
    places = re.compile(rf"(?i:\b(?:{before})) (?=\d|[IVX]+\b)|(?<=\d) (?=(?:{after})(?!\w))")
    ranges = re.compile(RANGE)

    def kept_together(words: str) -> str:
        linked = ranges.sub(rf"\1{KEPT}\2{KEPT}", words)
        return places.sub(lambda found: found[0].replace(" ", KEPT), linked)

    return kept_together


def pieces(words: str) -> Iterator[tuple[str, bool]]:
    """*words* in pieces, and of each whether it has to be held in one."""
    return ((piece, bool(number % 2)) for number, piece in enumerate(WHOLE.split(words)) if piece)


def _block(block: Block, change: Change) -> Block:
    match block:
        case Paragraph(_, inlines) | Heading(_, _, inlines) | Numbered(_, inlines):
            return replace(block, inlines=change(inlines))
        case Bullet(_, inlines, children):
            return replace(block, inlines=change(inlines), children=tuple(_block(one, change) for one in children))
        case Table(_, head, rows):
            return replace(block, head=_row(head, change), rows=tuple(_row(row, change) for row in rows))
        case Annex(blocks) | Landscape(blocks):
            return replace(block, blocks=tuple(_block(one, change) for one in blocks))
        case _:
            return block


def _row(cells: Iterable[Inlines], change: Change) -> tuple[Inlines, ...]:
    return tuple(map(change, cells))


def _inlines(change: Callable[[str], str], inlines: Inlines) -> Inlines:
    return tuple(_inline(change, one) for one in inlines)


def _inline(change: Callable[[str], str], inline: Inline) -> Inline:
    match inline:
        case Text(words):
            return Text(change(words))
        case Bold(inner) | Italic(inner) | Raised(inner):
            return replace(inline, inlines=_inlines(change, inner))
        case _:
            return inline
