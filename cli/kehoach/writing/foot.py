"""The foot of a document as frames of cells side by side, the same in every format.

Recipients and signature share one row, which no page parts; empty lines bring the recipients level with the
line of the signature that the standard names. The signatures of a joint issue have a row of their own, in which empty
lines bring offices and names level.
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
    levelled = _levelled(foot.signatures, standard, each)
    return (levelled, (each,) * len(foot.signatures)), ((foot.recipients, ()), columns)


def _levelled(signatures: Row, standard: Standard, across: float) -> Row:
    for role in (Element.AUTHORITY, Element.OFFICE):
        most = max(_height(one, role, standard, across) for one in signatures)
        signatures = tuple(_filled(one, role, most - _height(one, role, standard, across)) for one in signatures)
    return signatures


def _height(signature: Paragraphs, role: Element, standard: Standard, across: float) -> int:
    """How many lines the paragraphs of *role* take."""
    held = (one for one in signature if one.role == role)
    return sum(len(wrapped(plain(one.inlines), standard.elements[role], across)) for one in held)


def _filled(signature: Paragraphs, role: Element, lines: int) -> Paragraphs:
    """*signature* with empty *lines* behind what stands above the office, or above the name."""
    below = (Element.NAME,) if role is Element.OFFICE else (Element.OFFICE, Element.NAME)
    at = next((n for n, one in enumerate(signature) if one.role in below), len(signature))
    return (*signature[:at], *(Paragraph(role, ()),) * lines, *signature[at:])


def _lead(signature: Paragraphs, standard: Standard) -> Iterator[Paragraph]:
    level = Element(standard.recipients.level_with)
    if level not in {one.role for one in signature}:
        return
    for above in takewhile(lambda one: one.role != level, signature):
        for _ in wrapped(plain(above.inlines), standard.elements[above.role], standard.columns.foot[-1]):
            yield Paragraph(above.role, ())
