"""Headers and footers of a Word document: what stands only there, and would be lost in silence."""

from collections.abc import Iterator

from kehoach.findings import Fault
from kehoach.patterns import compiled
from kehoach.places import Place
from kehoach.reading.docx.body import placed
from kehoach.reading.docx.document import TEXT_BOX, Document
from kehoach.reading.docx.markup import name, relation
from kehoach.reading.finished.cuts import cuts

REFERENCES = frozenset({"headerReference", "footerReference"})
NOT_WORDS = compiled(r"[\W\d_]+")
LONGEST = 200


def only_there(document: Document, text: str, file: str) -> Iterator[Fault]:
    """A remark with the words of headers and footers that the *text* of the document does not hold."""
    held = _folded(text)
    pages = {_folded(word) for word in cuts().page_words}
    said: dict[str, str] = {}
    for words in _margins(document):
        folded = _folded(words)
        if folded and folded not in pages and folded not in held:
            said.setdefault(folded, " ".join(words.split())[:LONGEST])
    if said:
        yield Fault("IMP105", Place(file), arguments={"text": "; ".join(said.values())[: 2 * LONGEST]})


def _margins(document: Document) -> Iterator[str]:
    """The paragraphs of the headers and footers that are in use, and their watermarks."""
    used = dict.fromkeys(relation(one) for one in document.root.iter() if name(one) in REFERENCES)
    for id in used:
        root = document.package.part(document.related.get(id, ("", ""))[1])
        if root is None:
            continue
        boxes = (one for one in root.iter() if name(one) == TEXT_BOX)
        for part in (root, *boxes):
            yield from (document.body.paragraph(one, 0, 0).text for one in placed(part))
        yield from (one.get("string", "") for one in root.iter() if name(one) == "textpath")


def _folded(words: str) -> str:
    """*words* without what is no letter, so that numbers of pages do not count."""
    return NOT_WORDS.sub(" ", words.casefold()).strip()
