"""The one way in: from a file to its manuscript."""

from collections.abc import Callable, Mapping
from importlib import import_module
from pathlib import Path, PurePath

from kehoach.errors import KehoachError
from kehoach.manuscript import Manuscript
from kehoach.places import Place
from kehoach.reading.finished.limits import bounded
from kehoach.reading.finished.sniff import kind_of

Reader = Callable[[bytes, str], Manuscript]
# The libraries behind a reader are loaded when a document wants them.
READERS: Mapping[str, str] = {
    "docx": "word",
    "doc": "old_word",
    "pdf": "pdf.manuscript",
    "text": "plain",
}
ENDINGS: Mapping[str, str] = {
    ".docx": "docx",
    ".doc": "doc",
    ".pdf": "pdf",
    ".txt": "text",
    ".text": "text",
    ".md": "text",
    ".markdown": "text",
}
KNOWN_ENDINGS: Mapping[str, str] = {
    ".docm": "macros",
    ".dotm": "macros",
    ".xlsx": "xlsx",
    ".xls": "office",
    ".ppt": "office",
    ".pptx": "pptx",
    ".odt": "odt",
    ".ods": "odt",
    ".rtf": "rtf",
    ".html": "html",
    ".htm": "html",
    ".jpg": "picture",
    ".png": "picture",
    ".zip": "archive",
    ".rar": "archive",
}
REFUSED: Mapping[str, str] = {"macros": "document_with_macros", "locked": "document_locked"}
MOST_BYTES = 64 * 2**20


def read(path: Path, name: str) -> Manuscript:
    """The finished document at *path*, which its places call *name*.

    Raises ``KehoachError``: ``file_missing``, ``file_unreadable``, ``document_not_what_named``,
    ``document_kind_not_read``, ``document_ending_unknown``, ``document_empty``, ``document_too_large``,
    ``document_too_long``, and what the reader of its kind refuses.
    """
    data = _bytes(path, name)
    kind = _kind(data, PurePath(name).suffix.lower(), name)
    reader: Reader = import_module(f"kehoach.reading.finished.{READERS[kind]}").manuscript
    found = reader(data, name)
    if not found.blocks:
        raise KehoachError("document_empty", Place(name))
    bounded(name, len(found.text), len(found.blocks))
    return found


def _kind(data: bytes, ending: str, name: str) -> str:
    """The kind that both the contents and the *ending* tell."""
    named = ENDINGS.get(ending) or KNOWN_ENDINGS.get(ending)
    if named is None:
        raise KehoachError("document_ending_unknown", Place(name), ending=ending or name)
    if not data.strip():
        raise KehoachError("document_empty", Place(name))
    kind = kind_of(data)
    if kind in REFUSED:
        raise KehoachError(REFUSED[kind], Place(name))
    if kind not in READERS and (kind == named or ending in KNOWN_ENDINGS):
        raise KehoachError("document_kind_not_read", Place(name), kind=kind)
    if kind != named:
        raise KehoachError("document_not_what_named", Place(name), ending=ending, kind=kind)
    return kind


def _bytes(path: Path, name: str) -> bytes:
    try:
        if path.stat().st_size > MOST_BYTES:
            raise KehoachError("document_too_large", Place(name), most=MOST_BYTES // 2**20)
        return path.read_bytes()
    except (FileNotFoundError, NotADirectoryError, IsADirectoryError) as error:
        raise KehoachError("file_missing", Place(name), file=name) from error
    except OSError as error:
        raise KehoachError("file_unreadable", Place(name), file=name, reason=error.strerror or "") from error
