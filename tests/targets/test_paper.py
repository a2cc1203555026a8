"""A finished document is not asked for what only a plan file can say."""

import json
from pathlib import Path

import pytest

from kehoach.commands.shell.endings import run

from .conftest import Grown

PAPER = """ĐOÀN TNCS HỒ CHÍ MINH
BCH TỈNH ĐOÀN

CHƯƠNG TRÌNH
Công tác Đoàn và phong trào thanh thiếu nhi năm 2023

I. CHỈ TIÊU
1. Mỗi huyện đoàn thực hiện ít nhất 02 công trình thanh niên.
2. Trồng mới ít nhất 20.000 cây xanh.
3. Tỷ lệ tập hợp thanh niên tăng 2% so với năm 2022.

II. TỔ CHỨC THỰC HIỆN
- Các huyện đoàn triển khai thực hiện chương trình này.
"""


def test_a_document_on_paper_has_no_keys(
    grown: Grown, tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    grown({})
    (tmp_path / "chuong-trinh.txt").write_text(PAPER, encoding="utf-8")
    run(
        ["-C", str(tmp_path), "validate", str(tmp_path / "chuong-trinh.txt"), "--profile", "submit", "--format", "json"]
    )
    said = json.loads(capsysbinary.readouterr().out)
    assert said["summary"]["files"] == 1
    assert [one["code"] for one in said["findings"] if one["code"].startswith("TGT")] == []
