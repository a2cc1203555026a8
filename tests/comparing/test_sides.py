"""What may stand on either side of a comparison, and the forms in which it is told."""

import json
import os
import subprocess
import sys
from html.parser import HTMLParser
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from docx import Document

HERE = Path(__file__).parent
TOP = HERE.parent.parent
YEARS = ("2023", "2024")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A workspace in git whose second commit is another year of the same plan."""
    plans = tmp_path / "plans"
    plans.mkdir()
    (plans / "units.yaml").write_bytes((HERE / "units.yaml").read_bytes())
    git(tmp_path, "init", "-q")
    for year in YEARS:
        (plans / "ke_hoach.yaml").write_bytes((HERE / f"{year}.yaml").read_bytes())
        (plans / f"{year}.yaml").write_bytes((HERE / f"{year}.yaml").read_bytes())
        git(tmp_path, "add", "-A")
        git(tmp_path, "commit", "-q", "-m", year)
    return tmp_path


def git(root: Path, *arguments: str, **more: str) -> str:
    who = {f"GIT_{role}_{what}": "a@b" for role in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
    environment = {**os.environ, **who, **more}
    ended = subprocess.run(("git", *arguments), cwd=root, env=environment, check=True, capture_output=True)
    return ended.stdout.decode()


def plan(root: Path, *arguments: str, status: int = 0) -> str:
    ended = subprocess.run(
        (sys.executable, "-m", "kehoach", *arguments),
        cwd=root,
        env={**os.environ, "KEHOACH_LANG": "en"},
        capture_output=True,
    )
    assert ended.returncode == status, ended.stderr.decode()
    return ended.stdout.decode()


def changes(root: Path, *arguments: str) -> list[tuple[str, str, str]]:
    told = json.loads(plan(root, "diff", *arguments, "--to", "json"))
    return [(one["what"], one["sort"], one["field"] or "") for one in told["changes"] if not one["rolled"]]


def test_a_revision_stands_beside_today(root: Path) -> None:
    assert changes(root, "HEAD~1:ke_hoach", "ke_hoach") == changes(root, "2023", "2024")
    assert len(changes(root, "2023", "2024")) == 12


def test_git_compares_as_a_reader_does(root: Path, tmp_path: Path) -> None:
    """The lines that the manual gives for git work as they are printed there."""
    manual = (TOP / "docs" / "git.md").read_text(encoding="utf-8")
    command = next(line for line in manual.splitlines() if line.startswith("git config "))
    attributes = next(line for line in manual.splitlines() if line.endswith("diff=kehoach"))
    programs = tmp_path / "programs"
    programs.mkdir()
    (programs / "plan").write_text(f'#!/bin/sh\nexec "{sys.executable}" -m kehoach "$@"\n')
    (programs / "plan").chmod(0o755)
    subprocess.run(("sh", "-c", command), cwd=root, check=True)
    (root / ".gitattributes").write_text(f"{attributes}\n")
    path = f"{programs}{os.pathsep}{os.environ['PATH']}"
    told = git(root, "diff", "HEAD~1", "HEAD", "--", "plans/ke_hoach.yaml", PATH=path, KEHOACH_LANG="en")
    assert "target lowered" in told
    assert "12 changes" in told


def test_a_finished_document_is_a_side(root: Path) -> None:
    plan(root, "render", "2023", "2024", "--to", "docx,txt", "-o", "giay", "--profile", "draft")
    for ending in ("docx", "txt"):
        told = changes(root, f"giay/2023.{ending}", f"giay/2024.{ending}")
        assert ("changed", "head", "words") in told
        assert len([one for one in told if one[1] == "target"]) >= 4, told
        assert not changes(root, f"giay/2023.{ending}", f"giay/2023.{ending}")


def test_the_exit_status_tells_of_changes(root: Path) -> None:
    plan(root, "diff", "2023", "2024", "--exit-code", status=1)
    plan(root, "diff", "2023", "2023", "--exit-code", status=0)


def test_what_was_issued_stands_beside_what_the_source_says(root: Path) -> None:
    plan(root, "issue", "2024", "--number", "05", "--date", "10/01/2024")
    file = root / "plans" / "2024.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace("15.000", "18.000"), encoding="utf-8")
    told = changes(root, "issued:2024", "2024")
    assert ("changed", "target", "figures/value") in told
    assert len(told) == 1


class Page(HTMLParser):
    """What a page holds: its tags, its words, and what it would load."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.loads: list[str] = []
        self.words = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.loads += [value or "" for name, value in attrs if name in {"src", "href", "onload", "onerror"}]

    def handle_data(self, data: str) -> None:
        self.words += data


