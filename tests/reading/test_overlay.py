"""Which data files hold: those of a workspace before the shipped ones, which need no asking in their own home."""

from pathlib import Path

from kehoach.reading.data.overlay import Overlay
from kehoach.reading.source import Folder
from kehoach.shipped import shipped

STANDARD = "templates/standards/doan.yaml"


def test_a_workspace_has_its_own_data(tmp_path: Path) -> None:
    (tmp_path / "templates" / "standards").mkdir(parents=True)
    (tmp_path / STANDARD).write_text("id: doan\nname: Của tỉnh\n", encoding="utf-8")
    overlay = Overlay(Folder(tmp_path))
    assert overlay.own == {STANDARD}
    assert overlay.data(STANDARD) == {"id": "doan", "name": "Của tỉnh"}


def test_at_home_the_shipped_data_are_no_others(tmp_path: Path) -> None:
    for top in ("schemas", "templates"):
        (tmp_path / top).symlink_to(shipped(top), target_is_directory=True)
    for root in {shipped("schemas").parent, shipped("templates").parent}:
        assert not Overlay(Folder(root)).own
    assert Overlay(Folder(tmp_path)).data(STANDARD) == Overlay(Folder(shipped("templates").parent)).data(STANDARD)


def test_a_folder_lists_what_is_visible(tmp_path: Path) -> None:
    for name in ("plans/a.yaml", "plans/.b.yaml", ".git/c", "build/d.docx", "plans/build/e.yaml", "f.txt"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("x", encoding="utf-8")
    (tmp_path / "link").symlink_to(tmp_path / "plans", target_is_directory=True)
    assert list(Folder(tmp_path).paths()) == ["f.txt", "plans/a.yaml", "plans/build/e.yaml"]
