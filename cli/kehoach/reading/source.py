"""Where files are read from: a folder, or a revision of it in git."""

import os
import subprocess
from collections.abc import Iterator, Mapping
from functools import cached_property
from pathlib import Path, PurePosixPath
from typing import Protocol

from kehoach.errors import KehoachError, MissingProgram
from kehoach.places import Place
from kehoach.records import dataclass


class Source(Protocol):
    """Files by their path below a root, written with ``/``."""

    def paths(self) -> Iterator[str]:
        """Every file, in a fixed order."""
        ...

    def read(self, path: str) -> bytes:
        """The bytes of one file; ``KehoachError("file_missing")`` where there is none."""
        ...


@dataclass(frozen=True, slots=True)
class Folder:
    """The files below a folder, hidden ones and ``build/`` left out."""

    root: Path

    def paths(self) -> Iterator[str]:
        """Every file, sorted by path."""
        return iter(sorted(self._walk()))

    def _walk(self) -> Iterator[str]:
        for folder, below, files in os.walk(self.root):
            here = Path(folder).relative_to(self.root)
            below[:] = [name for name in below if _visible((here / name).as_posix())]
            yield from (path for name in files if _visible(path := (here / name).as_posix()))

    def read(self, path: str) -> bytes:
        """The bytes of one file."""
        try:
            return (self.root / path).read_bytes()
        except (FileNotFoundError, NotADirectoryError, IsADirectoryError) as error:
            raise KehoachError("file_missing", Place(path), file=path) from error
        except OSError as error:
            raise KehoachError("file_unreadable", Place(path), file=path, reason=error.strerror or "") from error


@dataclass(frozen=True)
class Revision:
    """The files below a folder as a git revision holds them."""

    root: Path
    name: str

    def paths(self) -> Iterator[str]:
        """Every file, sorted by path."""
        listed = self._git("ls-tree", "-r", "--name-only", "-z", self.name, "--").decode("utf-8", "replace")
        return iter(sorted(path for path in listed.split("\0") if path and _visible(path)))

    def read(self, path: str) -> bytes:
        """The bytes of one file."""
        if path not in self._paths:
            raise KehoachError("file_missing", Place(path), file=f"{self.name}:{path}")
        return self._git("show", f"{self.name}:./{path}")

    @cached_property
    def _paths(self) -> frozenset[str]:
        return frozenset(self.paths())

    def _git(self, *arguments: str) -> bytes:
        if self.name.startswith("-"):
            raise KehoachError("revision_missing", revision=self.name, reason="-")
        command = ["git", "-C", str(self.root), *arguments]
        try:
            return subprocess.run(command, check=True, capture_output=True).stdout
        except FileNotFoundError as error:
            raise MissingProgram("git_missing") from error
        except subprocess.CalledProcessError as error:
            reason = error.stderr.decode("utf-8", "replace").strip()
            raise KehoachError("revision_missing", revision=self.name, reason=reason) from error


def _visible(path: str) -> bool:
    parts = PurePosixPath(path).parts
    return not any(part.startswith(".") for part in parts) and parts[0] != "build"


@dataclass(frozen=True, slots=True)
class Made:
    """Files that are nowhere on a disk: *contents* by their paths."""

    contents: Mapping[str, bytes]

    def paths(self) -> Iterator[str]:
        """Every file, sorted by path."""
        return iter(sorted(self.contents))

    def read(self, path: str) -> bytes:
        """The bytes of one file."""
        if path not in self.contents:
            raise KehoachError("file_missing", Place(path), file=path)
        return self.contents[path]


@dataclass(frozen=True, slots=True)
class Changed:
    """The files of *source* with some of them, by their paths, as they would be after a change."""

    source: Source
    contents: Mapping[str, bytes]

    def paths(self) -> Iterator[str]:
        """Every file of the source and of the change, sorted by path."""
        return iter(sorted({*self.source.paths(), *self.contents}))

    def read(self, path: str) -> bytes:
        """The bytes of one file."""
        return self.contents[path] if path in self.contents else self.source.read(path)
