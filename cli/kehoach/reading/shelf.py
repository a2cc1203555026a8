"""The files of a workspace by their names, none of them read yet."""

from collections.abc import Iterator, Mapping
from functools import cached_property
from pathlib import Path, PurePosixPath
from typing import Self

from kehoach.errors import KehoachError
from kehoach.reading.data.overlay import Overlay
from kehoach.reading.source import Folder, Source
from kehoach.records import dataclass

FILE = "plans/units.yaml"
ENDING = ".yaml"
MISNAMED = (".yml",)


def root_above(start: Path) -> Path:
    """The nearest folder from *start* upwards that holds ``plans/units.yaml``."""
    for folder in (start, *start.parents):
        if (folder / FILE).is_file():
            return folder
    raise KehoachError("workspace_missing", folder=str(start))


@dataclass
class Shelf:
    """Where the files below *root* stand; *source* says from where they are read."""

    root: Path
    source: Source

    @classmethod
    def around(cls, start: Path) -> Self:
        """That of the workspace that *start* lies in, as its files are now."""
        root = root_above(start.resolve())
        return cls(root, Folder(root))

    @cached_property
    def overlay(self) -> Overlay:
        """The data files: the workspace's own before the shipped ones."""
        return Overlay(self.source)

    @cached_property
    def files(self) -> Mapping[str, None]:
        """Every file below the root, in order."""
        return dict.fromkeys(self.source.paths())

    @cached_property
    def paths(self) -> Mapping[str, str]:
        """The file of every plan, by its id, in the order of the ids; one with a wrong ending keeps it in its id."""
        found = (PurePosixPath(path) for path in self.files if path.startswith("plans/") and path != FILE)
        plans = (path for path in found if path.suffix.lower() in (ENDING, *MISNAMED))
        return {str(path.relative_to("plans")).removesuffix(ENDING): str(path) for path in plans}

    def plans(self) -> Iterator[str]:
        """The ids of all plans."""
        yield from self.paths
