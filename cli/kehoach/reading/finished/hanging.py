"""What hangs on a paragraph of a Word document: text boxes, footnotes, endnotes."""

from collections.abc import Iterator, Mapping
from xml.etree.ElementTree import Element

from kehoach.errors import KehoachError
from kehoach.phrases.roman import roman
from kehoach.reading.docx.document import TEXT_BOX, Document
from kehoach.reading.docx.markup import DEPTH, FALLBACK, attribute, children, name
from kehoach.records import dataclass, field

NOT_PRINTED = frozenset({"del", "moveFrom"})
REFERENCES = {"footnoteReference": "footnote", "endnoteReference": "endnote"}
OWN_MARK = "*"


def printed(element: Element) -> Iterator[Element]:
    """Everything under *element* that is printed, in order; a text box is not entered."""
    waiting = [iter(element)]
    while waiting:
        one = next(waiting[-1], None)
        if one is None:
            waiting.pop()
        elif name(one) not in NOT_PRINTED and one.tag != FALLBACK:
            yield one
            if name(one) != TEXT_BOX:
                waiting.append(iter(one))


def boxes(element: Element, depth: int = 0) -> Iterator[Element]:
    """The text boxes that hang on the paragraph *element*, those inside of others too."""
    if depth > DEPTH:
        raise KehoachError("docx_too_deep", most=DEPTH)
    for one in printed(element):
        if name(one) == TEXT_BOX:
            yield one
            yield from boxes(one, depth + 1)


@dataclass
class Notes:
    """The notes of a document by kind and id; *read* are the parts that they stand in."""

    notes: Mapping[tuple[str, str], Element]
    read: tuple[Element, ...]
    _counts: dict[str, int] = field(default_factory=dict)

    @classmethod
    def of(cls, document: Document) -> "Notes":
        """The notes of *document*."""
        found, read = {}, []
        for kind in REFERENCES.values():
            root = document.package.part(document.parts.get(f"{kind}s", ""))
            if root is not None:
                read.append(root)
            found.update({(kind, attribute(one, "id") or ""): one for one in children(root, kind)})
        return cls(found, tuple(read))

    def of_paragraph(self, element: Element) -> Iterator[tuple[str, Element]]:
        """The notes that the paragraph refers to, each with its mark."""
        for one in printed(element):
            kind = REFERENCES.get(name(one))
            note = self.notes.get((kind, attribute(one, "id") or "")) if kind else None
            if kind and note is not None:
                yield self._mark(kind, one), note

    def _mark(self, kind: str, reference: Element) -> str:
        """The number that the reference shows; one that shows a sign of its own counts for nothing."""
        if (attribute(reference, "customMarkFollows") or "0").lower() in {"1", "true", "on"}:
            return OWN_MARK
        count = self._counts[kind] = self._counts.get(kind, 0) + 1
        return str(count) if kind == "footnote" else roman(count).lower()
