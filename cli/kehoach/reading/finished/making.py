"""Blocks made of stretches of a text."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from kehoach.manuscript import Block
from kehoach.reading.finished.markdown import plain
from kehoach.reading.finished.marks import split
from kehoach.reading.finished.trace import Trace, traced
from kehoach.reading.offsets import normalised
from kehoach.reading.rawtext import RawText
from kehoach.written import Scalar


@dataclass
class Making:
    """A raw *text*, called *file*, of which blocks are made."""

    text: str
    file: str
    raw: RawText = field(init=False)

    def __post_init__(self) -> None:
        self.raw = RawText(self.text, self.file)

    def block(self, spans: Sequence[tuple[int, int]], *, level: int = 0, raw: bool = False) -> Block:
        """The paragraph that stands at *spans*; *raw*: its signs are meant."""
        trace = composed(traced(self.text, spans))
        trace = trace if raw else plain(trace)
        mark, after = ("", 0) if raw else split(trace.text)
        words = trace.part(after, len(trace.text))
        bold, italic = words.all(words.bold), words.all(words.italic)
        emphases = () if bold and italic else words.emphases()
        return Block(
            self.scalar(words),
            mark,
            level=level,
            bold=bold,
            italic=italic,
            emphases=emphases,
            joined=len(spans) > 1,
        )

    def scalar(self, words: Trace) -> Scalar:
        """*words* with their place."""
        return Scalar(words.text, self.raw.place(words.at[0], words.at[-1]), words.at)


def composed(trace: Trace) -> Trace:
    """*trace* in NFC."""
    text, at = normalised(trace.text, trace.at)
    return trace if text is trace.text else Trace(text, at)
