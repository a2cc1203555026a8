"""A plan file as values: every scalar as written, every value at its place, short forms written out."""

from collections.abc import Callable
from pathlib import Path

import pytest

from kehoach.reporting.words import LANGUAGES, Words
from kehoach.written import Mapping, Node, Scalar, Sequence, Written, plain

Reader = Callable[[bytes], Written]
SAMPLE = Path(__file__).with_name("sample.yaml").read_bytes()
HEAD = "kind: annual_programme\nunit: huyen_doan\nyear: 2023\n"


def at(written: Written, *path: str | int) -> Node:
    """The value at *path*."""
    node: Node = written.root
    for step in path:
        node = node.entries[str(step)] if isinstance(node, Mapping) else node.items[int(step)]  # type: ignore[union-attr]
    return node


def test_a_whole_plan_reads_without_a_fault(read: Reader) -> None:
    written = read(SAMPLE)
    assert written.faults == () and not written.broken


def test_short_forms_are_written_out(read: Reader) -> None:
    written = read(SAMPLE)
    assert plain(at(written, "recipients", 1)) == {"archive": "true", "to": "VP"}
    assert plain(at(written, "bases", 1, "text")) == (
        "Nghị quyết Đại hội đại biểu Đoàn TNCS Hồ Chí Minh huyện Hòa An, nhiệm kỳ 2022 - 2027"
    )
    activity = at(written, "sections", "hoat_dong", "activities", "ngay_xanh")
    assert plain(activity)["when"] == ["các ngày 19/3, 28/5, 23/7, 17/9"]  # type: ignore[index,call-overload]
    figures = at(written, "sections", "chi_tieu", "targets", "phat_trien_doan", "figures")
    assert plain(figures)["moi"] == {"phrase": "600 đoàn viên"}  # type: ignore[index,call-overload]


def test_the_rest_of_a_filing_line_keeps_its_place(read: Reader) -> None:
    to = at(read(SAMPLE), "recipients", 1, "to")
    assert isinstance(to, Scalar)
    text = SAMPLE.decode()
    assert text[to.offsets[0] : to.offsets[-1]] == "VP"


def test_one_issuer_may_stand_for_a_list(read: Reader) -> None:
    written = read(f"{HEAD}issued:\n  by: huyen_doan\n".encode())
    assert plain(at(written, "issued", "by")) == [{"unit": "huyen_doan"}]


@pytest.mark.parametrize("value", ["60.000", "01", "2023-03-02", "7:30", "no", "0x1F", "1e3", "-0"])
def test_a_value_is_the_text_that_stands_there(read: Reader, value: str) -> None:
    assert plain(at(read(f"{HEAD}subject: {value}\n".encode()), "subject")) == value


def test_sixty_thousand_is_sixty_thousand(read: Reader) -> None:
    from kehoach.phrases import quantity

    target = "sections:\n  chi_tieu:\n    targets:\n      luot:\n        value: 60.000\n"
    value = at(read((HEAD + target).encode()), "sections", "chi_tieu", "targets", "luot", "value")
    assert isinstance(value, Scalar) and quantity.number(value.text) == 60000


def test_a_blank_is_not_an_empty_text(read: Reader) -> None:
    written = read(f"{HEAD}issued:\n  number:\n  department: ''\n".encode())
    number, department = at(written, "issued", "number"), at(written, "issued", "department")
    assert isinstance(number, Scalar) and number.blank
    assert isinstance(department, Scalar) and not department.blank and department.text == ""


def test_line_ends_and_byte_order_mark_make_no_difference(read: Reader) -> None:
    unix, windows = read(SAMPLE), read(b"\xef\xbb\xbf" + SAMPLE.replace(b"\n", b"\r\n"))
    assert windows.faults == () and plain(windows.root) == plain(unix.root)
    assert windows.root.keys == unix.root.keys
    assert "\r\n" in windows.text and not windows.text.startswith("\ufeff")


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "cp1258", "latin-1"])
def test_other_encodings_are_one_clear_fault(read: Reader, encoding: str) -> None:
    written = read("subject: công tác Đoàn".encode(encoding, "replace"))
    assert [fault.code for fault in written.faults] == ["DOC102"] and written.broken


@pytest.mark.parametrize(
    ("data", "code", "said"),
    [
        ("subject: công tác Đoàn".encode("utf-16"), "DOC102", "UTF-16"),
        ("subject: Đoàn".encode("cp1258"), "DOC102", "TCVN3, VNI, Windows-1258"),
        (b"subject: a\nyear: \0\0\0\0", "DOC133", "NUL"),
    ],
)
def test_what_the_file_probably_is_gets_said(read: Reader, data: bytes, code: str, said: str) -> None:
    (fault,) = read(data).faults
    assert fault.code == code and not fault.edits
    for language in LANGUAGES:
        assert said in Words(language).message(fault)


