"""A Word document as a sheet: the one way in."""

from collections.abc import Iterator
from itertools import count
from xml.etree.ElementTree import Element

from kehoach.errors import KehoachError
from kehoach.places import Place
from kehoach.reading.docx.body import Body, Placed, placed
from kehoach.reading.docx.markup import child, millimetres, name, on, value
from kehoach.reading.docx.numbering import counting
from kehoach.reading.docx.package import Package
from kehoach.reading.docx.sections import section
from kehoach.reading.docx.styles import styles
from kehoach.reading.docx.words import fonts
from kehoach.records import dataclass
from kehoach.sheet import Paragraph, Paragraphs, Section, Sheet

TEXT_BOX = "txbxContent"
NOTES = ("footnotes", "endnotes")
USUAL_TAB = 12.7


def read(data: bytes, file: str) -> Sheet:
    """The Word document *data*, called *file*, as it is laid out.

    Raises ``KehoachError``: ``docx_unreadable``, ``docx_old_or_locked``, ``docx_too_large``, ``docx_too_deep``.
    """
    try:
        return Document.of(Package.of(data, file)).sheet()
    except KehoachError as error:
        error.place = error.place or Place(file)
        raise


@dataclass
class Document:
    """A package whose parts are known by what they are for (``styles``, ``numbering`` …)."""

    package: Package
    root: Element
    related: dict[str, tuple[str, str]]
    parts: dict[str, str]
    body: Body

    @classmethod
    def of(cls, package: Package) -> "Document":
        """The document that *package* holds; ``docx_unreadable`` where it holds none."""
        main = next((target for kind, target in package.related("").values() if kind == "officeDocument"), "")
        root = package.part(main)
        if root is None or name(root) != "document":
            raise KehoachError("docx_unreadable")
        related = package.related(main)
        parts = {kind: target for kind, target in related.values()}
        lists = counting(package.part(parts.get("numbering", "")))
        known = styles(package.part(parts.get("styles", "")), lists.indents)
        return cls(package, root, related, parts, Body(known, fonts(package.part(parts.get("theme", ""))), lists))

    def sheet(self) -> Sheet:
        """The document as it is laid out."""
        sections: list[Section] = []
        paragraphs = tuple(self._paragraphs(sections))
        settings = next(
            (self.package.part(target) for kind, target in self.related.values() if kind == "settings"), None
        )
        tab = millimetres(value(child(settings, "defaultTabStop")))
        return Sheet(
            self.package.file,
            paragraphs,
            tuple(sections),
            _switch(settings, "mirrorMargins"),
            _switch(settings, "evenAndOddHeaders"),
            tab or USUAL_TAB,
            tuple(self._notes()),
        )

    def _notes(self) -> Iterator[Paragraph]:
        """The paragraphs of footnotes and endnotes; those that only part notes from the text say nothing."""
        for kind in NOTES:
            root = self.package.part(self.parts.get(kind, ""))
            for note in root if root is not None else ():
                yield from (self.body.paragraph(one, 0, 0) for one in placed(note))

    def counted(self) -> Iterator[tuple[int, Placed]]:
        """The paragraphs of the body by their numbers, from 1."""
        body = child(self.root, "body")
        return enumerate(placed(body, self.body.styles.lines) if body is not None else (), 1)

    def _paragraphs(self, sections: list[Section]) -> Iterator[Paragraph]:
        """The paragraphs in order; each section is added to *sections* where it ends."""
        body = child(self.root, "body")
        for number, one in self.counted():
            yield self.body.paragraph(one, number, len(sections))
            end = child(one.element, "pPr", "sectPr")
            if end is not None:
                sections.append(section(end, self._header, sections[-1] if sections else None))
        sections.append(section(child(body, "sectPr"), self._header, sections[-1] if sections else None))

    def _header(self, relation: str) -> Paragraphs:
        """The paragraphs of a header or footer, those of its text boxes too."""
        root = self.package.part(self.related.get(relation, ("", ""))[1])
        if root is None:
            return ()
        boxes = (one for one in root.iter() if name(one) == TEXT_BOX)
        stretches = (placed(part) for part in (root, *boxes))
        numbers = count(1)
        return tuple(self.body.paragraph(one, next(numbers), 0) for stretch in stretches for one in stretch)


def _switch(settings: Element | None, wanted: str) -> bool:
    found = child(settings, wanted)
    return found is not None and on(found)
