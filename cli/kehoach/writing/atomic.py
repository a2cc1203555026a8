"""Files that are either the old ones or the new ones, never half of each."""

from pathlib import Path
from secrets import token_hex

from kehoach.errors import KehoachError


def replace(path: Path, content: bytes) -> None:
    """Put *content* into the file *path* in one step; a file that Word holds open is a ``KehoachError``."""
    part = path.with_name(f".{path.name}.{token_hex(4)}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        part.write_bytes(content)
        part.replace(path)
    except PermissionError as error:
        raise KehoachError("file_held", path=str(path)) from error
    except OSError as error:
        raise KehoachError("file_not_written", path=str(path), reason=error.strerror) from error
    finally:
        part.unlink(missing_ok=True)
