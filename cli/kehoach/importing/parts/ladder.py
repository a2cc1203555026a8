"""The ladder of a document: which numbers stand below which, told by their forms and the order they come in."""

from collections.abc import Iterable, Iterator

from kehoach.importing.parts.words import Words
from kehoach.manuscript import Block
from kehoach.patterns import compiled
from kehoach.phrases.roman import number
from kehoach.records import dataclass

ROMAN = compiled(r"[IVX]+|[LC][IVX]+")
COUNT = compiled(r"\w+")


@dataclass(frozen=True, slots=True)
class Rung:
    """A form of numbers (``I.``, ``1.1.``, ``a)``) and how far inside it usually stands; forms of one weight nest."""

    form: str
    weight: int


PART, ALONE, ROMAN_RUNG, LETTER = 0, 9, Rung("I", 10), Rung("A", 10)
FIGURE, SMALL, INNER, SIDE = 20, 40, 40, 90


def rung(block: Block, words: Words, before: Rung | None = None) -> Rung | None:
    """The rung that the number of *block* shows; *before* is that of the number above it."""
    for weight, part in enumerate(words.text.parts):
        if not block.mark and part.match(block.words.text.strip()):
            return Rung(f"part{weight}", PART + weight)
    counts = COUNT.findall(block.mark)
    if not counts or block.mark == "o":
        return Rung("*", SIDE) if block.mark == "*" else None
    if len(counts) > 1:
        return Rung(f"1{'.1' * (len(counts) - 1)}", FIGURE + len(counts))
    return _single(block.mark, counts[0], before)


def _single(mark: str, count: str, before: Rung | None) -> Rung:
    enclosed = "(" if mark.startswith("(") else ""
    closed = ")" if mark.endswith(")") else "."
    if count.isdigit():
        return Rung("1.", FIGURE) if closed == "." else Rung(f"{enclosed}1)", INNER)
    if enclosed or count.islower():
        return Rung(f"{enclosed}{'i' if len(count) > 1 else 'a'}{closed}", SMALL)
    lettered = before == LETTER and len(count) == 1 and count not in "IVX"
    return ROMAN_RUNG if ROMAN.fullmatch(count) and not lettered and count not in "CDLM" else LETTER


def value(mark: str) -> int | None:
    """What the last count of a mark comes to: 3 for ``2.3.``, ``III.``, ``c)``; None where it has none."""
    counts = COUNT.findall(mark)
    if not counts:
        return None
    last = counts[-1]
    if last.isdigit() or (last.isupper() and ROMAN.fullmatch(last)):
        return number(last)
    return ord(last.lower()) - ord("a") + 1 if len(last) == 1 else None


def depths(rungs: Iterable[Rung]) -> Iterator[int]:
    """The depth of each heading, from 1: below the rungs above it that are not closed by its own."""
    open_rungs: list[Rung] = []
    for one in rungs:
        if one in open_rungs:
            del open_rungs[open_rungs.index(one) :]
        while open_rungs and open_rungs[-1].weight > one.weight:
            open_rungs.pop()
        open_rungs.append(one)
        yield len(open_rungs)
