"""Lines put together to paragraphs again, where the width of the lines or the end of a page had parted them."""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from kehoach.patterns import compiled
from kehoach.reading.finished.cuts import Cuts
from kehoach.reading.finished.lines import Line
from kehoach.reading.finished.trace import CUT_WITHIN

Lines = tuple[Line, ...]
FINAL = compiled(r"[.!?:;…][\"'”’»)\]*_]*$")
# A span of years, and words in brackets, that the end of a line cut.
SPAN_BEGUN, SPAN_ENDED = compiled(r"[0-9]{4}$"), compiled(r"[-–] ?[0-9]{4}\b")
OPENED, CLOSED = compiled(r"\([^()]*$"), compiled(r"[^()]*\)")
QUOTED, UNQUOTED = compiled(r"“[^“”]*$"), compiled(r"[^“”]*”")
LAST_WORD = compiled(r"([^\W\d_]+)\W*$")
# A text whose lines end by their width: most are this long at most, and many go on in small letters.
WIDEST = 150
ENOUGH = 8
SHARE = 0.12
FULL = 0.8
FAR = 3


def paragraphs(found: Sequence[Line], cuts: Cuts) -> Iterator[Lines]:
    """The lines of each paragraph."""
    width, usual_gap = _wrapping(found)
    held: list[Line] = []
    for line in found:
        if (held and goes_on(held[-1], line, cuts, len(held) == 1)) or (
            held and width and line.gap <= usual_gap and _full(held[-1], line, width)
        ):
            held.append(line)
        else:
            if held:
                yield tuple(held)
            held = [line]
    if held:
        yield tuple(held)


def goes_on(last: Line, line: Line, cuts: Cuts, first: bool = False) -> bool:
    """Whether *line* goes on with the sentence of *last*, by its words; *first*: *last* begins a paragraph."""
    if _apart(last) or _apart(line) or line.gap > FAR:
        return False
    if SPAN_BEGUN.search(last.text) and SPAN_ENDED.match(line.text):
        return True
    if line.mark:
        return False
    ended = last.text.endswith(".") and line.text[0].isupper()
    if (first and last.bare_mark) or (CUT_WITHIN.search(last.text) and not ended):
        return True
    if line.gap <= 1 and (_within(last.text, line.text) or _names(last.text, line.text, cuts)):
        return True
    if FINAL.search(last.text) or last.capitals:
        return False
    begins = line.text.lstrip("*_(“\"'")[:1]
    return begins.islower() or (_open(last, begins, cuts) and not line.capitals)


def _within(last: str, line: str) -> bool:
    """Whether brackets or quotation marks that *last* opened close in *line*."""
    pairs = (OPENED, CLOSED), (QUOTED, UNQUOTED)
    return any(opened.search(last) and closed.match(line) for opened, closed in pairs)


def _names(last: str, line: str, cuts: Cuts) -> bool:
    """Whether a name begins at the end of *last* and ends in *line*."""
    parted = cuts.parted_names.get(last.rpartition(" ")[2], ())
    return any(last.endswith(begun) and line.startswith(rest) for begun, rest in parted)


def _open(last: Line, begins: str, cuts: Cuts) -> bool:
    word = LAST_WORD.search(last.text)
    if word is None or not last.text.endswith(word[1]):
        return False
    return word[1] in cuts.open_words or (begins.isdigit() and word[1] in cuts.before_figures)


def _apart(line: Line) -> bool:
    return line.row or line.signs or line.heading


def _full(last: Line, line: Line, width: int) -> bool:
    """Whether *last* ended because the first word of *line* had no room in it."""
    if _apart(last) or _apart(line) or line.mark or last.capitals != line.capitals or line.indent > last.indent + 2:
        return False
    return last.indent + len(last.text) + len(line.text.split()[0]) >= width * FULL


def _wrapping(found: Sequence[Line]) -> tuple[int, int]:
    """The width that lines were cut at, and how many empty lines stand between them; 0 where they were not cut."""
    lengths = sorted(line.indent + len(line.text) for line in found)
    if len(lengths) < ENOUGH or lengths[len(lengths) * 98 // 100] > WIDEST:
        return 0, 0
    gaps = Counter(line.gap for last, line in pairwise(found) if line.text[0].islower() and not FINAL.search(last.text))
    if sum(gaps.values()) < SHARE * len(found):
        return 0, 0
    return lengths[len(lengths) * 95 // 100], gaps.most_common(1)[0][0]
