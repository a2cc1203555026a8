"""A document as plain text, letters large where the standard has them so."""

from collections.abc import Iterator

from kehoach.records import replace
from kehoach.standards.standard import Standard
from kehoach.tree import (
    Annex,
    Block,
    Bold,
    Document,
    Foot,
    Heading,
    Inline,
    Inlines,
    Italic,
    Landscape,
    Letterhead,
    Paragraph,
    Paragraphs,
    Raised,
    Text,
)
from kehoach.wording import lines


def text(document: Document, standard: Standard, duplex: bool = False) -> bytes:
    """*document* as UTF-8 text, a line a paragraph; *duplex* changes nothing."""
    printed = (_printed(block, standard) for block in document.blocks)
    return "".join(f"{line}\n" for line in lines(printed)).encode()


def _printed(block: Block, standard: Standard) -> Block:
    match block:
        case Paragraph():
            return next(_paragraphs((block,), standard))
        case Heading(level, _, inlines) if standard.rung(level).caps:
            return replace(block, inlines=_upper(inlines))
        case Letterhead(left, right):
            return Letterhead(tuple(_paragraphs(left, standard)), tuple(_paragraphs(right, standard)))
        case Foot(recipients, signatures):
            return Foot(recipients, tuple(tuple(_paragraphs(one, standard)) for one in signatures))
        case Annex(blocks) | Landscape(blocks):
            return replace(block, blocks=tuple(_printed(one, standard) for one in blocks))
        case _:
            return block


def _paragraphs(paragraphs: Paragraphs, standard: Standard) -> Iterator[Paragraph]:
    for one in paragraphs:
        yield replace(one, inlines=_upper(one.inlines)) if standard.elements[one.role].caps else one


def _upper(inlines: Inlines) -> Inlines:
    return tuple(map(_large, inlines))


def _large(inline: Inline) -> Inline:
    match inline:
        case Text(words):
            return Text(words.upper())
        case Bold(inner):
            return Bold(_upper(inner))
        case Italic(inner):
            return Italic(_upper(inner))
        case Raised(inner):
            return Raised(_upper(inner))
        case _:
            return inline
