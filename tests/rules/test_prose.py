"""What the rules on prose cure by themselves, and what they say of plans that are sound."""

import unicodedata
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from kehoach.commands.checking.checker import Checker
from kehoach.findings import Fault, Profile, Severity
from kehoach.finished import Finished
from kehoach.manuscript import Manuscript
from kehoach.reading.source import Folder
from kehoach.reading.workspace import Workspace
from kehoach.reporting.words import Words
from kehoach.rules.fixing import fixed

ROOT = Path(__file__).parents[2]
SHIPPED = Workspace(ROOT, Folder(ROOT))
Laid = Callable[[str], Workspace]

HEAD = "kind: trial\nunit: huyen\nyear: 2024\nbases: [Nghị quyết thử]\n"
AILING = f"""{HEAD}# một lời  ghi , không ai sửa
sections:
  muc_dich:
    title: "Mục đích :  vui , khỏe"
    body: |
      - Thanh niên ,học sinh  tham gia ( cả trường ) .
      - {unicodedata.normalize("NFD", "Vận động")} \u00d0oàn\u200b viên.
      - Giữ  {{{{ unit.name }}}}  nguyên vẹn
        ở dòng sau .
    targets:
      cay:
        text: >-
          Trồng 20 cây
          xanh  ở xã , phường.
        cascade: none
"""
SOUND = f"""{HEAD}# một lời  ghi , không ai sửa
sections:
  muc_dich:
    title: "Mục đích: vui, khỏe"
    body: |
      - Thanh niên, học sinh tham gia (cả trường).
      - Vận động Đoàn viên.
      - Giữ {{{{ unit.name }}}} nguyên vẹn
        ở dòng sau.
    targets:
      cay:
        text: >-
          Trồng 20 cây
          xanh  ở xã , phường.
        cascade: none
"""


def test_what_is_cured_is_cured_at_once_and_nothing_else_is_touched(laid: Laid) -> None:
    text = AILING
    for _ in range(3):
        text = fixed(text, faults(laid(text)))
    assert text == SOUND
    left = faults(laid(text))
    assert fixed(text, left) == text
    assert {fault.code for fault in left} == {"TXT211", "TXT213"}


def test_words_are_never_written_for_anybody(laid: Laid) -> None:
    text = f"{HEAD}sections:\n  muc_dich:\n    title: ”Vấn đè” công tác công tác đươc nêu 2022 2027..\n"
    found = faults(laid(text))
    assert {fault.code for fault in found} >= {"TXT202", "TXT214", "TXT301", "TXT502", "TXT601", "TXT603"}
    assert fixed(text, found) == text


@pytest.mark.parametrize("number", ["1", "20", "1.500", "3/2024"])
def test_words_are_judged_alike_beside_any_number_and_told_with_their_own(number: str, laid: Laid) -> None:
    title = f"Trồng {number} cay xanh, {number} 6 công công tác, {number} đươc"
    found = faults(laid(f"{HEAD}sections:\n  muc_dich:\n    title: {title}\n"))
    assert [fault.code for fault in found] == ["TXT603", "TXT301", "TXT601"]
    assert found[0].arguments == {"text": f"{number} cay xanh", "meant": f"{number} cây xanh"}


def test_a_finished_document_is_never_written_to(laid: Laid) -> None:
    space = laid(AILING)
    file = space.written("case")
    assert file
    space.take_in(Finished(Manuscript("bài.docx", "", ()), ()), replace(file, id="bài.docx", file="bài.docx"))
    found = faults(space, "bài.docx")
    assert found and all(not fault.edits for fault in found)


@pytest.mark.parametrize("id", tuple(SHIPPED.plans()))
def test_sound_plans_are_left_in_peace(id: str) -> None:
    checker = Checker(SHIPPED, Words(), Profile.SUBMIT)
    found = [finding for finding in checker.findings(id) if finding.fault.code.startswith("TXT")]
    assert [finding for finding in found if finding.severity is not Severity.INFO] == []
    assert len(found) <= 3


def test_a_workspace_has_words_of_its_own(laid: Laid) -> None:
    text = f"{HEAD}sections:\n  muc_dich:\n    title: Lễ hội Rijà nưgar và điểm chuyên đổi ở xã\n"
    assert codes(laid(text)) == ["TXT601", "TXT603"]
    space = laid(text)
    own = space.root / "schemas" / "spelling"
    own.mkdir(parents=True)
    (own / "own.txt").write_text("# của huyện\nnưgar\nchuyên đổi\n", encoding="utf-8")
    assert codes(Workspace(space.root, Folder(space.root))) == []


def faults(space: Workspace, id: str = "case") -> list[Fault]:
    """The faults of a plan in its prose."""
    found = Checker(space, Words(), Profile.DRAFT).findings(id)
    return [finding.fault for finding in found if finding.fault.code.startswith("TXT")]


def codes(space: Workspace) -> list[str]:
    """The codes of the faults of the case."""
    return [fault.code for fault in faults(space)]
