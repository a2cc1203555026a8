"""How long the drawn lines of the form are, the same in every format."""

from collections.abc import Iterator, Sequence

from kehoach.standards.standard import Standard
from kehoach.tree import Block, Paragraph
from kehoach.wording import plain
from kehoach.writing.glyphs import width, wrapped


def ruled(blocks: Sequence[Block], standard: Standard, across: float) -> Iterator[tuple[Block, float]]:
    """Each of *blocks* with the length (mm) of the line under it, zero where there is none.

    The line is measured by the last line of words above it: its own, or those of the paragraph before where it has
    none. No line of words is longer than *across* (mm).
    """
    above = 0.0
    for block in blocks:
        if not isinstance(block, Paragraph):
            yield block, 0.0
            continue
        style = standard.elements[block.role]
        words = wrapped(plain(block.inlines), style, across)[-1]
        above = min(width(words, style), across) if words else above
        yield block, above * style.rule_share if style.rule else 0.0
