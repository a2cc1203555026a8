"""What killed runs leave beside a file goes with the next run; what others are writing stays."""

import os
import tempfile
from pathlib import Path

import pytest

from kehoach.standards.standard import Standard
from kehoach.tree import Document, Element, Paragraph, Text
from kehoach.writing.atomic import STALE, replace
from kehoach.writing.docx import PREFIX
from kehoach.writing.docx import STALE as FOLDER_STALE
from kehoach.writing.formats import made


def test_old_working_folders_go(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, standard: Standard) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    old, young = tmp_path / f"{PREFIX}old", tmp_path / f"{PREFIX}young"
    for folder in (old, young):
        folder.mkdir()
        (folder / "made.docx").touch()
    long_ago = young.stat().st_mtime - 2 * FOLDER_STALE
    os.utime(old, (long_ago, long_ago))
    made(Document("a", "vi", (Paragraph(Element.BODY, (Text("a"),)),)), standard, ["docx"])
    assert [folder.name for folder in tmp_path.iterdir()] == [young.name]


def test_only_old_leftovers_of_the_file_go(tmp_path: Path) -> None:
    old, young, other = (tmp_path / name for name in (".a.pdf.01.part", ".a.pdf.02.part", ".b.pdf.03.part"))
    for part in (old, young, other):
        part.touch()
    long_ago = young.stat().st_mtime - 2 * STALE
    for part in (old, other):
        os.utime(part, (long_ago, long_ago))
    replace(tmp_path / "a.pdf", b"new")
    assert {file.name for file in tmp_path.iterdir()} == {"a.pdf", young.name, other.name}
