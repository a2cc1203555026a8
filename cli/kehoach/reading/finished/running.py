"""Page numbers and running heads: lines that belong to the sheets and not to the text."""

import re
from collections import Counter
from collections.abc import Sequence, Set

from kehoach.patterns import compiled
from kehoach.reading.finished.lines import Line

DRESSED = compiled(r"[-–—~]\s*[0-9]{1,3}\s*[-–—~]|[0-9]{1,3}\s?/\s?[0-9]{1,3}|\[\s?[0-9]{1,3}\s?\]")
BARE = compiled(r"\*{0,2}([0-9]{1,3})\*{0,2}")
DIGITS = compiled(r"[0-9]+")
# A sheet holds more than this; two numbers that stand nearer are no page numbers.
LETTERS_A_PAGE = 600
REPEATED = 3
EDGE = 2


def running(found: Sequence[Line], words: Sequence[str]) -> Set[int]:
    """The indexes of the lines of *found* that are page numbers or running heads; *words* stand before the number."""
    numbers = _dressed(found, words) | _counted(found)
    return numbers | _heads(found, numbers)


def _dressed(found: Sequence[Line], words: Sequence[str]) -> set[int]:
    spelt = compiled(
        rf"(?:{'|'.join(map(re.escape, words))})\s*[0-9]{{1,3}}(?:\s*[/|\w]+\s*[0-9]{{1,3}})?", re.IGNORECASE
    )
    return {
        i
        for i, line in enumerate(found)
        if len(line.text) < 24 and (DRESSED.fullmatch(line.text) or spelt.fullmatch(line.text))
    }


def _counted(found: Sequence[Line]) -> set[int]:
    """Bare numbers that count on, a page's text between two; a lone one only where a page begins or ends."""
    bare = [(i, int(match[1])) for i, line in enumerate(found) if (match := BARE.fullmatch(line.text))]
    chain: list[tuple[int, int]] = []
    chains: list[list[tuple[int, int]]] = []
    for i, count in bare:
        if chain and count == chain[-1][1] + 1 and found[i].start - found[chain[-1][0]].start > LETTERS_A_PAGE:
            chain.append((i, count))
        elif not chain or count in {1, 2}:
            chain = [(i, count)]
            chains.append(chain)
    gone = {i for one in chains if len(one) > 1 for i, _ in one}
    return gone | {i for i, _ in bare if _at_an_edge(found, i)}


def _at_an_edge(found: Sequence[Line], i: int) -> bool:
    after = found[i + 1] if i + 1 < len(found) else None
    if found[i].page or (after and after.page):
        return True
    return bool(
        after and i and after.text[0].islower() and found[i - 1].text[-1].isalnum() and after.gap + found[i].gap
    )


def _heads(found: Sequence[Line], numbers: Set[int]) -> set[int]:
    """Lines that come again at the edges of most pages, or beside most page numbers."""
    edges = {i + step for i in numbers for step in (-1, 1)} | _edges(found)
    shapes = {i: DIGITS.sub("0", found[i].text) for i in edges - numbers if 0 <= i < len(found)}
    often = Counter(shapes.values())
    pages = max(sum(line.page for line in found), len(numbers))
    return {i for i, shape in shapes.items() if often[shape] >= max(REPEATED, pages / 2) and not found[i].signs}


def _edges(found: Sequence[Line]) -> set[int]:
    """The first and last lines of each page, where the text tells its pages."""
    starts = [i for i, line in enumerate(found) if line.page and i]
    return {at for i in starts for at in range(i - EDGE, i + EDGE)}
