"""The foot of a document as frames of cells side by side, the same in every format.

Recipients and signature share one row, which no page parts; empty lines bring the recipients level with the
line of the signature that the standard names. The signatures of a joint issue have a row of their own.
"""

from collections.abc import Iterator
from itertools import takewhile

from kehoach.standards.standard import Standard
from kehoach.tree import Element, Foot, Paragraph, Paragraphs, Row
from kehoach.wording import plain
from kehoach.writing.glyphs import width

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
        for _ in range(_lines(above, standard)):
            yield Paragraph(above.role, ())


def _lines(paragraph: Paragraph, standard: Standard) -> int:
    style, across = standard.elements[paragraph.role], standard.columns.foot[-1]
    count = 0
    for line in plain(paragraph.inlines).split("\n"):
        run = ""
        count += 1
        for word in line.split(" "):
            longer = f"{run} {word}".strip()
            full = bool(run) and width(longer, style) > across
            count, run = (count + 1, word) if full else (count, longer)
    return count
