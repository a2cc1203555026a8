"""What a file is by its contents, whatever its name says."""

import re
from collections.abc import Mapping
from io import BytesIO
from zipfile import BadZipFile, ZipFile

OLE = bytes.fromhex("d0cf11e0a1b11ae1")
BEGINNINGS: Mapping[bytes, str] = {
    b"{\\rtf": "rtf",
    b"\x89PNG": "picture",
    b"\xff\xd8\xff": "picture",
    b"GIF8": "picture",
    b"BM": "picture",
    b"II*\0": "picture",
    b"MM\0*": "picture",
    b"RIFF": "picture",
    b"7z\xbc\xaf": "archive",
    b"Rar!": "archive",
    b"\x1f\x8b": "archive",
    b"MZ": "program",
    b"\x7fELF": "program",
}
# Two letters may begin a text as well; then it is text that follows.
DOUBTFUL = frozenset({b"BM", b"MZ", b"RIFF"})
MEMBERS: Mapping[str, str] = {"word/": "docx", "xl/": "xlsx", "ppt/": "pptx"}
STREAMS: Mapping[str, str] = {
    "EncryptedPackage": "locked",
    "WordDocument": "doc",
    "Workbook": "office",
    "Book": "office",
    "PowerPoint Document": "office",
}
MARKUP = re.compile(rb"\s*<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE)
XML = re.compile(rb"\s*<\?xml\b")
PDF_WITHIN = 1024


def kind_of(data: bytes) -> str:
    """A word for what *data* is: ``docx``, ``doc``, ``pdf``, ``xlsx`` …, else ``text``."""
    if b"%PDF-" in data[:PDF_WITHIN]:
        return "pdf"
    if data.startswith(OLE):
        return next((kind for name, kind in STREAMS.items() if name.encode("utf-16-le") in data), "office")
    if data.startswith(b"PK\x03\x04"):
        return _zipped(data)
    for beginning, kind in BEGINNINGS.items():
        if data.startswith(beginning) and (beginning not in DOUBTFUL or b"\0" in data[:512]):
            return kind
    head = data[:PDF_WITHIN].removeprefix(b"\xef\xbb\xbf")
    return "html" if MARKUP.match(head) else "xml" if XML.match(head) else "text"


def _zipped(data: bytes) -> str:
    """What an archive holds; a broken one is taken for the Word document that it mostly is."""
    try:
        with ZipFile(BytesIO(data)) as archive:
            names = archive.NameToInfo
            if any(name.endswith("vbaProject.bin") for name in names):
                return "macros"
            if "mimetype" in names:
                return "odt"
            for beginning, kind in MEMBERS.items():
                if any(name.startswith(beginning) for name in names):
                    return kind
            return "docx" if "[Content_Types].xml" in names else "archive"
    except (BadZipFile, ValueError, NotImplementedError, OSError):
        return "docx"