def test_a_nul_is_told_at_its_place(read: Reader) -> None:
    assert [str(fault.place) for fault in read(b"\xef\xbb\xbfa: b\nab\0\0").faults] == ["plans/case.yaml:2:3"]


def test_values_are_composed_letters(read: Reader) -> None:
    import unicodedata

    written = read((HEAD + "subject: " + unicodedata.normalize("NFD", "Tuổi trẻ") + "\n").encode())
    assert plain(at(written, "subject")) == "Tuổi trẻ"


@pytest.mark.parametrize(
    ("text", "limit"),
    [
        ("#" * 8_000_001, "8000000 byte"),
        ("a:\n" + "".join(f"  k{i}: x\n" for i in range(100_001)), "100000 giá trị"),
        ("- " * 60 + "a", "40 bậc"),
    ],
    ids=["bytes", "values", "depth"],
)
def test_a_limit_is_said_in_words(read: Reader, text: str, limit: str) -> None:
    (fault,) = read(text.encode()).faults
    assert fault.code == "DOC107" and limit in Words("vi").message(fault)


@pytest.mark.parametrize(
    "text",
    [
        "a: " + "[" * 60 + "]" * 60,
        "- " * 60 + "a",
        "{" * 5000,
        "[" * 5000,
        "a:\n" + "".join(f"  k{i}: x\n" for i in range(60_000)),
    ],
    ids=["nested lists", "nested dashes", "open braces", "open brackets", "many keys"],
)
def test_no_file_is_too_much(read: Reader, text: str) -> None:
    written = read(text.encode())
    assert written.broken and written.faults


def test_a_list_of_what_is_wrong_is_in_the_order_of_the_file(read: Reader) -> None:
    written = read(f"{HEAD}subjet: a\nsection: b\nkinds: c\n".encode())
    assert [(f.code, f.place.line, f.arguments["nearest"]) for f in written.faults] == [
        ("DOC201", 4, "subject"),
        ("DOC201", 5, "sections"),
        ("DOC201", 6, "kind"),
    ]


@pytest.mark.parametrize(
    ("text", "code", "message"),
    [
        ("bases:\n  - Luật Thanh niên\n  -\n", "DOC205", "mục 2 của “bases” để trống, mà ở đây phải có giá trị"),
        ("subject:\n", "DOC205", "“subject” để trống, mà ở đây phải có giá trị"),
        ("sections: a\n", "DOC202", "“sections” đang viết ở dạng lời văn, cần dạng nhóm khóa"),
        ("bases:\n  a: b\n", "DOC202", "“bases” đang viết ở dạng nhóm khóa, cần dạng danh sách"),
        ("recipients:\n  - - VP\n", "DOC202", "mục 1 của “recipients” đang viết ở dạng danh sách, cần dạng nhóm khóa"),
    ],
)
def test_a_misfit_is_told_in_words(read: Reader, text: str, code: str, message: str) -> None:
    (fault,) = read((HEAD + text).encode()).faults
    assert (fault.code, Words("vi").message(fault)) == (code, message)


def test_pointers_name_items_and_figures(read: Reader) -> None:
    text = f"""{HEAD}sections:
  chi_tieu:
    titel: Chỉ tiêu
    own:
      boddy: a
    targets:
      sach:
        text: Tặng 100 cuốn sách.
        figures:
          value:
            cascade: tổng
bases:
  - text: a
    txt: b
"""
    pointers = [fault.pointer for fault in read(text.encode()).faults]
    assert pointers == ["chi_tieu/titel", "chi_tieu/own/boddy", "sach.value/cascade", "bases/1/txt"]


def test_a_list_item_that_is_no_mapping_is_named_by_its_place(read: Reader) -> None:
    faults = read(f"{HEAD}recipients:\n  - - VP\n".encode()).faults
    assert [(fault.code, fault.pointer) for fault in faults] == [("DOC202", "recipients/1")]
    assert isinstance(read(f"{HEAD}recipients:\n  - VP\n".encode()).root.entries["recipients"], Sequence)


def test_a_misspelt_key_is_told_once_though_it_was_needed(read: Reader) -> None:
    faults = read(HEAD.replace("unit:", "unti:").encode()).faults
    assert [(fault.code, fault.arguments["nearest"]) for fault in faults] == [("DOC201", "unit")]
