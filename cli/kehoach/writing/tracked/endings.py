"""Which end of a paragraph is said to be new where a row of paragraphs goes on from the words of one that stayed."""

from collections.abc import MutableSequence, Sequence
from itertools import takewhile
from xml.etree.ElementTree import Element

from kehoach.writing.tracked.markup import Marks, local, marked_end, properties, tag, unmarked_end
from kehoach.writing.tracked.paragraphs import restyled


def shared_ends(blocks: MutableSequence[Element], marks: Marks) -> None:
    """Where words were added at the end of a paragraph and whole paragraphs behind it, let the old end close the last.

    So Word itself marks what is typed on from the end of a paragraph; LibreOffice, taking such an addition back,
    would else take the old end with it.
    """
    for n, one in enumerate(blocks):
        added = list(takewhile(_added, blocks[n + 1 :])) if _continued(one) else []
        if added:
            _share(one, added, marks)


def _share(first: Element, added: Sequence[Element], marks: Marks) -> None:
    last, held = added[-1], properties(first, "pPr")
    was = held.find(f"{tag('pPrChange')}/{tag('pPr')}") if held is not None else None
    unmarked_end(last, "ins")
    restyled(last, held if was is None else was, marks)
    if held is not None:
        for change in held.findall(tag("pPrChange")):
            held.remove(change)
    marked_end(first, marks, "ins")


def _continued(block: Element) -> bool:
    """Whether *block* is a paragraph that stayed and that ends in added words."""
    return local(block) == "p" and len(block) > 0 and local(block[-1]) == "ins" and not _ended(block)


def _added(block: Element) -> bool:
    """Whether *block* is a new paragraph with words; one that ends a section keeps its end to itself."""
    return local(block) == "p" and _ended(block) and local(block[-1]) == "ins"


def _ended(block: Element) -> bool:
    """Whether the end of the paragraph *block* was added or deleted."""
    return any(block.find(f"{tag('pPr')}/{tag('rPr')}/{tag(name)}") is not None for name in ("ins", "del"))
