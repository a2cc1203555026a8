"""Data files by name: the workspace's own where it has one, else the shipped one."""

from collections.abc import Iterator
from functools import cached_property
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from kehoach.errors import KehoachError
from kehoach.places import Place
from kehoach.reading.data.sound import sound
from kehoach.reading.source import Folder, Made, Source
from kehoach.records import dataclass
from kehoach.shipped import shipped

if TYPE_CHECKING:
    from kehoach.written import Plain

TOPS = ("schemas", "templates")
OVERRIDABLE = (
    "schemas/kinds/",
    "schemas/lexicon/",
    "schemas/spelling/",
    "schemas/words/",
    "schemas/commemorations.yaml",
    "templates/standards/",
)


@dataclass(frozen=True)
class Overlay:
    """The data of a workspace: kinds, word lists, words, standards and Jinja templates.

    Lua filters, Typst and reference documents run as code and come from the package only.
    """

    source: Source

    @cached_property
    def own(self) -> frozenset[str]:
        """The data files of the workspace that take the place of shipped ones; where it is their own home, none."""
        at_home = tuple(f"{top}/" for top in TOPS if self._is_shipped(top))
        found = (path for path in self.source.paths() if _may_override(path))
        return frozenset(path for path in found if not path.startswith(at_home))

    def _is_shipped(self, top: str) -> bool:
        return isinstance(self.source, Folder) and (self.source.root / top).resolve() == shipped(top)

    def read(self, path: str) -> bytes:
        """The bytes of the data file *path* (``templates/standards/doan.yaml``)."""
        return self.source.read(path) if path in self.own else _shipped(path).read_bytes()

    def data(self, path: str) -> "Plain":
        """The values of the data file *path*; ``KehoachError`` where the workspace's own cannot be used."""
        if path in self.own:
            from kehoach.reading.data.datafile import read_data
            from kehoach.written import plain

            return plain(read_data(self.source.read(path), path))
        return sound(_shipped(path))

    def files(self, folder: str, ending: str) -> Iterator[tuple[str, str]]:
        """Name without ending and path of every data file directly in *folder*, by name."""
        top, _, rest = folder.partition("/")
        names = {file.name for file in (shipped(top) / rest).glob(f"*{ending}")}
        names |= {path.rpartition("/")[2] for path in self.own if path.rpartition("/")[0] == folder}
        for name in sorted(name for name in names if name.endswith(ending)):
            yield name.removesuffix(ending), f"{folder}/{name}"


SHIPPED = Overlay(Made({}))


def _shipped(path: str) -> Path:
    top, _, rest = path.partition("/")
    file = shipped(top) / rest
    if not file.is_file():
        raise KehoachError("file_missing", Place(path), file=path)
    return file


def _may_override(path: str) -> bool:
    jinja = path.startswith("templates/") and PurePosixPath(path).suffix == ".j2"
    return jinja or path.startswith(OVERRIDABLE)
