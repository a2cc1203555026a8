"""Blocks made of stretches of a text."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from kehoach.manuscript import Block
from kehoach.reading.finished.lines import SIGNS
from kehoach.reading.finished.markdown import plain
from kehoach.reading.finished.marks import split
from kehoach.reading.finished.pages import BREAK, Pages
from kehoach.reading.finished.trace import Trace, traced
from kehoach.reading.yaml.offsets import normalised
from kehoach.reading.yaml.rawtext import RawText
from kehoach.records import dataclass, field, replace
from kehoach.scalars import OPENING_WORDS
from kehoach.sheet import Cell
from kehoach.written import Scalar

Spans = Sequence[tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Stretch:
    """Where the words of a paragraph stand, and what its source tells of it; *mark* is that of a list."""

    spans: Spans
    mark: str = ""
    level: int = 0
    align: str = ""
    cell: Cell | None = None
    note: str = ""


@dataclass
class Making:
    """A raw *text*, called *file*, of which blocks are made.

    *pages* tells the looks of a text that was written down; without it, signs of Markdown do.
    *paragraphs*: its lines are paragraphs of a Word document.
    """

    text: str
    file: str
    paragraphs: bool = False
    pages: Pages | None = None
    raw: RawText = field(init=False)

    def __post_init__(self) -> None:
        self.raw = RawText(self.text, self.file)

    def made(self, stretch: Stretch) -> Block:
        """The block that *stretch* holds."""
        trace = composed(traced(self.text, stretch.spans))
        drawn = SIGNS.fullmatch(trace.text) is not None
        trace = self._looking(trace, drawn)
        mark, after = ("", 0) if drawn else split(trace.text, stretch.mark)
        words = trace.part(after, len(trace.text))
        bold, italic = words.all(words.bold), words.all(words.italic)
        return Block(
            self._scalar(words),
            mark or stretch.mark,
            bool(stretch.mark) and not mark,
            stretch.level,
            stretch.align,
            bold,
            italic,
            words.emphases(),
            stretch.cell,
            stretch.note,
            len(stretch.spans) > 1,
        )

    def _looking(self, trace: Trace, drawn: bool) -> Trace:
        if self.pages is None:
            return composed(plain(trace, escapes_only=drawn))
        bold, italic = (_within(trace.at, one) for one in (self.pages.bold, self.pages.italic))
        return replace(trace, bold=bold, italic=italic)

    def _scalar(self, words: Trace) -> Scalar:
        place = self.raw.place(words.at[0], words.at[-1])
        if self.paragraphs:
            opening = self.raw.line(place.line)[:OPENING_WORDS].partition(BREAK)[0].strip()
            place = replace(place, words=opening.replace("\N{NO-BREAK SPACE}", " "))
        return Scalar(words.text, place, words.at)


def composed(trace: Trace) -> Trace:
    """*trace* in NFC."""
    text, at = normalised(trace.text, trace.at)
    if text is trace.text:
        return trace
    bold, italic = ({trace.at[i] for i in look} for look in (trace.bold, trace.italic))
    looks = (frozenset(i for i, offset in enumerate(at[:-1]) if offset in look) for look in (bold, italic))
    return Trace(text, at, *looks)


def _within(at: Sequence[int], stretches: Sequence[tuple[int, int]]) -> frozenset[int]:
    """The indexes of *at* that lie in one of the *stretches*, which are in order."""
    if len(at) < 2 or not stretches:
        return frozenset()
    found: set[int] = set()
    for start, end in stretches[max(bisect_right(stretches, (at[0], at[0])) - 1, 0) :]:
        if start > at[-2]:
            break
        found.update(range(bisect_left(at, start, 0, len(at) - 1), bisect_left(at, end, 0, len(at) - 1)))
    return frozenset(found)
