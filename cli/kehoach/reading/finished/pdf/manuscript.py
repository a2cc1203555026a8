"""A PDF as a manuscript: its rows as the lines of a text, its paragraphs as blocks."""

from collections.abc import Iterator, Sequence

from kehoach.errors import KehoachError
from kehoach.findings import Fault
from kehoach.manuscript import Block, Manuscript
from kehoach.places import Place
from kehoach.reading.finished.cuts import cuts
from kehoach.reading.finished.fonts import Fonts
from kehoach.reading.finished.lines import Line, lines
from kehoach.reading.finished.making import Making, Stretch
from kehoach.reading.finished.pages import Pages
from kehoach.reading.finished.pdf.flow import Rowed, aligned, paragraphs
from kehoach.reading.finished.pdf.layout import Placed, laid
from kehoach.reading.finished.pdf.pieces import Page, Piece
from kehoach.reading.finished.pdf.process import pages
from kehoach.reading.finished.running import running
from kehoach.records import replace

FEWEST_LETTERS = 20
UNREADABLE = 0.05
TOUCHING = 0.12
MOST_NAMED = 20
PRIVATE = range(0xE000, 0xF900)


def manuscript(data: bytes, file: str) -> Manuscript:
    """The manuscript of the PDF *data*, called *file*.

    Raises ``KehoachError``: what opening it refuses, ``pdf_scanned`` where it has no text, ``pdf_letters_unknown``
    where its letters cannot be told.
    """
    try:
        found = pages(data)
        _readable(found)
    except KehoachError as error:
        error.place = error.place or Place(file)
        raise
    return _manuscript(found, file)


def _manuscript(found: Sequence[Page], file: str) -> Manuscript:
    fonts, written = Fonts(), Pages()
    rowed = list(_rowed(list(laid(found)), written, fonts))
    known = cuts()
    gone = running([one.line for one in rowed], known.page_words)
    kept = [one for i, one in enumerate(rowed) if i not in gone]
    text = written.text.removesuffix("\n")
    making = Making(text, file, False, written)
    aligns = aligned(kept)
    blocks = tuple(_block(making, held, aligns[held[0].line.start]) for held in paragraphs(kept, known))
    remarks = [*fonts.remarks(file), *_remarks(found, file)]
    if gone:
        remarks.insert(0, Fault("IMP101", Place(file), arguments={"count": str(len(gone))}))
    return Manuscript(file, text, blocks, remarks=tuple(remarks))


def _rowed(found: Sequence[Placed], written: Pages, fonts: Fonts) -> Iterator[Rowed]:
    """Each row, written down as a line."""
    for one in found:
        start = written.length
        for i, piece in enumerate(one.row.pieces):
            if i and not _touch(one.row.pieces[i - 1], piece):
                written.add(" ")
            written.add(fonts.read(piece.text, piece.font).rstrip("\n"), piece.bold, piece.italic)
        words = written.since(start)
        written.end()
        line = next(lines(("\f" if one.begins else "") + words), None)
        if line:
            shift = start - one.begins
            yield Rowed(one, _moved(line, shift))


def _moved(line: Line, by: int) -> Line:
    return replace(line, start=line.start + by, end=line.end + by)


def _touch(one: Piece, other: Piece) -> bool:
    """Whether no blank stands between two pieces: they differ in nothing but their look."""
    return other.left - one.right < TOUCHING * (one.bottom - one.top)


def _block(making: Making, held: Sequence[Rowed], align: str) -> Block:
    first = held[0]
    spans = tuple((one.line.start, one.line.end) for one in held)
    return making.made(Stretch(spans, align=align, cell=first.placed.cell))


def _readable(found: Sequence[Page]) -> None:
    """Refuse a document without words, and one whose letters are only pictures of letters."""
    words = "".join(piece.text for page in found for piece in page.pieces)
    letters = [char for char in words if not char.isspace()]
    if len(letters) < FEWEST_LETTERS:
        raise KehoachError("pdf_scanned" if any(page.pictures for page in found) else "document_empty")
    unknown = sum(char == "\ufffd" or ord(char) in PRIVATE for char in letters)
    if unknown > UNREADABLE * len(letters):
        raise KehoachError("pdf_letters_unknown")


def _remarks(found: Sequence[Page], file: str) -> Iterator[Fault]:
    """Pages that are only pictures, and text that a machine has read from pictures."""
    blank = [str(number) for number, page in enumerate(found, 1) if page.pictures and not page.pieces]
    if blank:
        yield Fault("IMP109", Place(file), arguments={"pages": ", ".join(blank[:MOST_NAMED])})
    if any(page.unseen and page.pictures for page in found):
        yield Fault("IMP110", Place(file))
