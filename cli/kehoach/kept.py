"""What was made of the program's own files, kept beside them as Python keeps its bytecode, to start quickly.

A kept copy may be deleted at any time. It holds the very bytes of which it was made and counts for these bytes only,
so it is never older than they are; it lies where the program lies and nowhere else, so no workspace can put one there.
Where nothing can be written everything is made anew each time. ``PYTHONDONTWRITEBYTECODE`` speaks of Python's modules,
which an installation has compiled; of these copies it says nothing.
"""

import marshal
import os
from collections.abc import Callable
from contextlib import suppress
from importlib.util import cache_from_source
from pathlib import Path
from typing import Any, TypeVar, cast

T = TypeVar("T")

# To be raised when what is made of the same bytes changes; a test compares all kept copies with what is made now.
FORMAT = 1


def made_of(file: Path, make: Callable[[bytes], T]) -> T:
    """What *make* makes of the bytes of *file*, plain values only (``marshal``); made once for these bytes."""
    content = file.read_bytes()
    place = beside(file)
    match recall(place):
        case [marked, source, value] if marked == FORMAT and source == content:
            return cast("T", value)
    value = make(content)
    keep(place, (FORMAT, content, value))
    return value


def beside(file: Path) -> str:
    """Where that is kept which was made of *file*: in the folder of Python's bytecode, under a name of its own."""
    return cache_from_source(f"{file}.kept.py")


def recall(place: str) -> object:
    """The values kept in the file *place*; None where there are none that can be read."""
    try:
        with open(place, "rb") as kept:
            return marshal.loads(kept.read())
    except (OSError, EOFError, ValueError, TypeError):
        return None


def keep(place: str, value: Any) -> None:
    """Keep *value* in the file *place*, all of it or nothing; where that cannot be done, nothing is lost."""
    fresh = f"{place}.{os.getpid()}.pyc"
    with suppress(OSError):
        os.makedirs(os.path.dirname(place), exist_ok=True)
        with open(fresh, "wb") as file:
            file.write(marshal.dumps(value))
        os.replace(fresh, place)
        return
    with suppress(OSError):
        os.unlink(fresh)
