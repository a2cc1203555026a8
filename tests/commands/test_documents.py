"""Finished documents as ``plan validate`` meets them: broken, no plans at all, in folders without a workspace."""

import json
import subprocess
import sys
from pathlib import Path
from shutil import copytree

import docx
import pytest

WORKSPACE = Path(__file__).parent / "workspace"
DOCUMENT = (WORKSPACE / "den" / "thang-thanh-nien.txt").read_text(encoding="utf-8")
NOTE = "# Ghi chú họp ngày 05/3/2024\n\n- Mua nước uống, mượn loa của Nhà văn hóa.\n"
UNREADABLE = {
    "nhi-phan.txt": bytes(range(256)) * 8,
    "rong.txt": b"",
    "hong.docx": b"PK\x03\x04 broken",
    "hong.pdf": b"%PDF-1.7\nbroken",
}


def plan(folder: Path, *arguments: str) -> subprocess.CompletedProcess[bytes]:
    """A run of the command in *folder*."""
    return subprocess.run(
        [sys.executable, "-m", "kehoach", *arguments], cwd=folder, capture_output=True, timeout=120, check=False
    )


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder outside any workspace, with one document, a note and a file of data."""
    (tmp_path / "den").mkdir()
    (tmp_path / "den" / "ke-hoach.txt").write_text(DOCUMENT, encoding="utf-8")
    (tmp_path / "den" / "ghi-chu.md").write_text(NOTE, encoding="utf-8")
    (tmp_path / "den" / "bang.yaml").write_text("a: b\n", encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize("form", ["text", "json", "sarif", "github"])
@pytest.mark.parametrize("name", [*UNREADABLE, "khong-co.txt"])
def test_what_cannot_be_read_is_a_finding(folder: Path, name: str, form: str) -> None:
    if name in UNREADABLE:
        (folder / name).write_bytes(UNREADABLE[name])
    run = plan(folder, "validate", name, "--format", form)
    said = run.stdout.decode("utf-8")
    assert run.returncode == 3 and run.stderr == b""
    assert "DOC134" in said and name in said and "không có gì sai" not in said


def test_what_cannot_be_read_does_not_count_as_seen(folder: Path) -> None:
    (folder / "hong.docx").write_bytes(UNREADABLE["hong.docx"])
    run = plan(folder, "validate", "hong.docx", "den/ke-hoach.txt", "--format", "json")
    said = json.loads(run.stdout)
    assert said["summary"]["files"] == 1
    assert [one["code"] for one in said["findings"] if one["file"] == "hong.docx"] == ["DOC134"]
    assert any(one["file"] == "den/ke-hoach.txt" for one in said["findings"])


def test_a_folder_without_a_workspace_is_looked_through(folder: Path) -> None:
    by_name = json.loads(plan(folder, "validate", "den/ke-hoach.txt", "--format", "json").stdout)
    run = plan(folder, "validate", "den", "--format", "json")
    assert json.loads(run.stdout) == by_name and run.returncode == 0
    here = plan(folder / "den", "validate", "--format", "json")
    assert json.loads(here.stdout)["summary"] == by_name["summary"]


def test_what_is_found_and_is_no_plan_is_passed_over_in_one_line(folder: Path) -> None:
    for number in range(5):
        (folder / "den" / f"so-tay-{number}.md").write_text("Số điện thoại: gọi sau.\n", encoding="utf-8")
    run = plan(folder, "validate", "den")
    said = "bỏ qua 6 tệp không phải kế hoạch: den/ghi-chu.md, den/so-tay-0.md, den/so-tay-1.md, …"
    assert run.returncode == 0 and run.stderr.decode("utf-8").splitlines() == [said]
    alone = plan(folder, "validate", "den/so-tay-0.md")
    assert alone.returncode == 3 and b"den/so-tay-0.md" in alone.stdout


def test_a_folder_of_a_workspace_elsewhere_is_not_taken_for_one_of_documents(folder: Path) -> None:
    copytree(WORKSPACE / "plans", folder / "noi-khac" / "plans")
    (folder / "noi-khac" / "ke-hoach.txt").write_text(DOCUMENT, encoding="utf-8")
    run = plan(folder, "validate", "noi-khac")
    assert run.returncode == 3 and b"plans/units.yaml" in run.stderr


def test_a_document_is_never_mended(folder: Path) -> None:
    file = folder / "den" / "ke-hoach.txt"
    file.write_text(DOCUMENT.replace("Trồng", "Tro\u0302\u0300ng"), encoding="utf-8")
    before = file.read_bytes()
    run = plan(folder, "validate", "den/ke-hoach.txt", "--fix")
    assert file.read_bytes() == before
    assert "văn bản đã hoàn thành không được sửa tự động" in run.stderr.decode("utf-8")
    assert "TXT101" in run.stdout.decode("utf-8") and b"--fix" not in run.stdout
    found = json.loads(plan(folder, "validate", "den/ke-hoach.txt", "--format", "json").stdout)["findings"]
    assert all(one["fix"] is None for one in found)


@pytest.mark.parametrize(("standard", "codes"), [("doan", 0), ("nd30", 1)])
def test_an_end_mark_is_asked_for_by_its_standard_only(folder: Path, standard: str, codes: int) -> None:
    (folder / "ke-hoach.txt").write_text(DOCUMENT.replace("./.", "."), encoding="utf-8")
    run = plan(folder, "validate", "ke-hoach.txt", "--standard", standard, "--format", "json")
    assert [one["code"] for one in json.loads(run.stdout)["findings"]].count("SEC207") == codes


def test_a_wrong_number_line_in_word_is_told_once(tmp_path: Path) -> None:
    word = docx.Document()
    for line in ("BCH ĐOÀN XÃ TÂN MỸ", "Số: 18 - KH/ĐTN", "CHƯƠNG TRÌNH", "Công tác Đoàn năm 2024"):
        word.add_paragraph(line)
    word.add_paragraph("Căn cứ Kế hoạch số 12 - KH/TĐTN ngày 02/01/2024 của Tỉnh đoàn;")
    word.save(str(tmp_path / "a.docx"))
    said = json.loads(plan(tmp_path, "validate", "a.docx", "--format", "json").stdout)
    lines = [(one["code"], one["paragraph"]) for one in said["findings"] if one["code"][:4] in {"FMT3", "REF1"}]
    assert sorted(one for one in lines if one[1] == 2) == [("FMT311", 2), ("FMT312", 2)]
    assert ("REF101", 5) in lines


def test_words_of_the_margins_and_of_the_text_are_told_together(tmp_path: Path) -> None:
    word = docx.Document()
    word.sections[0].header.paragraphs[0].text = "HUYỆN ĐOÀN TAM ĐƯỜNG"
    for line in DOCUMENT.splitlines():
        word.add_paragraph(line)
    word.save(str(tmp_path / "ke-hoach.docx"))
    run = plan(tmp_path, "validate", "ke-hoach.docx", "--format", "json")
    assert run.stderr == b""
    codes = [one["code"] for one in json.loads(run.stdout)["findings"]]
    assert "FMT118" in codes and "IMP105" in codes
