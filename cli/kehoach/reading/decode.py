"""From the bytes of a file to its text."""

from codecs import BOM_UTF8

from kehoach.findings import Fault
from kehoach.places import Place

MOST_BYTES = 8_000_000
OLD = "TCVN3, VNI, Windows-1258"


def decode(data: bytes, file: str) -> tuple[str, Fault | None]:
    """The text of a UTF-8 file without its byte order mark, and what is wrong where it is none.

    Line ends stay as they are. UTF-16 is told by how it begins, old Vietnamese encodings by the first
    byte that UTF-8 does not allow, at its place; a file with a NUL is no text at all.
    """
    if len(data) > MOST_BYTES:
        return "", Fault("DOC107", Place(file), arguments={"bytes": str(MOST_BYTES)})
    if data.startswith((b"\xff\xfe", b"\xfe\xff")) or b"\0" in data[:4]:
        return "", Fault("DOC102", Place(file), arguments={"met": "UTF-16"})
    try:
        text = data.decode("utf-8").removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8").removeprefix("\ufeff")
        return "", Fault("DOC102", _behind(before, file), arguments={"old": OLD})
    before, nul, _ = text.partition("\0")
    return text, Fault("DOC133", _behind(before, file)) if nul else None


def encode(text: str, before: bytes) -> bytes:
    """*text* as the bytes of a file that held *before*: with a byte order mark if it had one."""
    return (BOM_UTF8 if before.startswith(BOM_UTF8) else b"") + text.encode("utf-8")


def _behind(before: str, file: str) -> Place:
    line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
    return Place(file, line, column, line, column + 1)
