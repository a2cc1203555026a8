"""Every letter of a value knows where it stands in the file, whatever the style of the scalar."""

import unicodedata

from hypothesis import given, settings
from hypothesis import strategies as st

from kehoach.reading.yaml.nodes import compose
from kehoach.reading.yaml.rawtext import RawText
from kehoach.written import Mapping, Scalar

WORD = st.text("abổựĐ1", min_size=1, max_size=4)
LINES = st.lists(st.lists(WORD, min_size=1, max_size=3).map(" ".join), min_size=1, max_size=4)
GAPS = st.lists(st.sampled_from(["\n", "\n\n", "\n\n\n", "\r\n", "\r\n\r\n"]), min_size=4, max_size=4)
HEADERS = st.sampled_from(["|", ">", "|-", ">-", "|+", ">+", "|2", ">2-", "| # ghi chú"])
MARKS = st.sampled_from([("", ""), ("'", "'"), ('"', '"')])


def scalar(text: str) -> Scalar:
    """The value of ``k`` in a file that holds nothing else before it."""
    root = compose(RawText(text, "x.yaml")).root
    assert isinstance(root, Mapping)
    node = root.entries["k"]
    assert isinstance(node, Scalar)
    return node


def agrees(text: str) -> None:
    """Each letter of the value stands in the file where its offset says; the offsets never go back."""
    value = scalar(text)
    assert len(value.offsets) == len(value.text) + 1
    assert list(value.offsets) == sorted(value.offsets)
    assert len(set(value.offsets)) > 1
    for letter, at in zip(value.text, value.offsets, strict=False):
        assert letter in " \n" or text[at] == letter
    if text[value.offsets[0] - 1] in " \n":
        end = value.place.end_line, value.place.end_column
        assert end == RawText(text, "x.yaml").position(value.offsets[-1])


@given(LINES, GAPS, HEADERS)
@settings(derandomize=True, max_examples=300, deadline=None)
def test_block_texts(lines: list[str], gaps: list[str], header: str) -> None:
    body = "".join(f"  {line}{gap}" for line, gap in zip(lines, gaps, strict=False))
    agrees(f"k: {header}\n{body}z: 1\n")


@given(LINES, GAPS, st.integers(1, 3))
@settings(derandomize=True, max_examples=200, deadline=None)
def test_block_texts_with_deeper_lines(lines: list[str], gaps: list[str], deeper: int) -> None:
    margins = ("  " + " " * (deeper if i % 2 else 0) for i in range(len(lines)))
    body = "".join(f"{margin}{line}{gap}" for margin, line, gap in zip(margins, lines, gaps, strict=False))
    agrees(f"k: >\n{body}z: 1\n")


@given(st.text(" \n\taổ#", max_size=12), HEADERS)
@settings(derandomize=True, max_examples=400, deadline=None)
def test_block_texts_that_end_in_any_blanks(ending: str, header: str) -> None:
    text = f"k: {header}\n  a" + ending.replace("\n", "\n  ")
    composed = compose(RawText(text, "x.yaml"))
    if composed.error is None:
        agrees(text)


@given(LINES, GAPS, MARKS)
@settings(derandomize=True, max_examples=300, deadline=None)
def test_plain_and_quoted_texts(lines: list[str], gaps: list[str], marks: tuple[str, str]) -> None:
    body = "".join(f"{gap}   {line}" for line, gap in zip(lines, gaps, strict=False)).strip()
    agrees(f"k: {marks[0]}{body}{marks[1]}\nz: 1\n")


def test_escapes_and_doubled_marks() -> None:
    text = 'k: "a\\u1ea5b\\"c \\\n  d"\n'
    value = scalar(text)
    assert value.text == 'aấb"c d'
    assert [text[at] for at in value.offsets] == ["a", "\\", "b", "\\", "c", " ", "d", '"']
    doubled = "k: 'a''b'\n"
    assert scalar(doubled).offsets == (4, 5, 7, 8)


def test_composed_letters_stand_at_their_first_part() -> None:
    text = unicodedata.normalize("NFD", "k: Tuổi trẻ\n")
    value = scalar(text)
    assert value.text == "Tuổi trẻ"
    assert len(value.offsets) == len(value.text) + 1
    assert text[value.offsets[2]] == "o" and text[value.offsets[3]] == "i"
    assert value.offsets[-1] == len(text) - 1


def test_an_escape_that_is_part_of_a_letter_is_composed() -> None:
    value = scalar('k: "Tuo\\u0302\\u0309i"\n')
    assert value.text == "Tuổi"
    assert value.offsets == (4, 5, 6, 19, 20)


def test_a_place_counts_code_points_after_composed_letters() -> None:
    text = "a: 1\nk: " + unicodedata.normalize("NFD", "ổ") + " b # x\n"
    place = scalar(text).place
    assert (place.line, place.column, place.end_line, place.end_column) == (2, 4, 2, 9)
