"""The parts of a Word file, taken out of its archive within limits."""

import posixpath
import zlib
from functools import partial
from io import BytesIO
from xml.etree.ElementTree import Element
from zipfile import BadZipFile, ZipFile

from kehoach.errors import KehoachError
from kehoach.places import Place
from kehoach.reading.docx.markup import MARKUP_BYTES, TAGS, parsed
from kehoach.records import dataclass, field

FILE_BYTES = 64 * 2**20
MEMBERS = 10_000
OLD_WORD = bytes.fromhex("d0cf11e0a1b11ae1")
RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
UNREADABLE = (BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError, OSError, ValueError)


@dataclass
class Package:
    """The parts of *file* by name; those that are asked for are read, each once."""

    archive: ZipFile
    file: str
    _budget: int = MARKUP_BYTES
    _parts: dict[str, Element | None] = field(default_factory=dict)

    @classmethod
    def of(cls, data: bytes, file: str) -> "Package":
        """The package in *data*; ``KehoachError`` where it is none, is an old or locked document, or too large."""
        refused = partial(KehoachError, place=Place(file))
        if len(data) > FILE_BYTES:
            raise refused("docx_too_large", most=FILE_BYTES // 2**20)
        if data.startswith(OLD_WORD):
            raise refused("docx_old_or_locked")
        try:
            archive = ZipFile(BytesIO(data))
        except UNREADABLE as error:
            raise refused("docx_unreadable") from error
        if len(archive.infolist()) > MEMBERS:
            raise refused("docx_too_large", most=FILE_BYTES // 2**20)
        return cls(archive, file)

    def part(self, name: str) -> Element | None:
        """The root of the part *name*, None where there is none."""
        if name not in self._parts:
            self._parts[name] = self._read(name) if name in self.archive.NameToInfo else None
        return self._parts[name]

    def related(self, name: str) -> dict[str, tuple[str, str]]:
        """For each relation of the part *name*, by id: its type (the last word of it) and the part it leads to."""
        folder, base = posixpath.split(name)
        root = self.part(posixpath.join(folder, "_rels", f"{base}.rels"))
        found = {}
        for one in root.iter(RELATION) if root is not None else ():
            if one.get("TargetMode") != "External":
                target = posixpath.normpath(posixpath.join("/", folder, one.get("Target", ""))).lstrip("/")
                found[one.get("Id", "")] = (one.get("Type", "").rpartition("/")[2], target)
        return found

    def _read(self, name: str) -> Element:
        """The part within the *budget* of bytes that is left for all parts; sizes in the archive are not trusted."""
        try:
            with self.archive.open(name) as stream:
                content = stream.read(self._budget + 1)
        except UNREADABLE as error:
            raise KehoachError("docx_unreadable", Place(self.file)) from error
        self._budget -= len(content)
        if self._budget < 0 or content.count(b"<") > TAGS:
            raise KehoachError("docx_too_large", Place(self.file), most=MARKUP_BYTES // 2**20)
        return parsed(content, self.file)
