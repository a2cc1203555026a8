"""The edits that a fault of the file brings: made, the fault is gone, and nothing is left to edit."""

from collections.abc import Callable
from pathlib import Path

import pytest

from kehoach.findings import Fault
from kehoach.places import edited
from kehoach.written import Written

Reader = Callable[[bytes], Written]
CASES = sorted((Path(__file__).parents[1] / "mistakes" / "DOC").glob("*.yaml"))
CURED = {
    "begins_with_placeholder": "opening: >-\n  {{ unit.name }} xây dựng chương trình công tác năm 2023.\n",
    "begins_with_quotation": '        text: >-\n          "Tết yêu thương" cho thiếu nhi\n',
    "colon_in_value": "subject: >-\n  Chủ đề: công tác Đoàn năm 2023\n",
    "colon_in_second_line": "chương trình\n  công tác năm 2023 với các nội dung: chỉ tiêu và hoạt động.\n",
    "cut_at_hashtag": "    title: >-\n      Phong trào #tuoitre của huyện\n",
    "filing_line_with_colon": "  - >-\n    Lưu: VT\n  # dòng cuối\n  - Lưu VP\n",
    "dash_without_space": "  - Tỉnh đoàn\n  - Lưu VP\n",
    "all_dashes_without_space": "      - VP\n      - TTTĐ\n",
    "bullets_without_bar": "    body: |\n      Công tác giáo dục\n      - Tổ chức sinh hoạt chuyên đề\n",
    "bullet_behind_key": "    body: |\n      - Tổ chức sinh hoạt chuyên đề.\n",
    "colon_without_space": "    title: Nội dung\n",
    "tab_in_indentation": "sections:\n  chi_tieu:\n    title: Chỉ tiêu\n",
    "hard_space_in_indentation": "sections:\n  chi_tieu:\n    title: Chỉ tiêu\n",
    "begins_with_star": "    title: >-\n      **Chỉ tiêu** cơ bản\n",
    "control_character": "subject: Công tác Đoàn năm 2023\n",
    "only_a_placeholder": "    body: >-\n      {{ parent }}\n",
}


def cures(written: Written) -> list[Fault]:
    """The faults that bring edits."""
    return [fault for fault in written.faults if fault.edits]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
@pytest.mark.parametrize("newline", ["\n", "\r\n"], ids=["LF", "CRLF"])
def test_an_edit_cures_for_good(case: Path, newline: str, read: Reader) -> None:
    before = read(case.read_text(encoding="utf-8").replace("\n", newline).encode())
    found = cures(before)
    text = edited(before.text, [edit for fault in found for edit in fault.edits])
    after = read(text.encode())
    assert not {fault.code for fault in found} & {fault.code for fault in after.faults}
    assert cures(after) == []
    assert text.count("\r\n") == (text.count("\n") if newline == "\r\n" else 0)


@pytest.mark.parametrize("name", CURED)
def test_what_a_cure_writes(name: str, read: Reader) -> None:
    case = next(case for case in CASES if case.stem == name)
    before = read(case.read_bytes())
    text = edited(before.text, [edit for fault in before.faults for edit in fault.edits])
    assert CURED[name] in text
    assert read(text.encode()).faults == ()
