"""By what it is told that nothing has changed: the bytes of plans, the program and its data, and the day."""

import os
from collections.abc import Iterator
from datetime import date
from functools import cached_property
from hashlib import sha256

from kehoach.errors import KehoachError
from kehoach.reading.issued import beside
from kehoach.reading.shelf import FILE, Shelf
from kehoach.records import dataclass, field
from kehoach.shipped import PACKAGE, shipped

WHOLE = "*"


@dataclass
class Fingerprints:
    """Those of the plans of a workspace, each reckoned once, and of all else that findings rest on."""

    workspace: Shelf
    _plans: dict[str, str] = field(default_factory=dict)

    def plan(self, id: str) -> str:
        """That of the plan *id* and what was issued of it; empty where there is none; ``WHOLE`` are all plans."""
        if id not in self._plans:
            self._plans[id] = _digest(self._all() if id == WHOLE else self._files(id))
        return self._plans[id]

    @cached_property
    def ground(self) -> str:
        """That of the program, its data, the workspace's own data, the register of units, and the day."""
        return _digest(self._ground())

    def _all(self) -> Iterator[bytes]:
        for id in self.workspace.paths:
            yield from (id.encode(), self.plan(id).encode())

    def _files(self, id: str) -> Iterator[bytes]:
        path = self.workspace.paths.get(id)
        for file in (path, beside(path)) if path else ():
            yield self._bytes(file) if file in self.workspace.files else b""

    def _ground(self) -> Iterator[bytes]:
        yield date.today().isoformat().encode()
        for top in (PACKAGE, shipped("schemas"), shipped("templates")):
            yield from sorted(_stamps(str(top)))
        for file in (FILE, *sorted(self.workspace.overlay.own)):
            yield from (file.encode(), self._bytes(file))

    def _bytes(self, file: str) -> bytes:
        try:
            return self.workspace.source.read(file)
        except KehoachError as error:
            return error.code.encode()


def _stamps(folder: str) -> Iterator[bytes]:
    """The shipped files below *folder*, each by its size and the moment it was written: as good as its bytes."""
    with os.scandir(folder) as found:
        for one in found:
            if one.is_dir():
                yield from _stamps(one.path)
            elif not one.name.endswith(".pyc"):
                known = one.stat()
                yield f"{one.path}\0{known.st_size}\0{known.st_mtime_ns}".encode()


def _digest(parts: Iterator[bytes]) -> str:
    whole = sha256()
    for part in parts:
        whole.update(len(part).to_bytes(8))
        whole.update(part)
    return whole.hexdigest()
