"""What the plan above changed since: which of our things it touches, and that it comes from there."""

import pytest

from kehoach.comparing.compare import compared
from kehoach.comparing.contrasting import Named, contrast
from kehoach.phrases.lexicon import Lexicon
from kehoach.reading.workspace import Workspace

from .conftest import Space, side

Edit = tuple[str, str] | None
Told = tuple[str, str, str, str]
ABOVE = """\
kind: annual_programme
unit: tinh_a
year: 2023
subject: Công tác Đoàn năm 2023
sections:
  chi_tieu:
    title: Chỉ tiêu
    targets:
      cay_xanh:
        text: Trồng mới ít nhất 20.000 cây xanh.
        cascade: each
      hien_mau:
        text: Vận động 500 lượt thanh niên hiến máu.
        cascade: each
      nha_nhan_ai:
        text: Xây mới 04 nhà nhân ái.
        cascade: each
  hoat_dong:
    title: Các hoạt động
    activities:
      hoi_trai:
        text: Hội trại thanh niên
        when: tháng 3/2023
        carrier: whole
      viet_da:
        text: Giải Việt dã
        carrier: whole
deadlines:
  bao_cao_nam:
    text: Gửi báo cáo năm
    due: trước ngày 20/11/2023
    carrier: below
"""
OURS = """\
kind: annual_programme
unit: huyen_b
year: 2023
inherits: [tinh]
subject: Công tác Đoàn huyện năm 2023
sections:
  chi_tieu:
    targets:
      hien_mau:
        value: 600
"""
CASES = {
    "a figure": (("20.000", "26.000"), None, ("changed", "cay_xanh", "figures/value", "tinh")),
    "a time": (("tháng 3/2023", "tháng 5/2023"), None, ("changed", "hoi_trai", "when", "tinh")),
    "a due day": (("20/11", "05/11"), None, ("changed", "bao_cao_nam", "due", "tinh")),
    "words": (("Giải Việt dã", "Giải Việt dã mở rộng"), None, ("changed", "viet_da", "words", "tinh")),
    "something gone": (
        ("      viet_da:\n        text: Giải Việt dã\n        carrier: whole\n", ""),
        None,
        ("removed", "viet_da", "", "tinh"),
    ),
    "something new": (
        ("      viet_da:", "      hoi_thao:\n        text: Hội thao\n        carrier: whole\n      viet_da:"),
        None,
        ("added", "hoi_thao", "", "tinh"),
    ),
    "a figure of our own": (None, ("600", "700"), ("changed", "hien_mau", "figures/value", "")),
    "a figure we made ours": (
        None,
        ("      hien_mau:\n", "      cay_xanh:\n        value: 30.000\n      hien_mau:\n"),
        ("changed", "cay_xanh", "figures/value", ""),
    ),
    "what we leave out": (
        None,
        ("      hien_mau:\n", "      nha_nhan_ai:\n        omit: Đã giao đơn vị khác\n      hien_mau:\n"),
        ("removed", "nha_nhan_ai", "", ""),
    ),
}


@pytest.mark.parametrize(("above", "ours", "told"), CASES.values(), ids=CASES)
def test_what_is_touched_and_by_whom(space: Space, lexicon: Lexicon, above: Edit, ours: Edit, told: Told) -> None:
    then = space({"tinh": ABOVE, "huyen": OURS})
    now = space({"tinh": edited(ABOVE, above), "huyen": edited(OURS, ours)})
    assert lines(then, now, lexicon) == [told]


def edited(text: str, edit: Edit) -> str:
    assert edit is None or text.count(edit[0]) == 1
    return text.replace(*edit) if edit else text


def lines(then: Workspace, now: Workspace, lexicon: Lexicon) -> list[Told]:
    plan = now.resolve("huyen")
    assert plan
    omitted = frozenset(one.pointer for one in plan.omitted)
    named = Named("huyen", "huyen", lambda entry: entry.pointer, omitted)
    made = contrast(compared(side(then, "huyen"), side(now, "huyen"), lexicon), named, named)
    return [(one.what, (one.new_pointer or one.old_pointer), one.field, one.by) for one in made.lines]
