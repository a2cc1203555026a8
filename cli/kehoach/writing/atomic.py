"""Files that are either the old ones or the new ones, never half of each."""

import os
from collections.abc import Mapping
from pathlib import Path
from time import time

from kehoach.errors import KehoachError

# A part of this age in seconds belongs to a run that was killed, not to one that is still writing.
STALE = 600


def replace(path: Path, content: bytes) -> None:
    """Put *content* into the file *path* in one step; a file that Word holds open is a ``KehoachError``."""
    part = path.with_name(f".{path.name}.{os.urandom(4).hex()}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        part.write_bytes(content)
        part.replace(path)
        _sweep(path)
    except PermissionError as error:
        raise KehoachError("file_held", path=str(path)) from error
    except OSError as error:
        raise KehoachError("file_not_written", path=str(path), reason=error.strerror) from error
    finally:
        part.unlink(missing_ok=True)


def store(contents: Mapping[str, bytes], targets: Mapping[str, Path]) -> None:
    """Put the content of each format into its file in *targets*."""
    for name, path in targets.items():
        replace(path, contents[name])


def _sweep(path: Path) -> None:
    """Remove what killed runs have left beside *path*."""
    for part in list(path.parent.iterdir()):
        if part.name.startswith(f".{path.name}.") and part.suffix == ".part" and part.stat().st_mtime < time() - STALE:
            part.unlink(missing_ok=True)
