"""Lists whose entries are counted beforehand."""

import re
from collections.abc import Iterator, Sequence

from kehoach import counters
from kehoach.findings import Fault
from kehoach.finished import Finished, Piece, Role
from kehoach.patterns import compiled
from kehoach.phrases.choices import choice
from kehoach.phrases.lexicon import Lexicon
from kehoach.rules.registry import INFO, Grain, rule
from kehoach.rules.view import View
from kehoach.scalars import stretch

LISTED = frozenset({Role.HEADING, Role.PARAGRAPH, Role.BULLET})
FEWEST = 2


@rule("SEC226", Grain.FINISHED, INFO)
def list_of_that_many(finished: Finished, view: View) -> Iterator[Fault]:
    """A list has as many entries as the line above it says: *04 nội dung:* and four of them.

    The line ends with a colon right behind what it counts. Bullets and numbers of one sort are counted; what stands
    below an entry is not.
    """
    announced = view.lexicon.view(_announced)
    for at, piece in enumerate(finished.pieces):
        match = announced.search(piece.text) if piece.text.endswith(":") else None
        count = _entries(finished.pieces[at + 1 :], int(match["count"])) if match else 0
        if match and count >= FEWEST and count != int(match["count"]):
            place = stretch(finished.manuscript.text, piece.block.words, match.start("said"), match.end("said"))
            yield Fault("SEC226", place, "", {"written": match["said"], "count": str(count)})


def _entries(following: Sequence[Piece], said: int) -> int:
    """How many entries the list at the beginning of *following* has; 0 where none begins there, and where a paragraph
    without a mark may be one of the *said* ones that lack."""
    first = following[0] if following else None
    if first is None or first.role not in LISTED or not first.mark:
        return 0
    numbered = counters.is_number(first.mark)
    if numbered and counters.counted(first.mark, first.mark) != 1:
        return 0
    count = 0
    for piece in following:
        if _goes_on(piece, first, count) if numbered else (piece.mark, piece.depth) == (first.mark, first.depth):
            count += 1
        elif not _below(piece, numbered=numbered, depth=first.depth):
            unmarked = piece.role is Role.PARAGRAPH and not piece.mark
            return 0 if unmarked and count < said else count
    return count


def _goes_on(piece: Piece, first: Piece, count: int) -> bool:
    """Whether *piece* bears the number behind *count*, or one that was skipped or comes twice."""
    same = piece.role in LISTED and _form(piece.mark) == _form(first.mark)
    number = counters.counted(piece.mark, first.mark) if same else 0
    return number == 1 if not count else 1 < number <= count + 2


def _form(mark: str) -> tuple[str, int, bool]:
    """What the numbers of one list have in common: how they end, how many figures they have, and whether of digits."""
    return mark[-1:], mark.count("."), counters.bare(mark)[-1:].isdecimal()


def _below(piece: Piece, *, numbered: bool, depth: int) -> bool:
    """Whether *piece* may stand below an entry of a list: what has no number, or a bullet deeper than its own."""
    if numbered:
        return piece.role in LISTED and not counters.is_number(piece.mark)
    return piece.role is Role.BULLET and piece.depth > depth


def _announced(lexicon: Lexicon) -> re.Pattern[str]:
    """What counts a list, at the end of the line above it."""
    nouns, behind = (choice(lexicon.words("finished", name)) for name in ("counted_lists", "counted_behind"))
    return compiled(rf"(?<![\w/.,-])(?P<said>(?P<count>\d{{1,2}})\s+{nouns})(?:\s+{behind})*\s*:\Z", re.IGNORECASE)
