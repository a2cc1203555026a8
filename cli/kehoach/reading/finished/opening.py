"""The one way in: from a file to its manuscript."""

from pathlib import Path

from kehoach.errors import KehoachError
from kehoach.manuscript import Manuscript
from kehoach.places import Place
from kehoach.reading.finished.plain import manuscript


def read(path: Path, name: str) -> Manuscript:
    """The finished document at *path*, which its places call *name*.

    Raises ``KehoachError``: ``file_missing``, ``file_unreadable``.
    """
    return manuscript(_bytes(path, name).decode("utf-8", "replace"), name)


def _bytes(path: Path, name: str) -> bytes:
    try:
        return path.read_bytes()
    except (FileNotFoundError, NotADirectoryError, IsADirectoryError) as error:
        raise KehoachError("file_missing", Place(name), file=name) from error
    except OSError as error:
        raise KehoachError("file_unreadable", Place(name), file=name, reason=error.strerror or "") from error
