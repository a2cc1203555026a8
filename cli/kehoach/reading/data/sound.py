"""The data files that come with the program, as they were read once: see ``kept``."""

from pathlib import Path
from typing import TYPE_CHECKING

from kehoach.kept import made_of

if TYPE_CHECKING:
    from kehoach.written import Plain


def sound(file: Path) -> "Plain":
    """The values of the data file *file* of the program."""
    return made_of(file, _read)


def _read(content: bytes) -> "Plain":
    from kehoach.reading.data.trusted import trusted

    return trusted(content)
