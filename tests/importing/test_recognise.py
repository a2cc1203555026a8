"""Recognition tells what every line of a finished document is.

A case of ``documents`` is a text with the roles of its lines before a bar: ``heading2``, ``bullet1``,
``issuer+organisation`` for a line that holds two parts, ``annex_title@1`` for what stands in the first annex, ``…`` for
a line that goes on with the one above. The lines at the top, without a bar, say the kind, unit and year that are told.
A case of ``blocks`` is what a Word document gives: roles, looks (``cell`` is table.row.column.columns), words.
"""

from collections import defaultdict
from collections.abc import Iterable
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kehoach.finished import Finished, Piece, Role
from kehoach.importing.recognise import Recognising, recognise
from kehoach.manuscript import Block, Emphasis, Manuscript
from kehoach.places import Place
from kehoach.reading.finished import read
from kehoach.reading.workspace import Workspace
from kehoach.sheet import Cell
from kehoach.written import Scalar

HERE = Path(__file__).parent
LINE_END = " ⏎ "


@cache
def view() -> Recognising:
    workspace = Workspace.around(HERE.parents[1] / "plans")
    return Recognising(workspace.lexicon, workspace.units, workspace.kinds)


def label(piece: Piece) -> str:
    depth = str(piece.depth) if piece.depth else ""
    return f"{piece.role}{depth}{f'@{piece.annex}' if piece.annex else ''}"


@pytest.mark.parametrize("file", sorted(HERE.glob("documents/*.txt")), ids=lambda file: file.stem)
def test_lines(file: Path, tmp_path: Path) -> None:
    rows = file.read_text(encoding="utf-8").splitlines()
    cases = [(role.strip(), text) for role, bar, text in (row.partition("|") for row in rows) if bar]
    source = tmp_path / "document.txt"
    source.write_text("\n".join(text.removeprefix(" ") for _, text in cases), encoding="utf-8")
    finished = recognise(read(source, "document.txt"), view())
    roles = defaultdict(list)
    for piece in finished.pieces:
        roles[piece.block.words.place.line].append(label(piece))
    got = [("+".join(roles[n]), text) for n, (_, text) in enumerate(cases, 1)]
    assert got == [(role.strip("…"), text) for role, text in cases]
    pairs = (row.partition(":") for row in rows if "|" not in row)
    said = {key.strip(): value.strip() for key, _, value in pairs}
    assert {key: identity(finished)[key] for key in said} == said


def identity(finished: Finished) -> dict[str, str]:
    return {"kind": finished.kind, "unit": finished.unit, "year": str(finished.year)}


@pytest.mark.parametrize("file", sorted(HERE.glob("blocks/*.txt")), ids=lambda file: file.stem)
def test_blocks(file: Path) -> None:
    rows = [row.split(" | ") for row in file.read_text(encoding="utf-8").splitlines()]
    blocks = tuple(block(words.replace(LINE_END, "\n"), looks) for _, looks, words in rows)
    got = iter(recognise(Manuscript("document.docx", "", blocks, paragraphs=True), view()).pieces)
    for roles, _, words in rows:
        assert ["+".join(label(next(got)) for _ in roles.split("+")), words] == [roles.strip(), words]
    assert next(got, None) is None


def block(words: str, looks: str) -> Block:
    """A block with *words* that looks as described."""
    look = {name: value for name, _, value in (one.partition("=") for one in looks.split())}
    table, row, column, columns = map(int, look.get("cell", "0.0.0.0").split("."))
    bold = int(look.get("bold_to", 0))
    return Block(
        Scalar(words, Place("document.docx", words=words[:40]), tuple(range(len(words) + 1))),
        look.get("mark", ""),
        level=int(look.get("level", 0)),
        align=look.get("align", ""),
        bold="bold" in look,
        emphases=(Emphasis(0, bold, bold=True),) if bold else (),
        cell=Cell(table, row, column, columns, whole=False) if columns else None,
        note=look.get("note", ""),
    )


WORDS = (
    "TỈNH ĐOÀN A   ĐOÀN TNCS HỒ CHÍ MINH",
    "BCH ĐOÀN HUYỆN B",
    "***",
    "-----",
    "Số:      -KH/ĐTN",
    "A, ngày      tháng 3 năm 2024",
    "KẾ HOẠCH",
    "KẾ HOẠCH Tháng Thanh niên",
    "Công tác Đoàn năm 2024",
    "Chủ đề: “Một”",
    "“Một chủ đề”",
    "Căn cứ Kế hoạch số 1-KH/ĐTN;",
    "NỘI DUNG",
    "Mục đích",
    "Trồng 20 cây xanh.",
    "Cấp huyện:",
    "PHẦN THỨ NHẤT",
    "Điều 1. Phạm vi",
    "Trên đây là Kế hoạch.",
    "Nơi nhận: - Như trên;",
    "Lưu VP.",
    "TM. BAN THƯỜNG VỤ",
    "BÍ THƯ      Nguyễn Văn A",
    "PHỤ LỤC 1: DANH SÁCH",
    "(Kèm theo Kế hoạch số 1-KH/ĐTN)",
)
MARKS = ("", "", "I.", "II.", "A.", "1.", "2.", "1.1.", "2.1.1.", "a)", "(1)", "-", "+", "*", "•", "H.")
LOOKS = ("", "", "bold", "level=1", "level=3", "cell=0.0.0.2", "cell=0.0.1.2", "note=1", "align=center", "bold_to=3")
BLOCKS = st.builds(
    lambda words, mark, look: block(words, f"{look} mark={mark}"),
    st.one_of(st.sampled_from(WORDS), st.text(max_size=30)),
    st.sampled_from(MARKS),
    st.sampled_from(LOOKS),
)


@settings(derandomize=True, max_examples=150, deadline=None)
@given(blocks=st.lists(BLOCKS, max_size=20))
def test_every_word_is_in_one_piece_in_order(blocks: list[Block]) -> None:
    manuscript = Manuscript("document.docx", "", tuple(blocks), paragraphs=True)
    finished = recognise(manuscript, view())
    assert words(piece.block for piece in finished.pieces) == words(blocks)
    depth, annex = 0, 0
    for piece in finished.of(Role.HEADING):
        depth, annex = 0 if piece.annex != annex else depth, piece.annex
        assert 1 <= piece.depth <= depth + 1
        depth = piece.depth
    assert all(piece.depth for piece in finished.of(Role.BULLET))


def words(blocks: Iterable[Block]) -> list[str]:
    return [word for one in blocks for word in f"{one.mark} {one.words.text}".split()]
