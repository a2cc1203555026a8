"""How long the drawn lines of the form are, the same in every format."""

from collections.abc import Iterator, Sequence

from kehoach.standards.standard import Standard
from kehoach.tree import Block, Paragraph
from kehoach.writing.letterhead import longest


def ruled(blocks: Sequence[Block], standard: Standard, across: float) -> Iterator[tuple[Block, float]]:
    """Each of *blocks* with the length (mm) of the line under it, zero where there is none.

    The line is measured by the words above it: its own, or those of the paragraph before where it has no words.
    No line is longer than *across* (mm).
    """
    above = 0.0
    for block in blocks:
        if not isinstance(block, Paragraph):
            yield block, 0.0
            continue
        style = standard.elements[block.role]
        above = min(longest(block, standard), across) if block.inlines else above
        yield block, above * style.rule_share if style.rule else 0.0
