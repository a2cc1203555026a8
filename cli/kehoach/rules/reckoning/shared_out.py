"""What an annex gives to the units against the target that it shares out."""

from collections.abc import Iterator
from fractions import Fraction
from itertools import groupby

from kehoach.findings import Fault, Related
from kehoach.finished import Finished, Piece, Role
from kehoach.patterns import small
from kehoach.phrases.lexicon import Lexicon
from kehoach.phrases.quantity import Found, number_written
from kehoach.rules.reckoning.amounts import amounts, floor
from kehoach.rules.registry import WARNING, Grain, rule
from kehoach.rules.view import View
from kehoach.scalars import stretch

FEWEST, NEAR, BEFORE = 2, Fraction(1, 4), 40
TEXT = frozenset({Role.PARAGRAPH, Role.BULLET})
Said = tuple[Piece, Found]


@rule("TGT511", Grain.FINISHED, WARNING)
def shares_make_the_target(finished: Finished, view: View) -> Iterator[Fault]:
    """The lines of an annex that give each unit its share add up to the target in the text.

    A column is what each line says once, of one sort and with one verb (*trồng 5.000 cây xanh*); it is held against
    the target with that verb which is nearest.
    """
    body = [piece for piece in finished.pieces if not piece.annex and piece.role in TEXT]
    lines = [piece for piece in finished.pieces if piece.annex and piece.role in TEXT and piece.mark]
    for _, group in groupby(lines, key=lambda piece: piece.annex):
        rows = list(group)
        for column in _columns(rows, view.lexicon) if len(rows) >= FEWEST else ():
            yield from _held(column, body, finished, view.lexicon)


def _columns(rows: list[Piece], lexicon: Lexicon) -> Iterator[list[Said]]:
    """What every one of *rows* says once."""
    for one in amounts(rows[0].text, lexicon):
        key = _key(rows[0], one)
        column = [(row, found) for row in rows for found in amounts(row.text, lexicon) if _key(row, found) == key]
        if (key[0] or one.quantity.money) and len(column) == len(rows) == len({id(row) for row, _ in column}):
            yield column


def _key(piece: Piece, one: Found) -> tuple[str, str]:
    """The verb before an amount and the first two words of what it counts."""
    before = small(piece.text)[: one.start].split()
    verb = before[-1] if before and before[-1].isalpha() else ""
    return verb, " ".join(one.quantity.measure.split()[:2])


def _meant(verb: str, before: str, funds: tuple[str, ...]) -> bool:
    """Whether the words *before* an amount have the verb of a column, or tell of money where it has none."""
    return verb in before.split() if verb else any(word in before for word in funds)


def _held(column: list[Said], body: list[Piece], finished: Finished, lexicon: Lexicon) -> Iterator[Fault]:
    come = sum((Fraction(found.quantity.low) for _, found in column), Fraction(0))
    verb, measure = _key(*column[0])
    funds = lexicon.words("reckoning", "funds")
    targets = [
        (piece, one)
        for piece in body
        for one in amounts(piece.text, lexicon)
        if " ".join(one.quantity.measure.split()[:2]) == measure
        and _meant(verb, small(piece.text)[max(one.start - BEFORE, 0) : one.start], funds)
        and floor(one.quantity)
    ]
    if not targets or any(one.quantity.low == come for _, one in targets):
        return
    piece, nearest = min(targets, key=lambda said: abs(Fraction(said[1].quantity.low) - come))
    if abs(Fraction(nearest.quantity.low) - come) <= come * NEAR:
        row, last = column[-1]
        text = finished.manuscript.text
        arguments = {"sum": number_written(come), "whole": nearest.quantity.written}
        related = (Related(stretch(text, piece.block.words, nearest.start, nearest.end), "whole_here"),)
        yield Fault("TGT511", stretch(text, row.block.words, last.start, last.end), "", arguments, related)
