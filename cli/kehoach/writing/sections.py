"""The pages of a document in stretches that lie the same way and count together."""

from collections.abc import Iterator
from itertools import chain, groupby, takewhile

from kehoach.records import dataclass, replace
from kehoach.tree import Annex, Block, Blocks, Element, Landscape, Paragraph

# The head of an annex lies as its first page does.
HEAD = frozenset(
    {Element.ANNEX_ISSUER, Element.ANNEX_NUMBER, Element.ANNEX_TITLE, Element.ANNEX_REFERENCE, Element.DASHES}
)


@dataclass(frozen=True, slots=True)
class Section:
    """Pages of one orientation; *starts*: its first page is one without a number, where a count begins."""

    blocks: Blocks
    landscape: bool
    starts: bool


def sections(blocks: Blocks, own_numbers: bool = True) -> Iterator[Section]:
    """The sections of *blocks*, in order: the document itself, then each annex, parted where the sheet turns.

    With *own_numbers* the pages of each annex are counted from one.
    """
    for count, section in enumerate(_stretches(blocks)):
        yield section if own_numbers or not count else replace(section, starts=False)


def _stretches(blocks: Blocks) -> Iterator[Section]:
    for is_annex, group in groupby(blocks, key=lambda block: isinstance(block, Annex)):
        stretch = tuple(group)
        for one in (block.blocks for block in stretch if isinstance(block, Annex)) if is_annex else (stretch,):
            yield from _turned(one)


def _turned(blocks: Blocks) -> Iterator[Section]:
    head = tuple(takewhile(lambda block: isinstance(block, Paragraph) and block.role in HEAD, blocks))
    body = blocks[len(head) :]
    if head and body and isinstance(body[0], Landscape):
        body = (Landscape((*head, *body[0].blocks)), *body[1:])
    else:
        body = blocks
    starts = True
    for sideways, group in groupby(body, key=lambda block: isinstance(block, Landscape)):
        yield Section(tuple(chain.from_iterable(map(_unwrapped, group))), sideways, starts)
        starts = False


def _unwrapped(block: Block) -> Blocks:
    return block.blocks if isinstance(block, Landscape) else (block,)
