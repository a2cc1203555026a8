"""Blanks that a finished document still has."""

import re
from collections.abc import Iterator, Mapping

from kehoach.findings import Fault, Profile, Severity
from kehoach.finished import Finished, Piece, Role
from kehoach.patterns import compiled
from kehoach.phrases.choices import choice
from kehoach.phrases.lexicon import Lexicon
from kehoach.phrases.times.plain import plain
from kehoach.rules.registry import INFO, Grain, rule, since
from kehoach.rules.view import View

_GAP = r"[\s….·_]*"
UNTIL_ISSUED = {**INFO, **since(Profile.ISSUED, Severity.ERROR)}
ROLES = (Role.NUMBER, Role.PLACE_DATE, Role.ANNEX_REFERENCE, Role.BASIS, Role.OPENING)


@rule("SEC205", Grain.FINISHED, UNTIL_ISSUED)
def nothing_left_blank(finished: Finished, view: View) -> Iterator[Fault]:
    """Number, day and month are filled in, in the head, in what it is based on and where an annex refers to it.

    They come after the signature; in an issued document nothing is left to fill.
    """
    for piece in finished.of(*ROLES):
        blank = "_".join(_blank(piece, view.lexicon.view(_blanks)))
        if blank:
            yield Fault("SEC205", piece.block.words.place, "", {"blank": blank})


def _blank(piece: Piece, known: Mapping[str, re.Pattern[str]]) -> Iterator[str]:
    for name, pattern in known.items():
        if pattern.search(piece.text) and (name != "number" or piece.role is not Role.PLACE_DATE):
            yield name


def _blanks(lexicon: Lexicon) -> Mapping[str, re.Pattern[str]]:
    """How a number, a day and a month look that are not filled in."""
    said, number = lexicon.view(plain), choice(lexicon.words("documents", "number"))
    patterns = {
        "number": rf"{number}\s*(?::?{_GAP}[-–/]{_GAP}[^\W\d_]|:{_GAP}$)",
        "day": rf"{said.day}{_GAP}(?:{said.month}|/\s*\d{{1,2}}\s*/)",
        "month": rf"{said.month}{_GAP}{said.year}",
    }
    return {name: compiled(pattern, re.IGNORECASE) for name, pattern in patterns.items()}
