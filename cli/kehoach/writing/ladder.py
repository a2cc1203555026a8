"""Which headings Word may number by itself, because its list shows the number that the document wants."""

from collections.abc import Iterator, Sequence

from kehoach.patterns import compiled
from kehoach.phrases.roman import roman
from kehoach.standards.standard import Standard
from kehoach.tree import Heading

PART = compiled(r"[0-9A-Za-z]+")
FORMATS = {"1": "decimal", "I": "upperRoman", "i": "lowerRoman", "A": "upperLetter", "a": "lowerLetter"}


def parts(number: str) -> list[str]:
    """The counters in the form of a number: ``1.1.`` has two; each is ``1``, ``I``, ``A`` or ``a``."""
    return PART.findall(number)


def pattern(number: str, level: int) -> str:
    """The form *number* of *level* (from 1) as Word writes it: ``%2.%3.``."""
    first = level - len(parts(number)) + 1
    counters = iter(range(first, level + 1))
    return PART.sub(lambda _: f"%{next(counters)}", number)


def automatic(headings: Sequence[Heading], standard: Standard) -> Iterator[bool]:
    """For each heading in turn, whether the list of the standard's ladder shows just its number.

    The others are typed out and leave the list as it is, so that it never shows a wrong number.
    """
    counts = [0] * len(standard.ladder)
    for heading in headings:
        trial = _advanced(counts, heading.level)
        fits = heading.level <= len(counts) and _shown(standard, heading.level, trial) == heading.number
        counts = trial if fits else counts
        yield fits


def _advanced(counts: list[int], level: int) -> list[int]:
    return [*counts[: level - 1], *(n + 1 for n in counts[level - 1 : level]), *([0] * (len(counts) - level))]


def _shown(standard: Standard, level: int, counts: list[int]) -> str:
    form = standard.ladder[level - 1].number
    if not parts(form):
        return ""
    counters = iter(counts[level - len(parts(form)) : level])
    return PART.sub(lambda sample: _counter(sample[0], next(counters)), form)


def _counter(sample: str, count: int) -> str:
    if not count:
        return "?"
    match FORMATS.get(sample):
        case "upperRoman":
            return roman(count)
        case "lowerRoman":
            return roman(count).lower()
        case "upperLetter" | "lowerLetter":
            return chr(ord(sample) + count - 1) if count <= 26 else "?"
        case _:
            return str(count)
