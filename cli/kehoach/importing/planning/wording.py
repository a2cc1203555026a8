"""The words of a block as a text of a plan: inline Markdown, with what stands out in it."""

from collections.abc import Iterator

from kehoach.importing.planning.making import spliced
from kehoach.manuscript import Block, Emphasis
from kehoach.written import Scalar

INSIDE = frozenset("“”\"‘’'()[]«»")


def worded(block: Block, *, plain: bool = False) -> Scalar:
    """The words of *block*, escaped; *plain*: without bold and italic."""
    return spliced(block.words, () if plain else tuple(_marks(block)))


def _marks(block: Block) -> Iterator[tuple[int, str]]:
    """The signs of bold and italic, where Markdown can show them, each with the code point that it stands before."""
    text, until = block.words.text, 0
    for emphasis in sorted(block.emphases, key=lambda one: (one.start, -one.end)):
        start, end = _trimmed(text, emphasis)
        if start < until or end <= start or (start, end) == (0, len(text)) or not _free(text, start, end):
            continue
        sign = "*" * (2 * emphasis.bold + emphasis.italic)
        yield start, sign
        yield end, sign
        until = end + 1


def _trimmed(text: str, emphasis: Emphasis) -> tuple[int, int]:
    """The stretch without spaces at its ends, and without signs that would keep Markdown from seeing it."""
    start, end = max(0, emphasis.start), min(len(text), emphasis.end)
    while start < end and not (text[start].isalnum() or text[start] in INSIDE):
        start += 1
    while end > start and not (text[end - 1].isalnum() or text[end - 1] in "%)”"):
        end -= 1
    return start, end


def _free(text: str, start: int, end: int) -> bool:
    """Whether the signs around the stretch would be read as emphasis: by CommonMark's rules of what they touch."""
    before, after = text[start - 1 : start], text[end : end + 1]
    opens = not before.isalnum() or text[start].isalnum()
    closes = not after.isalnum() or text[end - 1].isalnum()
    return opens and closes and "*" not in text[start:end]
