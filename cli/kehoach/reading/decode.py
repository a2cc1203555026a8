"""From the bytes of a file to its text."""

from kehoach.findings import Fault
from kehoach.places import Place

MOST_BYTES = 8_000_000


def decode(data: bytes, file: str) -> tuple[str, Fault | None]:
    """The text of a UTF-8 file without its byte order mark, and what is wrong where it is none.

    Line ends stay as they are. Old Vietnamese encodings (Windows-1258, TCVN3) and UTF-16 are told
    by the first byte that UTF-8 does not allow, at its place.
    """
    if len(data) > MOST_BYTES:
        return "", Fault("DOC107", Place(file), arguments={"most": f"{MOST_BYTES} byte"})
    if data.startswith((b"\xff\xfe", b"\xfe\xff")) or b"\0" in data[:4]:
        return "", Fault("DOC102", Place(file), arguments={"encoding": "UTF-16"})
    try:
        return data.decode("utf-8").removeprefix("\ufeff"), None
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8").removeprefix("\ufeff")
        line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
        place = Place(file, line, column, line, column + 1)
        return "", Fault("DOC102", place, arguments={"encoding": "UTF-8"})
