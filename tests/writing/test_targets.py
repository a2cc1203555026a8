"""Files on the disk are the old ones or the new ones."""

from pathlib import Path

import pytest

from kehoach.errors import KehoachError
from kehoach.reporting.words import LANGUAGES, Words
from kehoach.standards.standard import Standard
from kehoach.tree import Document, Element, Paragraph, Text
from kehoach.writing.atomic import replace, store
from kehoach.writing.formats import made


def test_writes_every_target_and_makes_the_folder(tmp_path: Path, programme: Document, standard: Standard) -> None:
    targets = {name: tmp_path / "build" / f"kế hoạch.{name}" for name in ("docx", "pdf", "txt", "md")}
    store(made(programme, standard, targets), targets)
    assert sorted(one.name for one in (tmp_path / "build").iterdir()) == sorted(one.name for one in targets.values())


def test_nothing_is_written_where_one_format_fails(tmp_path: Path, standard: Standard) -> None:
    document = Document("a", "vi", (Paragraph(Element.BODY, (Text("☑"),)),))
    targets = {name: tmp_path / f"a.{name}" for name in ("txt", "pdf")}
    with pytest.raises(KehoachError, match="glyph_missing"):
        store(made(document, standard, targets), targets)
    assert not list(tmp_path.iterdir())


def test_a_target_that_cannot_be_replaced_keeps_what_it_has(tmp_path: Path) -> None:
    folder = tmp_path / "a.docx"
    (folder / "inside").mkdir(parents=True)
    with pytest.raises(KehoachError) as caught:
        replace(folder, b"new")
    assert caught.value.code in {"file_held", "file_not_written"}
    assert [one.name for one in tmp_path.iterdir()] == ["a.docx"]


def test_a_file_that_another_program_holds_is_told_and_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "a.docx"
    file.write_bytes(b"old")

    def held(*_: object) -> None:
        raise PermissionError(13, "in use", str(file))

    monkeypatch.setattr(Path, "replace", held)
    with pytest.raises(KehoachError) as caught:
        replace(file, b"new")
    assert caught.value.code == "file_held"
    assert all(str(file) in Words(language).error(caught.value) for language in LANGUAGES)
    assert [(one.name, one.read_bytes()) for one in tmp_path.iterdir()] == [("a.docx", b"old")]
