"""Word documents as manuscripts: their paragraphs as printed, with boxes and notes where they are hung up."""

from collections.abc import Iterator, Sequence
from itertools import chain

from kehoach.errors import KehoachError
from kehoach.findings import Fault
from kehoach.manuscript import Manuscript
from kehoach.places import Place
from kehoach.reading.docx.body import Placed, placed
from kehoach.reading.docx.document import Document
from kehoach.reading.docx.markup import child, integer
from kehoach.reading.docx.package import Package
from kehoach.reading.docx.properties import of_paragraph
from kehoach.reading.finished.cuts import Cuts, cuts
from kehoach.reading.finished.fonts import Fonts
from kehoach.reading.finished.hanging import Notes, boxes
from kehoach.reading.finished.joining import paragraphs
from kehoach.reading.finished.limits import bounded
from kehoach.reading.finished.lines import Line, lines
from kehoach.reading.finished.making import Making, Stretch
from kehoach.reading.finished.margins import only_there
from kehoach.reading.finished.pages import BREAK, Pages
from kehoach.reading.finished.survey import remarks, survey
from kehoach.records import dataclass, field
from kehoach.sheet import Paragraph

MACROS = "vbaProject"
OUTLINES = 9


def manuscript(data: bytes, file: str) -> Manuscript:
    """The manuscript of the Word document *data*, called *file*; tracked changes are taken as accepted.

    Raises ``KehoachError``: what ``reading.docx`` refuses, ``document_with_macros``, ``document_too_long``.
    """
    try:
        package = Package.of(data, file)
        if any(MACROS in name for name in package.archive.NameToInfo):
            raise KehoachError("document_with_macros")
        return _Reading(Document.of(package), file).manuscript()
    except KehoachError as error:
        error.place = error.place or Place(file)
        raise


@dataclass
class _Reading:
    """A document while its paragraphs are written down; *waiting* are words whose paragraph lost its end."""

    document: Document
    file: str
    pages: Pages = field(default_factory=Pages)
    found: list[Stretch] = field(default_factory=list)
    fonts: Fonts = field(default_factory=Fonts)
    words: Cuts = field(default_factory=cuts)
    waiting: list[tuple[int, int]] = field(default_factory=list)
    notes: Notes = field(init=False)

    def __post_init__(self) -> None:
        self.notes = Notes.of(self.document)

    def manuscript(self) -> Manuscript:
        """All of it."""
        for number, one in self.document.counted():
            bounded(self.file, self.pages.length, number)
            self._paragraph(number, one)
            self._hung(number, one)
            self.pages.end()
        text = self.pages.text.removesuffix("\n")
        making = Making(text, self.file, True, self.pages)
        return Manuscript(self.file, text, tuple(map(making.made, self.found)), True, tuple(self._remarks(text)))

    def _hung(self, number: int, one: Placed) -> None:
        """What hangs on the paragraph: text boxes, then notes; it stands on its line."""
        for box in boxes(one.element):
            for inner in placed(box):
                self.pages.add(BREAK)
                self._paragraph(number, Placed(inner.element, inner.cell or one.cell, inner.table_style))
        for mark, note in self.notes.of_paragraph(one.element):
            for inner in placed(note):
                self.pages.add(BREAK)
                self._paragraph(number, inner, mark)

    def _paragraph(self, number: int, one: Placed, note: str = "") -> None:
        """Write the paragraph down, a stretch for each of its parts that a typed line end parts."""
        paragraph = self.document.body.paragraph(one, number, 0)
        start = self.pages.length
        for run in paragraph.runs:
            self.pages.add(self.fonts.read(run.text, run.family), run.bold, run.italic)
        whole = self.pages.since(start)
        parts = [[(start + line.start, start + line.end) for line in held] for held in self._lines(whole)]
        if parts:
            parts[0] = self.waiting + parts[0]
            self.waiting = []
        if parts and child(one.element, "pPr", "rPr", "del") is not None:
            self.waiting = parts.pop()
        self.found += self._stretches(paragraph, parts, self._level(one), note)

    def _lines(self, whole: str) -> Iterator[Sequence[Line]]:
        return paragraphs(tuple(lines(whole.replace(BREAK, "\n"))), self.words)

    @staticmethod
    def _stretches(
        paragraph: Paragraph, parts: Sequence[Sequence[tuple[int, int]]], level: int, note: str
    ) -> Iterator[Stretch]:
        for i, spans in enumerate(parts):
            mark = "" if i else paragraph.mark
            yield Stretch(tuple(spans), mark, level, paragraph.layout.align, paragraph.cell, note)

    def _level(self, one: Placed) -> int:
        """The depth of the heading that it is, by the outline of its style or its own; else 0."""
        direct = of_paragraph(child(one.element, "pPr"))
        styled, _ = self.document.body.styles.of(direct.get("style"), one.table_style)
        outline = direct.get("outline", styled.get("outline"))
        level = integer(outline, OUTLINES)
        return level + 1 if 0 <= level < OUTLINES else 0

    def _remarks(self, text: str) -> Iterator[Fault]:
        yield from self.fonts.remarks(self.file)
        roots = chain((self.document.root,), self.notes.read)
        counted = [survey(root) for root in roots]
        total = {key: sum(one.get(key, 0) for one in counted) for key in chain.from_iterable(counted)}
        yield from remarks(total, self.document.body.hidden, self.file)
        yield from only_there(self.document, text, self.file)
