"""The tables of a finished document as tables of prose."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from kehoach.finished import Piece
from kehoach.importing.planning.making import prefixed
from kehoach.importing.planning.wording import worded
from kehoach.scalars import joined
from kehoach.sheet import Cell
from kehoach.written import Scalar

RULE = "---"


def table(pieces: Sequence[Piece]) -> list[Scalar]:
    """The tables that *pieces*, paragraphs in cells, make: a text of several lines for each."""
    numbers = [_cell(piece).table for piece in pieces]
    return [
        _grid([piece for piece, number in zip(pieces, numbers, strict=True) if number == table])
        for table in dict.fromkeys(numbers)
    ]


def _cell(piece: Piece) -> Cell:
    cell = piece.block.cell
    assert cell is not None
    return cell


def _grid(pieces: Sequence[Piece]) -> Scalar:
    columns = max(_cell(piece).columns for piece in pieces)
    rows = [_row(list(held), columns) for _, held in groupby(pieces, key=lambda piece: _cell(piece).row)]
    place = rows[0].place
    rule = Scalar("|" + f" {RULE} |" * columns, place, [*rows[0].offsets[-1:]] * (2 + 6 * columns))
    return joined([rows[0], rule, *rows[1:]], "\n")


def _row(pieces: Sequence[Piece], columns: int) -> Scalar:
    return prefixed("| ", joined([*_cells(pieces, columns)], " | ")) if columns > 1 else _single(pieces)


def _single(pieces: Sequence[Piece]) -> Scalar:
    return prefixed("| ", joined([*_cells(pieces, 1), _nothing(pieces[-1])], " |"))


def _cells(pieces: Sequence[Piece], columns: int) -> Iterator[Scalar]:
    """The words of each cell of a row, a cell of several paragraphs in one line."""
    for column in range(columns):
        held = [_words(piece) for piece in pieces if _cell(piece).column == column]
        yield joined(held, " ") if held else _nothing(pieces[0])


def _words(piece: Piece) -> Scalar:
    """The words of a paragraph in a cell with its mark, strokes escaped."""
    words = worded(piece.block)
    parts: list[Scalar] = []
    start = 0
    for at, letter in enumerate(words.text):
        if letter == "|":
            parts.append(Scalar(words.text[start:at] + "\\", words.place, words.offsets[start : at + 1]))
            start = at
    whole = Scalar(words.text[start:], words.place, words.offsets[start:])
    escaped = joined([_closed(part) for part in parts] + [whole], "") if parts else whole
    return prefixed(f"{piece.mark} ", escaped) if piece.mark else escaped


def _closed(part: Scalar) -> Scalar:
    return Scalar(part.text, part.place, (*part.offsets, *part.offsets[-1:]))


def _nothing(piece: Piece) -> Scalar:
    offsets = piece.block.words.offsets
    return Scalar("", piece.block.words.place, offsets[:1])
