"""Texts, plain or with what Markdown leaves in them, as manuscripts."""

import re
from collections.abc import Iterator, Sequence

from kehoach.findings import Fault
from kehoach.manuscript import Block, Manuscript
from kehoach.places import Place
from kehoach.reading.finished.cuts import cuts
from kehoach.reading.finished.decoding import decoded
from kehoach.reading.finished.joining import paragraphs
from kehoach.reading.finished.lines import Line, lines
from kehoach.reading.finished.making import Making, Stretch
from kehoach.reading.finished.running import running

HEADING = re.compile(r"(#{1,6})\s+(.*?)(?:\s+#+)?$", re.DOTALL)


def manuscript(data: bytes, file: str) -> Manuscript:
    """The finished document whose text is *data*, called *file*; what decoding it refuses is raised."""
    text, remarks = decoded(data, file)
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    found = tuple(lines(text))
    known = cuts()
    gone = running(found, known.page_words)
    kept = [line for i, line in enumerate(found) if i not in gone]
    making = Making(text, file)
    blocks = tuple(block for held in paragraphs(kept, known) for block in _blocks(making, held))
    if gone:
        remarks = (*remarks, Fault("IMP101", Place(file), arguments={"count": str(len(gone))}))
    return Manuscript(file, text, blocks, remarks=remarks)


def _blocks(making: Making, held: Sequence[Line]) -> Iterator[Block]:
    first = held[0]
    heading = HEADING.match(making.text, first.start, first.end) if first.heading else None
    if heading:
        yield making.made(Stretch((heading.span(2),), level=len(heading[1])))
    else:
        yield making.made(Stretch(tuple((line.start, line.end) for line in held), raw=first.signs))
