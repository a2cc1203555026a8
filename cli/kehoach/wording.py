"""The words of a tree in the order in which they are read."""

from collections.abc import Iterable, Iterator
from itertools import chain

from kehoach.tree import (
    Annex,
    AsWritten,
    Block,
    Bold,
    Break,
    Bullet,
    Foot,
    Gap,
    Heading,
    Inline,
    Inlines,
    Italic,
    Landscape,
    Letterhead,
    Numbered,
    Paragraph,
    Raised,
    Table,
    Text,
)


def plain(inlines: Inlines) -> str:
    """The words of *inlines*, gaps as no-break spaces, breaks as line ends."""
    return "".join(map(_words, inlines))


def lines(blocks: Iterable[Block]) -> Iterator[str]:
    """The words of *blocks* in reading order, one string a paragraph or row of a table."""
    return chain.from_iterable(map(_lines, blocks))


def _words(inline: Inline) -> str:
    match inline:
        case Text(text):
            return text
        case Gap(width):
            return "\N{NO-BREAK SPACE}" * width
        case Break():
            return "\n"
        case Bold(inlines) | Italic(inlines) | Raised(inlines) | AsWritten(inlines):
            return plain(inlines)


def _lines(block: Block) -> Iterator[str]:
    match block:
        case Paragraph(_, ()):
            return
        case Paragraph(_, inlines):
            yield plain(inlines)
        case Heading(_, number, inlines) | Numbered(number, inlines):
            yield f"{number} {plain(inlines)}".lstrip(" ")
        case Bullet(mark, inlines, children):
            yield f"{mark} {plain(inlines)}"
            yield from lines(children)
        case Table(_, head, rows):
            yield from ("\t".join(map(plain, row)) for row in (head, *rows))
        case Annex(blocks) | Landscape(blocks):
            yield from lines(blocks)
        case Letterhead() | Foot():
            yield from lines(_cells(block))


def _cells(frame: Letterhead | Foot) -> Iterator[Paragraph]:
    match frame:
        case Letterhead():
            return chain.from_iterable(chain.from_iterable(frame.rows))
        case Foot(recipients, (signature,)):
            return chain(recipients, signature)
        case Foot(recipients, signatures):
            return chain(*signatures, recipients)
