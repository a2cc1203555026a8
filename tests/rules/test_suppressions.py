"""``allow:`` sets a fault aside on its item, for a reason, for a time; anything else about it is found."""

from collections.abc import Callable

import pytest

from kehoach.commands.checking.checker import Checker
from kehoach.findings import Profile
from kehoach.reading.workspace import Workspace
from kehoach.reporting.words import Words

PLAN = """\
kind: trial
unit: tinh
year: 2024
bases:
  - Nghị quyết thử
sections:
  muc_dich:
    title: Mục đích
    targets:
      du_an:
        text: Hỗ trợ 12 dự án.
        as_child: Hỗ trợ 12 dự án.
{allow}
      khac:
        text: Tổ chức 05 lớp tập huấn.
        as_child: Tổ chức 05 lớp tập huấn.
        cascade: none
"""
UNTOUCHED = "TGT301 11"


@pytest.mark.parametrize(
    ("allow", "told"),
    [
        ("        allow: {TGT301: {because: thí điểm}}", []),
        ("        allow: {TGT301: {because: thí điểm, until: 31/12/2999}}", []),
        ("        allow: {TGT301: {because: thí điểm, until: 31/12/2023}}", [UNTOUCHED, "SUP102 13"]),
        ("        allow: {TGT301: {because: }}", [UNTOUCHED]),
        ("        allow: {TGT301: {because: ' '}}", [UNTOUCHED, "SUP103 13"]),
        ("        allow: {TGT303: {because: thí điểm}}", [UNTOUCHED, "SUP101 13"]),
        ("        allow: {TGT999: {because: thí điểm}}", [UNTOUCHED, "SUP105 13"]),
        ("        allow: {không biết: {because: thí điểm}}", [UNTOUCHED, "SUP105 13"]),
        ("        allow: {INH101: {because: thí điểm}}", [UNTOUCHED, "SUP104 13"]),
        ("        cascade: none", []),
    ],
)
def test_a_fault_is_set_aside_for_a_reason(allow: str, told: list[str], laid: Callable[[str], Workspace]) -> None:
    found = Checker(laid(PLAN.format(allow=allow)), Words(), Profile.SUBMIT).findings("case")
    assert [f"{f.fault.code} {f.fault.place.line}" for f in found if f.fault.code[:3] != "DOC"] == told


def test_an_allowance_on_the_whole_plan_holds_everywhere(laid: Callable[[str], Workspace]) -> None:
    text = PLAN.format(allow="") + "allow:\n  TGT301:\n    because: thí điểm\n"
    assert Checker(laid(text), Words(), Profile.SUBMIT).findings("case") == ()


def test_an_allowance_is_not_unused_because_the_profile_is_silent(laid: Callable[[str], Workspace]) -> None:
    allow = "        allow:\n          TGT301:\n            because: thí điểm"
    assert Checker(laid(PLAN.format(allow=allow)), Words(), Profile.DRAFT).findings("case") == ()
