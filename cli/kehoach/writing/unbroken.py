"""A document whose lines end only where they may: words that belong together are held, centred lines balanced.

Only spaces change, into ones that do not break; plain text and Markdown, which have no lines of their own, keep
theirs.
"""

from collections.abc import Iterable

from kehoach.records import replace
from kehoach.standards.standard import Standard
from kehoach.tree import (
    Annex,
    Block,
    Bullet,
    Document,
    Foot,
    Heading,
    Inlines,
    Landscape,
    Letterhead,
    Numbered,
    Paragraph,
    Paragraphs,
    Table,
)
from kehoach.wording import plain
from kehoach.writing.balanced import Balance, balance
from kehoach.writing.foot import frames
from kehoach.writing.holding import respelt, spaces
from kehoach.writing.letterhead import room, widths

CENTRED = "center"


def unbroken(document: Document, standard: Standard) -> Document:
    """*document* with spaces that do not break where *standard* wants words to stay together."""
    holder = _Holder(standard, balance(standard.unbroken))
    return replace(document, blocks=tuple(map(holder.block, document.blocks)))


class _Holder:
    """Goes through the blocks once."""

    def __init__(self, standard: Standard, balanced: Balance) -> None:
        self.standard = standard
        self.balanced = balanced
        self.spaces = spaces(standard.unbroken)

    def block(self, block: Block) -> Block:
        match block:
            case Paragraph():
                return self.centred(replace(block, inlines=self.held(block.inlines)), self.standard.page.text_width)
            case Heading(_, _, inlines) | Numbered(_, inlines):
                return replace(block, inlines=self.held(inlines))
            case Bullet(_, inlines, children):
                return replace(block, inlines=self.held(inlines), children=tuple(map(self.block, children)))
            case Table(_, head, rows):
                return replace(block, head=self.row(head), rows=tuple(map(self.row, rows)))
            case Annex(blocks) | Landscape(blocks):
                return replace(block, blocks=tuple(map(self.block, blocks)))
            case Letterhead():
                return self.letterhead(block)
            case Foot():
                return self.foot(block)

    def letterhead(self, block: Letterhead) -> Letterhead:
        left, right = widths(block, self.standard)
        return Letterhead(self.column(block.left, left), self.column(block.right, right))

    def foot(self, block: Foot) -> Foot:
        *_, across = frames(block, self.standard)[0][1]
        return replace(block, signatures=tuple(self.column(one, across) for one in block.signatures))

    def column(self, paragraphs: Paragraphs, across: float) -> Paragraphs:
        return tuple(self.centred(one, room(one, self.standard, across)) for one in paragraphs)

    def centred(self, paragraph: Paragraph, across: float) -> Paragraph:
        style = self.standard.elements[paragraph.role]
        if style.align != CENTRED or not paragraph.inlines:
            return paragraph
        return replace(paragraph, inlines=self.balanced(paragraph.inlines, style, across))

    def row(self, cells: Iterable[Inlines]) -> tuple[Inlines, ...]:
        return tuple(map(self.held, cells))

    def held(self, inlines: Inlines) -> Inlines:
        words = plain(inlines)
        kept = self.spaces(words)
        return inlines if kept == words else respelt(inlines, kept)
