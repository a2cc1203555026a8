"""Amounts that a line counts, and whether two of them count the same."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import repeat

from kehoach.findings import Fault
from kehoach.patterns import CAPITALS, compiled
from kehoach.phrases import quantity
from kehoach.phrases.lexicon import Lexicon
from kehoach.phrases.quantity import Counting, Found, Op, Quantity, number_written
from kehoach.phrases.remembering import remembered
from kehoach.records import dataclass
from kehoach.rules.prose.prose import prose
from kehoach.rules.view import View
from kehoach.written import Written

PERSONS = "persons"
# Neither a piece of a date, of a span of years, of a document's number or of a word, nor a share.
_FIGURE = compiled(r"\d(?<![\w/.,-]\d)(?!(?<=[12])[09]\d\d ?[-–])[\d.,]*+(?![/%])")
SENTENCE_END = compiled(rf"[.!?…][”\"*)]*(?=\s+[“\"*(]*[{CAPITALS}])|$")


@dataclass(frozen=True, slots=True)
class Slip:
    """What is wrong from *start* to *end* of a line, with what a message says about it."""

    code: str
    start: int
    end: int
    arguments: tuple[tuple[str, str], ...]


Reader = Callable[[str, Lexicon], Sequence[Slip]]
_READERS: dict[Reader, Callable[[str, Lexicon], bool]] = {}


def reader(may: Callable[[str, Lexicon], bool]) -> Callable[[Reader], Reader]:
    """Enter what reads the slips of a line, to be asked only where the wording of a line *may* hold one."""

    def entered(read: Reader) -> Reader:
        _READERS[read] = may
        return read

    return entered


def slips(read: Reader, file: Written, view: View) -> Iterator[Fault]:
    """What *read* finds wrong in the lines of *file*."""
    told = prose(file, view)
    for begin, line in view.once(_asked, file).get(read, ()):
        for slip in read(line, view.lexicon):
            yield told.fault(slip.code, begin + slip.start, begin + slip.end, **dict(slip.arguments))


def _asked(file: Written, view: View) -> Mapping[Reader, Sequence[tuple[int, str]]]:
    """The lines that each reader is asked for, with where they begin."""
    told, found = prose(file, view), defaultdict[Reader, list[tuple[int, str]]](list)
    readers = map(_readers, told.wordings, repeat(view.lexicon))
    for start, line, asked in zip(told.starts, told.lines, readers, strict=True):
        for read in asked:
            found[read].append((start, line))
    return found


@remembered
def _readers(wording: str, lexicon: Lexicon) -> tuple[Reader, ...]:
    """Those who are asked for the lines of a *wording*; most lines have one that is known."""
    return tuple(read for read, may in _READERS.items() if may(wording, lexicon))


def figures(line: str) -> int:
    """How many numbers of *line* can be amounts; quickly told, and never too few."""
    return len(_FIGURE.findall(line))


@remembered
def amounts(line: str, lexicon: Lexicon) -> tuple[Found, ...]:
    """The single amounts of *line*: no shares, no ranges, no growth, nothing that comes again and again."""
    return tuple(found for found in singles(line, lexicon) if not found.quantity.every)


def singles(line: str, lexicon: Lexicon) -> tuple[Found, ...]:
    """The amounts of *line* with those that come again and again (*mỗi đợt 300 đơn vị máu*)."""
    return tuple(found for found in quantity.find(line, lexicon) if _single(found.quantity))


def _single(known: Quantity) -> bool:
    return not (known.percent or known.growth) and known.high is None


def floor(known: Quantity) -> bool:
    """Whether *known* is said as such or as a least, so that it can be added."""
    return known.op is Op.AT_LEAST


def alike(whole: Quantity, part: Quantity, lexicon: Lexicon) -> bool:
    """Whether *part* may be a piece of *whole*: 250 *cây* of 600 *cây xanh*, 20 *triệu đồng* of 27, 5 *đồng chí* of 9
    *đại biểu*."""
    if whole.counting is not part.counting:
        return False
    if whole.money:
        return True
    ours, theirs = whole.measure.split(), part.measure.split()
    if not ours or not theirs:
        return False
    if ours[0] != theirs[0]:
        return persons(whole, part) and part.measure.startswith(lexicon.words("reckoning", "anybody"))
    short = len(ours) == 1 or len(theirs) == 1 or ours[1].rstrip(",;:") == theirs[1].rstrip(",;:")
    return short or whole.counting is Counting.TIMES or ours[0] in lexicon.words("reckoning", "counters")


def persons(*known: Quantity) -> bool:
    """Whether each of *known* counts persons."""
    return all(one.counting is Counting.PERSONS or one.sort == PERSONS for one in known)


def sentence_end(line: str, at: int) -> int:
    """Where the sentence that holds *at* ends in *line*."""
    match = SENTENCE_END.search(line, at)
    return match.start() if match else len(line)


def within(found: tuple[Found, ...], start: int, end: int) -> Iterator[Found]:
    """Those of *found* whose numbers stand from *start* to *end*."""
    return (one for one in found if start <= one.start + one.quantity.number_span[0] and one.end <= end)


def written(value: Fraction) -> str:
    """*value* as numbers are written, rounded where it does not come out even."""
    try:
        return number_written(value)
    except ValueError:
        return str(float(value))