def test_a_page_holds_everything_and_runs_nothing(root: Path) -> None:
    file = root / "plans" / "2024.yaml"
    bad = "<script>alert(1)</script> <img src=x> cán bộ"
    hostile = file.read_text(encoding="utf-8").replace("Tập huấn cán bộ", bad)
    file.write_text(hostile, encoding="utf-8")
    page = Page()
    page.feed(plan(root, "diff", "2023", "2024", "--to", "html"))
    assert not {"script", "img", "link", "iframe"} & set(page.tags)
    assert not page.loads
    assert "<script>alert(1)</script>" in page.words
    assert {"ins", "del", "details", "table"} <= set(page.tags)
    assert "-25%" in page.words


def test_the_table_of_old_and_new_opens_in_word(root: Path) -> None:
    plan(root, "diff", "2023", "2024", "--to", "docx-table", "-o", "bang.docx")
    tables = Document(str(root / "bang.docx")).tables
    heads = [[cell.text for cell in table.rows[0].cells] for table in tables]
    assert ["Place", "Before", "Now"] in heads
    assert ["Target", "Before", "Now", "Difference"] in heads


def test_folders_are_compared_by_the_ids_of_their_plans(root: Path) -> None:
    for name, year in zip(("cu", "moi"), YEARS, strict=True):
        folder = root / "plans" / name
        folder.mkdir()
        (folder / "a.yaml").write_bytes((HERE / f"{year}.yaml").read_bytes())
        (folder / "b.yaml").write_bytes((HERE / "2023.yaml").read_bytes())
    alone = plan(root, "diff", "plans/cu", "plans/moi")
    assert plan(root, "diff", "plans/cu", "plans/moi", "-j", "2") == alone
    assert "12 changes" in alone
    assert "no difference" in alone
    plan(root, "diff", "plans/cu", "plans/moi", "--to", "docx", "-o", "ra", "-j", "2")
    with ZipFile(BytesIO((root / "ra" / "a.docx").read_bytes())) as made:
        assert b"w:delText" in made.read("word/document.xml")


def test_one_bad_pair_does_not_stop_the_others(root: Path) -> None:
    for name, year in zip(("cu", "moi"), YEARS, strict=True):
        (root / "plans" / name).mkdir()
        for id in "abc":
            (root / "plans" / name / f"{id}.yaml").write_bytes((HERE / f"{year}.yaml").read_bytes())
    (root / "plans" / "moi" / "b.yaml").write_text("kind: [\n")
    one = plan(root, "diff", "plans/cu", "plans/moi", status=3)
    assert plan(root, "diff", "plans/cu", "plans/moi", "-j", "2", status=3) == one
    assert one.count("12 changes") == 2
    plan(root, "diff", "plans/cu", "plans/moi", "--to", "md", "-o", "ra", status=3)
    assert sorted(file.name for file in (root / "ra").iterdir()) == ["a.md", "c.md"]
    plan(root, "diff", "plans/cu", "plans/moi", "--to", "md", "-o", "ra", status=3)


def test_documents_of_a_unit_that_nobody_registered_are_sides(root: Path) -> None:
    """Two years of another unit's paper are compared without writing it into the register first."""
    for year in YEARS:
        lines = ("TỈNH ĐOÀN C", "BCH HUYỆN ĐOÀN D", "***", f"Số: 05-CTr/ĐTN D, ngày 10 tháng 01 năm {year}", "")
        head = ("CHƯƠNG TRÌNH", f"Công tác Đoàn và phong trào thanh thiếu nhi năm {year}", "", "I. NHIỆM VỤ", "")
        body = ("- Tổ chức học tập nghị quyết của Đoàn.", f"- Trồng mới {year[-1]}.000 cây xanh.", "", "II. CHỈ TIÊU")
        (root / f"{year}.txt").write_text("\n".join((*lines, *head, *body)) + "\n", encoding="utf-8")
    told = changes(root, "2023.txt", "2024.txt")
    assert [one[0] for one in told] == ["changed"]


def test_a_plan_beside_the_one_above_gives_the_table_of_explanations(root: Path) -> None:
    below = """
kind: annual_programme
unit: huyen_b
year: 2024
inherits: [2024]
sections:
  to_chuc_thuc_hien:
    deadlines:
      gui_ke_hoach:
        omit: Chương trình đã gửi cùng bản này
"""
    (root / "plans" / "duoi.yaml").write_text(below, encoding="utf-8")
    plan(root, "diff", "2024", "duoi", "--to", "docx-table", "-o", "giai-trinh.docx")
    (table,) = Document(str(root / "giai-trinh.docx")).tables
    rows = [[" ".join(cell.text.split()) for cell in row.cells] for row in table.rows]
    assert rows == [
        ["Asked above", "Own"],
        ["trước ngày 10/11/2024", "kept: trước ngày 10/11/2024"],
        ["Gửi chương trình của đơn vị về Tỉnh đoàn", "dropped: Chương trình đã gửi cùng bản này"],
    ]
