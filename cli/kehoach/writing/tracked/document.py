"""Two Word files as one with tracked changes."""

from collections.abc import Sequence
from io import BytesIO
from xml.etree.ElementTree import Element, fromstring, iterparse, register_namespace, tostring
from zipfile import ZIP_DEFLATED, ZipFile

from kehoach.records import dataclass
from kehoach.writing.tracked.blocks import Aligner, Merger
from kehoach.writing.tracked.markup import Marks, local, tag
from kehoach.writing.tracked.paragraphs import Differ, resized

BODY = "word/document.xml"


@dataclass(frozen=True, slots=True)
class Author:
    """Who is named for the changes, and when they were made (ISO 8601)."""

    name: str
    date: str


def tracked(old: bytes, new: bytes, author: Author, how: tuple[Aligner, Differ, str]) -> bytes:
    """The Word file *new* with what is different in *old* as tracked changes; both are ours, of one standard."""
    marks = Marks(author.name, author.date)
    root = _root(new)
    before, after = _body(_root(old)), _body(root)
    merged = Merger(marks, *how).blocks(_blocks(before), _blocks(after))
    end = after.findall(tag("sectPr"))
    for was, now in zip(before.findall(tag("sectPr")), end, strict=True):
        resized(was, now, marks)
    after[:] = [*merged, *end]
    return _replaced(new, b'<?xml version="1.0" encoding="UTF-8"?>\n' + tostring(root, "utf-8"))


def _root(file: bytes) -> Element:
    data = _part(file, BODY)
    for _, (prefix, uri) in iterparse(BytesIO(data), events=("start-ns",)):
        register_namespace(prefix, uri)
    return fromstring(data)


def _body(root: Element) -> Element:
    body = root.find(tag("body"))
    assert body is not None
    return body


def _blocks(body: Element) -> Sequence[Element]:
    return [one for one in body if local(one) in {"p", "tbl"}]


def _part(file: bytes, name: str) -> bytes:
    with ZipFile(BytesIO(file)) as archive:
        return archive.read(name)


def _replaced(file: bytes, body: bytes) -> bytes:
    """The archive *file* with another body, everything else as it was."""
    out = BytesIO()
    with ZipFile(BytesIO(file)) as old, ZipFile(out, "w", ZIP_DEFLATED) as made:
        for part in old.infolist():
            content = body if part.filename == BODY else old.read(part)
            made.writestr(part, content, ZIP_DEFLATED)
    return out.getvalue()
