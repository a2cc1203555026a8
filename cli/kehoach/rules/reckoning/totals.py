"""Totals below the lines of a list, and in a row of a table."""

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from kehoach.findings import Fault
from kehoach.finished import Finished, Piece, Role
from kehoach.patterns import compiled
from kehoach.phrases.choices import any_word, choice
from kehoach.phrases.lexicon import Lexicon
from kehoach.phrases.quantity import Found, Number, number
from kehoach.rules.reckoning.amounts import alike, amounts, floor, written
from kehoach.rules.registry import WARNING, Grain, rule
from kehoach.rules.view import View
from kehoach.scalars import stretch

FEWEST = 2
LINES = frozenset({Role.PARAGRAPH, Role.BULLET})
Row = dict[int, Piece]


@rule("TGT513", Grain.FINISHED, WARNING)
def total_of_the_lines(finished: Finished, view: View) -> Iterator[Fault]:
    """A total below a list is what its lines come to.

    The line of the total begins with *Tổng cộng*; every line above it says one amount of that sort.
    """
    total = view.lexicon.view(_total)
    for at, piece in enumerate(finished.pieces):
        if piece.role in LINES and total.match(piece.text):
            told = [one for one in amounts(piece.text, view.lexicon) if floor(one.quantity)]
            parts = _above(told[0], finished.pieces[:at], piece.annex, view.lexicon) if len(told) == 1 else []
            come = sum(parts, Fraction(0))
            if len(parts) >= FEWEST and come != told[0].quantity.low:
                place = stretch(finished.manuscript.text, piece.block.words, told[0].start, told[0].end)
                yield Fault("TGT513", place, "", {"whole": told[0].quantity.written, "sum": written(come)})


@rule("TGT514", Grain.FINISHED, WARNING)
def total_of_the_rows(finished: Finished, view: View) -> Iterator[Fault]:
    """The row of totals of a table is what its other rows come to, column by column.

    Only columns are added in which every row has a number, where all of them have a total; a table with several
    such rows is left alone. A total that is no more than its largest row is an average or a share.
    """
    for rows in _tables(finished):
        totals = [row for row in rows if _is_total(row, view.lexicon)]
        others = [row for row in rows[1:] if not _is_total(row, view.lexicon)]
        plain = len(totals) == 1 and _of_one_width(rows[0], others) and not _grouped(others)
        columns = _columns(others) if plain else []
        told = [piece for piece in totals[0].values() if _value(piece) is not None] if columns else []
        for whole, parts in zip(told, columns, strict=True) if len(told) == len(columns) else ():
            come, said = sum(map(Fraction, parts), Fraction(0)), _value(whole) or 0
            if come != said > max(parts):
                place = stretch(finished.manuscript.text, whole.block.words, 0, len(whole.text))
                yield Fault("TGT514", place, "", {"whole": whole.text.strip(), "sum": written(come)})


def _above(whole: Found, before: Sequence[Piece], annex: int, lexicon: Lexicon) -> list[Fraction]:
    """The amounts of the lines right above a total, as long as each says one that may be a part of it.

    What stands below a line is a part of that one. None of them is told where a line says how much each of several is,
    or a bullet among them nothing of that sort.
    """
    total, each = lexicon.view(_total), lexicon.view(_each)
    parts: list[tuple[int, Fraction]] = []
    for piece in reversed(before):
        same = [one for one in amounts(piece.text, lexicon) if alike(whole.quantity, one.quantity, lexicon)]
        line = piece.role in LINES and piece.annex == annex and not total.match(piece.text)
        if not line or len(same) != 1 or not floor(same[0].quantity):
            listed = piece.role is Role.BULLET and not piece.text.endswith(":")
            if parts and listed and piece.depth == parts[-1][0]:
                return []
            break
        if each.search(piece.text):
            return []
        parts.append((piece.depth, Fraction(same[0].quantity.low)))
    return [amount for depth, amount in parts if depth == min(parts)[0]]


def _tables(finished: Finished) -> Iterator[list[Row]]:
    """The rows of each table that has more than two of them: what stands alone in each cell, by its column."""
    tables: dict[int, dict[int, Row]] = {}
    for piece in finished.of(Role.CELL):
        cell = piece.block.cell
        if cell:
            tables.setdefault(cell.table, {}).setdefault(cell.row, {})[cell.column] = piece
    yield from ([*rows.values()] for rows in tables.values() if len(rows) > FEWEST)


def _is_total(row: Row, lexicon: Lexicon) -> bool:
    """Whether the first words of a row call it a total."""
    worded = next((piece.text for piece in row.values() if _value(piece) is None), "")
    return lexicon.view(_total).match(worded) is not None


def _of_one_width(head: Row, others: list[Row]) -> bool:
    """Whether no row has lost a cell, as blank ones of plain text are."""
    widths = {cell.columns for row in (head, *others) for piece in row.values() if (cell := piece.block.cell)}
    return len(others) >= FEWEST and len(widths) == 1


def _grouped(rows: list[Row]) -> bool:
    """Whether only some rows have a serial number, so that others may be what those below them come to."""
    return len({0 in row and _value(row[0]) is not None for row in rows}) > 1


def _columns(rows: list[Row]) -> list[list[Number]]:
    """The numbers of each column in which every one of *rows* has one, serial numbers in the first one aside."""
    found = []
    for column in sorted(rows[0]):
        cells = [_value(row[column]) for row in rows if column in row]
        numbers = [one for one in cells if one is not None]
        serial = column == 0 and numbers == [*range(1, len(rows) + 1)]
        if len(numbers) == len(rows) and not serial:
            found.append(numbers)
    return found


def _value(piece: Piece) -> Number | None:
    return number(f"{piece.mark}{piece.text}".strip(" *"))


def _each(lexicon: Lexicon) -> re.Pattern[str]:
    return any_word(lexicon.words("reckoning", "each"))


def _total(lexicon: Lexicon) -> re.Pattern[str]:
    """How a total begins."""
    return compiled(rf"\W*{choice(lexicon.words('reckoning', 'totals'))}(?!\w)", re.IGNORECASE)
