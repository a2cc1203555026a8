"""Numbers before headings and paragraphs that are so malformed that they are read as words."""

import re
from collections.abc import Iterable

from kehoach.finished import Finished, Piece, Role
from kehoach.patterns import CAPITALS, compiled
from kehoach.phrases import roman
from kehoach.records import dataclass

NUMBERED = frozenset({Role.HEADING, Role.PARAGRAPH})
_LOST = compiled(
    rf"(?P<figures>\d{{1,2}})(?:\s?,|\.,|,\.)(?=\s+[{CAPITALS}])|(?P<roman>[IVX]{{1,5}})(?:\s?,)?(?=\s+[{CAPITALS}]{{2,}}\s)"
)
_FIGURES, _ROMAN = compiled(r"(\d+)[.)/-]?"), compiled(r"([IVXLC]+)[.)/-]?")


@dataclass(frozen=True, slots=True)
class Lost:
    """A number that stands in the words of *piece*: as it is *written*, what it counts to and how it is *meant*."""

    piece: Piece
    written: str
    count: int
    meant: str


def lost(finished: Finished) -> dict[int, Lost]:
    """The malformed numbers of *finished* by the places of their pieces.

    They are numbers only between others of their form: *2, Yêu cầu* behind *1. Mục đích*, *III CHỈ TIÊU* before *IV.*
    """
    found: dict[int, Lost] = {}
    for at, piece in enumerate(finished.pieces):
        unnumbered = piece.role in NUMBERED and not piece.mark and not piece.block.listed
        match = _LOST.match(piece.text) if unnumbered else None
        if match and (one := _meant(at, match, finished)):
            found[at] = one
    return found


def _meant(at: int, match: re.Match[str], finished: Finished) -> Lost | None:
    piece = finished.pieces[at]
    form = _ROMAN if match["roman"] else _FIGURES
    count = roman.number(match["roman"] or match["figures"]) or 0
    before = _nearest(reversed(finished.pieces[:at]), form, piece.annex)
    after = _nearest(finished.pieces[at + 1 :], form, piece.annex)
    fits = (before == count - 1 and after in {0, 1, count + 1}) or (after == count + 1 and before == 0)
    if count < 1 or not (before or after) or not fits:
        return None
    return Lost(piece, match.group(), count, f"{match['roman'] or match['figures']}.")


def _nearest(pieces: Iterable[Piece], form: re.Pattern[str], annex: int) -> int:
    """What the first number in *form* among *pieces* of the same annex counts to, 0 where there is none."""
    marks = (form.fullmatch(p.mark) for p in pieces if p.annex == annex and p.role in NUMBERED and p.mark)
    found = next((mark for mark in marks if mark), None)
    return (roman.number(found[1]) or 0) if found else 0
