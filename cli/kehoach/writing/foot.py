"""The foot of a document as frames of cells side by side, the same in every format.

Recipients and signature share one row, which no page parts; empty lines bring the recipients level with the
line of the signature that the standard names. The signatures of a joint issue have a row of their own.
"""

from collections.abc import Iterator
from itertools import takewhile

from kehoach.standards.standard import Standard
from kehoach.tree import Element, Foot, Paragraph, Paragraphs, Row
from kehoach.wording import plain
from kehoach.writing.glyphs import wrapped

Frame = tuple[Row, tuple[float, ...]]


def frames(foot: Foot, standard: Standard) -> tuple[Frame, ...]:
    """Recipients beside the signature; or signatures beside one another, and the recipients below. Widths in mm."""
    columns = standard.columns.foot
    first, *others = foot.signatures
    if not others:
        return ((((*_lead(first, standard), *foot.recipients), first), columns),)
    each = sum(columns) / len(foot.signatures)
    return (foot.signatures, (each,) * len(foot.signatures)), ((foot.recipients, ()), columns)


def _lead(signature: Paragraphs, standard: Standard) -> Iterator[Paragraph]:
    level = Element(standard.recipients.level_with)
    if level not in {one.role for one in signature}:
        return
    for above in takewhile(lambda one: one.role != level, signature):
        for _ in wrapped(plain(above.inlines), standard.elements[above.role], standard.columns.foot[-1]):
            yield Paragraph(above.role, ())
