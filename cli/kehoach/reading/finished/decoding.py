"""From the bytes of a text to its words, in whatever encoding it was saved."""

from collections.abc import Iterator
from typing import NamedTuple
from unicodedata import normalize

from kehoach.errors import KehoachError
from kehoach.findings import Fault
from kehoach.patterns import compiled
from kehoach.places import Place
from kehoach.reading.finished.encodings import encodings, vietnamese

MOST_BYTES = 8_000_000
SAMPLE = 40_000
# Every twentieth word of a document is among the telling ones; of anything else, hardly any.
ENOUGH = 0.05
BROKEN = 0.001
CONTROLS = compiled(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
BINARY = 0.005
BEYOND = compiled(r"[\u0100-\u1eff]")
LATIN = compiled(r"[\x80-\xff]")
LOST = "\ufffd"
WINDOWS = "Windows-1258"
# Quotation marks and dashes, which Windows puts where Latin-1 has control characters.
QUOTES = {code: ord(bytes([code]).decode("cp1252")) for code in (0x85, *range(0x91, 0x98))}


class Decoded(NamedTuple):
    """A text, and the name of the old encoding that it was in."""

    text: str
    encoding: str = ""


def decoded(data: bytes, file: str) -> tuple[str, tuple[Fault, ...]]:
    """The text that *data* holds, and what was done to read it.

    Raises ``KehoachError``: ``document_too_large``, ``document_not_text``, ``document_encoding_unknown``.
    """
    if len(data) > MOST_BYTES:
        raise KehoachError("document_too_large", Place(file), most=MOST_BYTES // 1_000_000)
    found = _found(data)
    if found is None:
        binary = len(CONTROLS.findall(data.decode("latin-1"))) > BINARY * len(data)
        raise KehoachError("document_not_text" if binary else "document_encoding_unknown", Place(file))
    if len(CONTROLS.findall(found.text)) > BINARY * len(found.text):
        raise KehoachError("document_not_text", Place(file))
    return found.text, tuple(_remarks(found, file))


def _remarks(found: Decoded, file: str) -> Iterator[Fault]:
    if found.encoding:
        yield Fault("IMP102", Place(file), arguments={"encoding": found.encoding})
    lost = found.text.count(LOST)
    if lost:
        yield Fault("IMP112", Place(file), arguments={"count": str(lost)})


def _found(data: bytes) -> Decoded | None:
    wide = _wide(data)
    if wide:
        return Decoded(data.decode(wide, "replace").removeprefix("\ufeff"))
    text = data.decode("utf-8", "replace").removeprefix("\ufeff")
    lost = text.count(LOST) - data.count(LOST.encode())
    if not lost or (lost <= BROKEN * len(text) and vietnamese(text[:SAMPLE]) >= ENOUGH):
        return _meant(text)
    return _old(data)


def _wide(data: bytes) -> str:
    """The name of the UTF-16 that *data* is in, by how it begins or by its empty bytes."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "utf-16"
    head = data[:4096]
    half = max(len(head) // 2, 1)
    if head[1::2].count(0) > half * 0.3 and not head[::2].count(0):
        return "utf-16-le"
    return "utf-16-be" if head[::2].count(0) > half * 0.3 and not head[1::2].count(0) else ""


def _meant(text: str) -> Decoded:
    """*text*, or what its letters stand for where it was typed in fonts of an old encoding."""
    sample = text[:SAMPLE]
    if len(LATIN.findall(sample)) <= len(BEYOND.findall(sample)) * 4 or vietnamese(sample) >= ENOUGH:
        return Decoded(text)
    return _best({one.name: one.read(text) for one in encodings()}) or Decoded(text)


def _old(data: bytes) -> Decoded | None:
    """*data* in the encoding of one byte a letter in which it reads as Vietnamese."""
    latin = data.decode("latin-1")
    readings = {one.name: one.read(latin).translate(QUOTES) for one in encodings()}
    return _best({**readings, WINDOWS: data.decode("cp1258", "replace")})


def _best(readings: dict[str, str]) -> Decoded | None:
    scores = {name: vietnamese(normalize("NFC", text[:SAMPLE])) for name, text in readings.items()}
    name = max(scores, key=lambda one: scores[one])
    return Decoded(readings[name], name) if scores[name] >= ENOUGH else None
