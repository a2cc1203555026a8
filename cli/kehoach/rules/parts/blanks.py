"""Blanks that a finished document still has."""

import re
from collections.abc import Iterator

from kehoach.findings import Fault, Profile, Severity
from kehoach.finished import Finished, Piece, Role
from kehoach.patterns import compiled
from kehoach.rules.registry import INFO, Grain, rule, since
from kehoach.rules.view import View

_GAP = r"[\s….·_]*"
_DAY = compiled(rf"ngày{_GAP}tháng", re.IGNORECASE)
_MONTH = compiled(rf"tháng{_GAP}năm", re.IGNORECASE)
_NUMBER = compiled(rf"số\s*:?{_GAP}[-–/]{_GAP}[^\W\d_]", re.IGNORECASE)
_ALONE = compiled(rf"số\s*:{_GAP}$", re.IGNORECASE)
_DAY_OF = compiled(r"ngày[\s….·_]*/\s*\d{1,2}\s*/", re.IGNORECASE)
UNTIL_ISSUED = {**INFO, **since(Profile.ISSUED, Severity.ERROR)}
ROLES = (Role.NUMBER, Role.PLACE_DATE, Role.ANNEX_REFERENCE, Role.BASIS, Role.OPENING)


@rule("SEC205", Grain.FINISHED, UNTIL_ISSUED)
def nothing_left_blank(finished: Finished, view: View) -> Iterator[Fault]:
    """Number, day and month are filled in, in the head, in what it is based on and where an annex refers to it.

    They come after the signature; in an issued document nothing is left to fill.
    """
    for piece in finished.of(*ROLES):
        blank = "_".join(_blank(piece))
        if blank:
            yield Fault("SEC205", piece.block.words.place, "", {"blank": blank})


def _blank(piece: Piece) -> Iterator[str]:
    text = piece.text
    if piece.role is not Role.PLACE_DATE and (_NUMBER.search(text) or _ALONE.search(text)):
        yield "number"
    if _DAY.search(text) or _DAY_OF.search(text):
        yield "day"
    if _MONTH.search(text):
        yield "month"
