"""Files that are not what they say, that lie, that are too large, that never end: one clear refusal each."""

import struct
import time
from collections.abc import Callable, Mapping
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from kehoach.errors import KehoachError
from kehoach.manuscript import Manuscript
from kehoach.reading.finished import limits, read
from kehoach.reading.finished.pdf import process
from kehoach.reporting.words import LANGUAGES, Words

Reading = Callable[[bytes, str], Manuscript]
OLE = bytes.fromhex("d0cf11e0a1b11ae1") + bytes(504)
PDF = b"%PDF-1.7\n1 0 obj <</Type /Catalog>> endobj trailer <</Root 1 0 R>>\n%%EOF"
PNG = b"\x89PNG\r\n\x1a\n" + bytes(64)
MACROS = {"word/document.xml": b"<d/>", "word/vbaProject.bin": b"x"}
SLOW = ["*", "**a ", "[", "<", "_", "\\", "|", "|a", "- ", "1.", "&#1;", "(", "[a](", "\t a", "  B    c"]
DEFINED = "<!DOCTYPE d [<!ENTITY e SYSTEM 'file:///etc/hostname'>]>"


def zipped(parts: Mapping[str, bytes]) -> bytes:
    """An archive that holds *parts*, squeezed."""
    stream = BytesIO()
    with ZipFile(stream, "w", ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return stream.getvalue()


def stream_of(name: str) -> bytes:
    """An old Office file that names a stream."""
    return OLE + name.encode("utf-16-le")


REFUSED: Mapping[str, tuple[bytes, str, str]] = {
    "a PDF called Word": (PDF, "a.docx", "document_not_what_named"),
    "a Word document called text": (zipped({"word/document.xml": b"<d/>"}), "a.txt", "document_not_what_named"),
    "a text called Word": ("Kế hoạch".encode(), "a.docx", "document_not_what_named"),
    "a text called PDF": ("Kế hoạch".encode(), "a.pdf", "document_not_what_named"),
    "RTF called old Word": (rb"{\rtf1 a}", "a.doc", "document_not_what_named"),
    "a web page called old Word": (b"<html><body>a</body></html>", "a.doc", "document_not_what_named"),
    "a picture called PDF": (PNG, "a.pdf", "document_not_what_named"),
    "a sheet": (zipped({"xl/workbook.xml": b"<w/>"}), "a.xlsx", "document_kind_not_read"),
    "a presentation": (zipped({"ppt/presentation.xml": b"<p/>"}), "a.pptx", "document_kind_not_read"),
    "an OpenDocument": (zipped({"mimetype": b"application/vnd.oasis"}), "a.odt", "document_kind_not_read"),
    "RTF": (rb"{\rtf1 a}", "a.rtf", "document_kind_not_read"),
    "a picture": (PNG, "a.png", "document_kind_not_read"),
    "an old sheet": (stream_of("Workbook"), "a.xls", "document_kind_not_read"),
    "a program": (b"MZ\x90\0" + bytes(99), "a.exe", "document_ending_unknown"),
    "a name without an ending": (b"text", "tailieu", "document_ending_unknown"),
    "Word with a password": (stream_of("EncryptedPackage"), "a.docx", "document_locked"),
    "Word with macros": (
        zipped({"word/document.xml": b"<d/>", "word/vbaProject.bin": b"x"}),
        "a.docm",
        "document_with_macros",
    ),
    "macros in hiding": (
        zipped({"word/document.xml": b"<d/>", "word/vbaProject.bin": b"x"}),
        "a.docx",
        "document_with_macros",
    ),
    "nothing": (b"", "a.docx", "document_empty"),
    "blanks": (b" \n\t\n", "a.txt", "document_empty"),
    "no letter to read": ("\u200b\n".encode(), "a.txt", "document_empty"),
    "binary": (bytes(range(256)) * 40, "a.txt", "document_not_text"),
    "letters of no encoding": (b"\x81\x8d\x9d\xf0\xe0 kh " * 50, "a.txt", "document_encoding_unknown"),
    "a broken archive": (b"PK\x03\x04 and no more", "a.docx", "docx_unreadable"),
    "a broken PDF": (b"%PDF-1.7\n garbage", "a.pdf", "pdf_unreadable"),
    "a PDF without pages": (PDF, "a.pdf", "pdf_unreadable"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_refused(name: str, reading: Reading) -> None:
    data, file, code = REFUSED[name]
    with pytest.raises(KehoachError) as caught:
        reading(data, file)
    assert caught.value.code == code
    assert caught.value.place and caught.value.place.file == file
    for language in LANGUAGES:
        assert "{" not in Words(language).error(caught.value)


def test_a_missing_file(tmp_path: Path) -> None:
    (tmp_path / "a.docx").mkdir()
    for name in ("a.docx", "b.docx"):
        with pytest.raises(KehoachError) as caught:
            read(tmp_path / name, name)
        assert caught.value.code == "file_missing"


BODIES = {
    "entities": (f'{DEFINED}<w:document xmlns:w="{{0}}">&e;</w:document>', "docx_unreadable"),
    "a bomb": ("<a>" + "lol" * 40_000_000 + "</a>", "docx_too_large"),
    "tags without end": ("<a>" + "<b/>" * 2_100_000 + "</a>", "docx_too_large"),
}


@pytest.mark.parametrize("name", BODIES)
def test_hostile_markup(name: str, reading: Reading, word: Any) -> None:
    body, code = BODIES[name]
    with ZipFile(BytesIO(word.document(""))) as archive:
        parts = {one: archive.read(one) for one in archive.namelist()}
    data = zipped({**parts, "word/document.xml": body.encode()})
    before = time.process_time()
    with pytest.raises(KehoachError) as caught:
        reading(data, "a.docx")
    assert caught.value.code == code and time.process_time() - before < 10


def test_tables_in_tables_without_end(reading: Reading, word: Any) -> None:
    body = word.p("trong cùng")
    for _ in range(80):
        body = word.table((body,))
    with pytest.raises(KehoachError) as caught:
        reading(word.document(body), "a.docx")
    assert caught.value.code == "docx_too_deep"


def test_boxes_in_boxes_without_end(reading: Reading, word: Any) -> None:
    body = word.p("trong cùng")
    for _ in range(300):
        body = word.p(f"<w:r><w:pict><w:txbxContent>{body}</w:txbxContent></w:pict></w:r>")
    with pytest.raises(KehoachError) as caught:
        reading(word.document(body), "a.docx")
    assert caught.value.code == "docx_too_deep"


def test_too_many_paragraphs(reading: Reading, word: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MOST_PARAGRAPHS", 50)
    with pytest.raises(KehoachError) as caught:
        reading(word.document(word.p("a") * 51), "a.docx")
    assert caught.value.code == "document_too_long"


@pytest.mark.parametrize("name", ["a.txt", "a.md"])
def test_too_long_a_text_is_told_at_once(reading: Reading, name: str) -> None:
    with pytest.raises(KehoachError) as caught:
        reading("- Trồng cây xanh.\n".encode() * (limits.MOST_LETTERS // 15), name)
    assert (caught.value.code, caught.value.arguments["most"]) == ("document_too_long", "1.000.000")
    with pytest.raises(KehoachError) as caught:
        reading("- Cây.\n".encode() * (limits.MOST_PARAGRAPHS + 1), name)
    assert (caught.value.code, caught.value.arguments["most"]) == ("document_too_long", "20.000")


def test_a_huge_table_is_read_in_time(reading: Reading, word: Any) -> None:
    cell = word.p("ô")
    body = word.table(*[(cell,) * 10] * 1_000)
    before = time.process_time()
    assert len(reading(word.document(body), "a.docx").blocks) == 10_000
    assert time.process_time() - before < 10


def test_links_outwards_are_not_followed(reading: Reading, word: Any) -> None:
    link = '<Relationship Id="r9" Type="x/footnotes" Target="http://127.0.0.1:9/x" TargetMode="External"/>'
    with ZipFile(BytesIO(word.document(word.p("Chữ trong văn bản")))) as archive:
        parts = {one: archive.read(one) for one in archive.namelist()}
    rels = parts["word/_rels/document.xml.rels"].replace(b"</Relationships>", link.encode() + b"</Relationships>")
    found = reading(zipped({**parts, "word/_rels/document.xml.rels": rels}), "a.docx")
    assert [block.words.text for block in found.blocks] == ["Chữ trong văn bản"]


def test_a_gigantic_text(reading: Reading) -> None:
    with pytest.raises(KehoachError) as caught:
        reading("đoàn ".encode() * 2_000_000, "a.txt")
    assert caught.value.code == "document_too_large"


@pytest.mark.parametrize(
    "unit", ["*", "**a ", "[", "<", "_", "\\", "|", "- ", "1.", "&#1;", "(", "[a](", "\t a", "  B    c"]
)
def test_texts_made_to_be_slow(unit: str, reading: Reading) -> None:
    before = time.process_time()
    reading(("Kế hoạch " + unit * (200_000 // len(unit))).encode(), "a.txt")
    assert time.process_time() - before < 5


@pytest.mark.parametrize("line", ["a\n", "1\n", "- 1 -\n", "Kế hoạch của\n\n", "\f2\n", "a    B\n", "A\tb\tc\n"])
def test_lines_without_end(line: str, reading: Reading) -> None:
    before = time.process_time()
    reading(("Kế hoạch\n" + line * (limits.MOST_PARAGRAPHS // 4)).encode(), "a.txt")
    assert time.process_time() - before < 8


def test_a_reader_of_pdf_that_does_not_end() -> None:
    with pytest.raises(KehoachError) as caught:
        process.pages(PDF, seconds=0.001)
    assert caught.value.code == "document_too_slow"


def test_a_pdf_with_too_many_pages(reading: Reading, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(process, "MOST_PAGES", 1)
    with pytest.raises(KehoachError) as caught:
        reading(blank_pdf(2), "a.pdf")
    assert caught.value.code == "document_too_long"


def blank_pdf(pages: int) -> bytes:
    """A PDF with empty pages."""
    kids = " ".join(f"{3 + number} 0 R" for number in range(pages))
    objects = [b"<</Type/Catalog/Pages 2 0 R>>", f"<</Type/Pages/Kids[{kids}]/Count {pages}>>".encode()]
    objects += [b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>"] * pages
    made, offsets = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, 1):
        offsets.append(len(made))
        made += b"%d 0 obj %s endobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    size = len(objects) + 1
    end = b"xref\n0 %d\n0000000000 65535 f \n%s" % (size, table)
    return made + end + b"trailer <</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (size, len(made))


def test_a_lying_archive(reading: Reading, word: Any) -> None:
    data = bytearray(word.document(word.p("Đoạn")))
    at = data.rfind(b"PK\x01\x02")
    data[at + 24 : at + 28] = struct.pack("<I", 1)
    try:
        reading(bytes(data), "a.docx")
    except KehoachError as error:
        assert error.code == "docx_unreadable"
