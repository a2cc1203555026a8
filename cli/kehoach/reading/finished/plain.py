"""Texts, plain or with what Markdown leaves in them, as manuscripts."""

from kehoach.findings import Fault
from kehoach.manuscript import Manuscript
from kehoach.places import Place
from kehoach.reading.finished.cuts import cuts
from kehoach.reading.finished.decoding import decoded
from kehoach.reading.finished.limits import bounded
from kehoach.reading.finished.lines import lines
from kehoach.reading.finished.making import Making
from kehoach.reading.finished.passages import Passages
from kehoach.reading.finished.running import running


def manuscript(data: bytes, file: str) -> Manuscript:
    """The finished document whose text is *data*, called *file*; what is refused of it is raised."""
    text, remarks = decoded(data, file)
    bounded(file, len(text))
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    found = tuple(lines(text))
    known = cuts()
    gone = running(found, known.page_words)
    kept = [line for i, line in enumerate(found) if i not in gone]
    making = Making(text, file)
    blocks = tuple(map(making.made, Passages(text, known).stretches(kept)))
    if gone:
        remarks = (*remarks, Fault("IMP101", Place(file), arguments={"count": str(len(gone))}))
    return Manuscript(file, text, blocks, remarks=remarks)
