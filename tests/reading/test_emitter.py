"""What the emitter writes reads back the same, and looks as an officer would write it."""

import unicodedata
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from kehoach.reading.emitter import WIDTH, emit
from kehoach.reading.yaml.nodes import compose
from kehoach.reading.yaml.rawtext import RawText
from kehoach.written import plain

NASTY = [
    *("Lưu: VT", "“Tết yêu thương” cho thiếu nhi", "{{ unit.name }} tổ chức", "*nghiêng*", "**đậm** rồi thường"),
    *(
        "phong trào #tuoitre",
        "số # của tỉnh",
        "- gạch",
        "-liền",
        "+ cộng",
        "null",
        "~",
        "true",
        "60.000",
        "01",
        "//2023",
    ),
    *(
        "100% cán bộ",
        "% đoàn viên",
        "@tên",
        "`mã`",
        "!",
        "&a b",
        "a: b: c",
        "kết thúc:",
        " đầu",
        "cuối ",
        "hai  dấu cách",
    ),
    *(
        "'đơn'",
        '"kép" rồi',
        "a\tb",
        "\tđầu",
        "dòng 1\ndòng 2\n",
        "dòng 1\n\n- dòng 2",
        "\n",
        "a\n",
        "a\n\n",
        " a\nb",
        "# đầu",
    ),
    *(
        "---",
        "--- a",
        "...",
        "? a",
        "[a] b",
        "]",
        ",",
        "|",
        "> 50",
        "a\u2028b",
        "a\u00a0b",
        "\u00a0a",
        "a\r\nb",
        "\x07",
        "",
    ),
    *("-", ":", "Ban Chấp hành xây dựng chương trình năm 2023: " + "một câu dài " * 12 + "hết."),
]
LETTERS = st.text(
    st.characters(exclude_categories=["Cs"]) | st.sampled_from("ấựĐ :#-\n'\"{}[]*&!|>%@,?`~"), max_size=40
)
TEXTS = (st.sampled_from(NASTY) | LETTERS).map(lambda text: unicodedata.normalize("NFC", text))
NO_KEYS = {"", "<<", "~", "null", "Null", "NULL"}
KEYS = TEXTS.filter(lambda key: key not in NO_KEYS and key[0] not in "\t\u00a0\u2007\u202f\u3000")
TREES = st.recursive(
    TEXTS | st.none(), lambda t: st.lists(t, max_size=3) | st.dictionaries(KEYS, t, max_size=3), max_leaves=10
)


def read(text: str) -> Any:
    """The values of a YAML text that must parse."""
    composed = compose(RawText(text, "x.yaml"))
    assert composed.error is None and composed.root is not None, (composed, text)
    return plain(composed.root)


@given(st.dictionaries(KEYS, TREES, min_size=1, max_size=4))
@settings(derandomize=True, max_examples=600, deadline=None)
def test_what_is_written_reads_back_the_same(tree: dict[str, Any]) -> None:
    assert read(emit(tree)) == tree


@given(st.dictionaries(KEYS, TREES, min_size=1, max_size=2))
@settings(derandomize=True, max_examples=200, deadline=None)
def test_no_trap_lies_in_what_is_written(tree: dict[str, Any]) -> None:
    assert compose(RawText(emit(tree), "x.yaml")).faults == ()


def test_long_sentences_are_folded_and_bodies_keep_their_lines() -> None:
    sentence = "Trồng mới ít nhất 20.000 cây xanh, " * 5 + "chăm sóc cây đã trồng."
    text = emit({"text": sentence, "body": "- Một\n- Hai\n", "number": None, "to": "Lưu: VT"}, {("body",): "Sửa lại"})
    assert text.startswith("text: >-\n  Trồng mới")
    assert max(map(len, text.splitlines())) <= WIDTH
    assert "# Sửa lại\nbody: |\n  - Một\n  - Hai\nnumber:\nto: >-\n  Lưu: VT\n" in text
