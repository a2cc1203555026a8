"""Where files are read from: a folder, or a revision of it in git."""

import os
import subprocess
from collections.abc import Iterator, Mapping
from contextlib import suppress
from functools import cached_property
from pathlib import Path
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


@dataclass(frozen=True)
class Folder:
    """The files below a folder as they are when it is first asked, hidden ones and ``build/`` left out."""

    root: Path

    def paths(self) -> Iterator[str]:
        """Every file, sorted by path."""
        return iter(self._listed)

    @cached_property
    def _listed(self) -> tuple[str, ...]:
        return tuple(sorted(_below(os.fspath(self.root), "")))

    def read(self, path: str) -> bytes:
        """The bytes of one file."""
        try:
            return (self.root / path).read_bytes()
        except (FileNotFoundError, NotADirectoryError, IsADirectoryError) as error:
            raise KehoachError("file_missing", Place(path), file=path) from error
        except OSError as error:
            raise KehoachError("file_unreadable", Place(path), file=path, reason=error.strerror or "") from error


def _below(folder: str, inside: str) -> Iterator[str]:
    """The visible files of *folder*, which is *inside* its root; a link to a folder and a closed folder are passed."""
    with suppress(PermissionError), os.scandir(folder) as entries:
        for entry in entries:
            path = inside + entry.name
            if _visible(path) and not entry.is_dir():
                yield path
            elif _visible(path) and not entry.is_symlink():
                yield from _below(entry.path, f"{path}/")


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
    return not (path.startswith((".", "build/")) or "/." in path or path == "build")


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
