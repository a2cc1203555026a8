"""``plan import`` writes plans that are sound, in a workspace or in a new one, and says what it did."""

import json
import shutil
from pathlib import Path

import pytest

from kehoach.commands.shell.endings import run

HERE = Path(__file__).parent
SOURCE = HERE / "sources" / "huyen.txt"
UNITS = HERE.parent / "commands" / "workspace"


def says(capsys: pytest.CaptureFixture[str], *arguments: object) -> tuple[int, str, str]:
    """The exit status of a run and what it says."""
    status = run([str(one) for one in arguments])
    said = capsys.readouterr()
    return status, said.out, said.err


def test_a_workspace_is_made_around_the_plan(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status, said, _ = says(capsys, "import", SOURCE, "-o", tmp_path / "moi")
    plan = tmp_path / "moi" / "plans" / "huyen_doan_ben_do" / "2024-annual_programme.yaml"
    assert status == 0
    assert plan.is_file()
    assert "7 con số" in said
    line = 1 + SOURCE.read_text(encoding="utf-8").splitlines().index("6. Đạt danh hiệu đơn vị xuất sắc.")
    assert f"dòng {line}:" in said
    assert says(capsys, "-C", tmp_path / "moi", "validate")[0] == 0
    assert says(capsys, "-C", tmp_path / "moi", "render", "--to", "txt")[0] == 0


def test_nothing_is_overwritten_without_being_asked(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert says(capsys, "import", SOURCE, "-o", tmp_path)[0] == 0
    assert says(capsys, "import", SOURCE, "-o", tmp_path, "--unit", "huyen_doan_ben_do")[0] == 3
    assert says(capsys, "import", SOURCE, "-o", tmp_path, "--unit", "huyen_doan_ben_do", "--force")[0] == 0


def test_an_unknown_unit_is_not_added(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    shutil.copytree(UNITS, tmp_path / "ws")
    register = tmp_path / "ws" / "plans" / "units.yaml"
    before = register.read_bytes()
    file = tmp_path / "thang.txt"
    shutil.copy(HERE / "sources" / "thang.txt", file)
    status, _, said = says(capsys, "-C", tmp_path / "ws", "import", file)
    assert (status, register.read_bytes()) == (3, before)
    assert "--unit" in said
    assert says(capsys, "-C", tmp_path / "ws", "import", file, "--unit", "huyen")[0] == 0


def test_a_known_unit_is_found(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    shutil.copytree(UNITS, tmp_path / "ws")
    assert says(capsys, "-C", tmp_path / "ws", "import", SOURCE)[0] == 0
    assert (tmp_path / "ws" / "plans" / "huyen" / "2024-annual_programme.yaml").is_file()


def test_a_stub_is_a_head_alone(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert says(capsys, "import", SOURCE, "--stub", "-o", tmp_path / "plans" / "tren.yaml")[0] == 0
    text = (tmp_path / "plans" / "tren.yaml").read_text(encoding="utf-8")
    assert "complete: false" in text
    assert "sections" not in text
    assert says(capsys, "-C", tmp_path, "validate")[0] == 0


def test_the_report_is_json_when_asked(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status, said, _ = says(capsys, "import", SOURCE, "-o", tmp_path, "--report", "json")
    (told,) = json.loads(said)["files"]
    assert status == 0
    assert told["head"]["subject"] == "Công tác Đoàn và phong trào thanh thiếu nhi huyện Bến Đò năm 2024"
    assert told["counts"]["figures"] == 7
    assert {note["code"] for note in told["notes"]} == {"IMP205", "IMP206"}
    assert all(note["line"] for note in told["notes"])


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_bad_file_stops_no_other(tmp_path: Path, capsys: pytest.CaptureFixture[str], jobs: int) -> None:
    folder = tmp_path / "den"
    folder.mkdir()
    for name in ("a.txt", "b.txt"):
        shutil.copy(SOURCE, folder / name)
    (folder / "hong.docx").write_bytes(b"PK\x03\x04 no document")
    status, said, wrong = says(capsys, "import", folder, "-o", tmp_path / "ra", "-j", jobs)
    made = sorted(path.name for path in (tmp_path / "ra" / "plans").rglob("*.yaml"))
    assert status == 3
    assert made == ["2024-annual_programme-b.yaml", "2024-annual_programme.yaml", "units.yaml"]
    assert "hong.docx" in wrong
    assert said.count("7 con số") == 2


def test_findings_point_at_the_document(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "sai.txt"
    text = SOURCE.read_text(encoding="utf-8")
    file.write_text(text.replace("ngày 27/7/2024", "thứ Hai, ngày 27/7/2024"), encoding="utf-8")
    status, said, _ = says(capsys, "-C", tmp_path, "validate", "sai.txt", "--format", "json", "--fail-on", "warning")
    found = json.loads(said)["findings"]
    line = next(n for n, row in enumerate(text.splitlines(), 1) if "27/7/2024" in row)
    assert status == 1
    assert line in {one["line"] for one in found if one["code"].startswith("CAL")}


def test_a_document_of_another_type_is_not_made_a_plan_unasked(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "bao-cao.txt"
    text = SOURCE.read_text(encoding="utf-8")
    file.write_text(text.replace("\nCHƯƠNG TRÌNH\n", "\nBÁO CÁO\n"), encoding="utf-8")
    status, _, said = says(capsys, "import", file, "-o", tmp_path / "ra")
    assert (status, (tmp_path / "ra").exists()) == (3, False)
    assert "“BÁO CÁO”" in said
    assert "--kind" in said
    assert "annual_programme (Chương trình)" in said
    status, said, _ = says(capsys, "import", file, "-o", tmp_path / "ra", "--kind", "annual_programme")
    assert status == 0
    assert "“BÁO CÁO” sẽ được in thành “Chương trình”" in said


def test_a_foot_above_the_text_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = SOURCE.read_text(encoding="utf-8")
    start, body = text.index("Nơi nhận:"), text.index("\nI. ")
    end = text.find("PHỤ LỤC", start)
    foot = text[start : end if end > 0 else len(text)]
    file = tmp_path / "nguoc.txt"
    file.write_text(f"{text[:body]}\n{foot}\n{text[body:start]}", encoding="utf-8")
    told = {}
    for name in (SOURCE, file):
        _, said, _ = says(capsys, "import", name, "-o", tmp_path / name.stem, "--report", "json")
        (report,) = json.loads(said)["files"]
        told[name] = "IMP210" in {note["code"] for note in report["notes"]}
    assert told == {SOURCE: False, file: True}


def test_a_second_signer_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rows = (HERE / "documents" / "joint_issue.txt").read_text(encoding="utf-8").splitlines()
    file = tmp_path / "lien-tich.txt"
    file.write_text("\n".join(row.partition("|")[2].strip("\n") for row in rows if "|" in row), encoding="utf-8")
    _, said, _ = says(capsys, "import", file, "-o", tmp_path / "ra")
    assert "nhiều người ký (Nguyễn Thị Hoa, Trần Văn Bình)" in said
