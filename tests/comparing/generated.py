"""Plans made up by hypothesis, and edits of them."""

from typing import Any

from hypothesis import strategies as st

from kehoach.reading.emitter import emit

SPOKEN = "tổ chức triển khai hiệu quả các hoạt động phong trào đoàn viên thanh niên thiếu nhi học sinh cơ sở"
WORDS = tuple(SPOKEN.split())
sentences = st.lists(st.sampled_from(WORDS), min_size=4, max_size=14).map(" ".join)
bodies = st.lists(sentences, min_size=1, max_size=4).map(lambda lines: "".join(f"- {line}.\n" for line in lines))
numbers = st.integers(min_value=1, max_value=900)


@st.composite
def targets(draw: st.DrawFn) -> dict[str, Any]:
    """A few targets with one figure each."""
    found: dict[str, Any] = {}
    for id in draw(st.lists(st.sampled_from("abcdef"), unique=True, max_size=4)):
        phrase = f"ít nhất {draw(numbers):02} {draw(st.sampled_from(['cây xanh', 'lượt thanh niên', 'ngôi nhà']))}"
        text = f"Phấn đấu {phrase} {draw(sentences)}."
        found[f"chi_tieu_{id}"] = {"text": text, "value": phrase, "cascade": "none"}
    return found


@st.composite
def activities(draw: st.DrawFn) -> dict[str, Any]:
    """A few dated activities."""
    found: dict[str, Any] = {}
    for id in draw(st.lists(st.sampled_from("abcdef"), unique=True, max_size=4)):
        day = f"{draw(st.integers(10, 28))}/{draw(st.integers(3, 9))}"
        found[f"hoat_dong_{id}"] = {"text": draw(sentences).capitalize(), "when": [day]}
    return found


@st.composite
def plans(draw: st.DrawFn) -> str:
    """The text of a plan."""
    sections: dict[str, Any] = {}
    for id in draw(st.lists(st.sampled_from(["mot", "hai", "ba", "bon"]), unique=True, min_size=1)):
        sections[id] = {"title": draw(sentences).capitalize(), "body": draw(bodies)}
    sections["chi_tieu"] = {"title": "Hệ thống chỉ tiêu", "targets": draw(targets())}
    sections["hoat_dong"] = {"title": "Các hoạt động", "activities": draw(activities())}
    held = {id: {key: value for key, value in section.items() if value} for id, section in sections.items()}
    year = draw(st.sampled_from(["2023", "2024", "2025"]))
    head = {"kind": "annual_programme", "unit": "tinh_a", "year": year, "subject": f"Công tác Đoàn năm {year}"}
    return emit({**head, "sections": held})
