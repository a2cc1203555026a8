"""Titles that stand in several lines put together."""

from collections.abc import Iterable, Iterator

from kehoach.importing.parts.told import capitals, numbered, told
from kehoach.importing.parts.words import Words
from kehoach.manuscript import Block
from kehoach.records import replace
from kehoach.scalars import joined

# A line in capitals that is shorter did not end for want of room.
FULL_LINE = 38


def whole_titles(blocks: Iterable[Block], words: Words, *, wrapped: bool) -> Iterator[Block]:
    """*blocks*, a part's number (``PHẦN THỨ NHẤT``) and the title on the line below it made one.

    *wrapped*: lines may have ended for want of room, and a numbered title in capitals go on in the next one.
    """
    held: Block | None = None
    last = 0
    for block in blocks:
        if held is not None and (_heads(held, block, words) or (wrapped and _wraps(held, last, block, words))):
            held = replace(held, words=joined((held.words, block.words), " "), joined=True)
        else:
            if held is not None:
                yield held
            held = block
        last = len(block.words.text)
    if held is not None:
        yield held


def _heads(block: Block, below: Block, words: Words) -> bool:
    """Whether *block* says nothing but the number of a part, and *below* may be its title."""
    text = below.words.text.strip()
    number = (
        not block.mark and not block.cell and any(part.fullmatch(block.words.text.strip()) for part in words.text.parts)
    )
    named = _is_plain(below, words) and not any(part.match(text) for part in words.text.parts)
    return number and named and (capitals(text) or below.bold)


def _wraps(block: Block, last: int, below: Block, words: Words) -> bool:
    """Whether *below* goes on with the numbered title in capitals of whose last line *last* is the length."""
    text = block.words.text.rstrip()
    open_quote = text.count("“") > text.count("”")
    titled = numbered(block) and capitals(text) and not text.endswith((".", ":", ";"))
    return titled and (open_quote or last >= FULL_LINE) and capitals(below.words.text) and _is_plain(below, words)


def _is_plain(block: Block, words: Words) -> bool:
    return not block.mark and not block.cell and not block.note and told(block, words) is None
