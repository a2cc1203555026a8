"""Prose that the unit above offers: copied once, without what speaks as the unit above."""

import re
from collections.abc import Iterable

from kehoach.drafting.mentions import Speaker, prose
from kehoach.prose import Grid, Passage, blocks
from kehoach.records import dataclass

RULES = {"left": ":--", "center": ":-:", "right": "--:", "": "---"}


@dataclass(frozen=True, slots=True)
class Copied:
    """A body as it may stand in the draft, the passages left out of it, and those in it that speak of levels."""

    text: str
    left_out: tuple[str, ...]
    levels: tuple[str, ...] = ()


def copied(body: str, speaker: Speaker) -> Copied:
    """What of *body* the unit below may start from."""
    kept: list[str] = []
    left: list[str] = []
    levels = re.compile(rf"(?<!\w)(?:{'|'.join(speaker.levels)})(?!\w)", re.IGNORECASE)
    for block in blocks(body):
        said = _passage(block, speaker) if isinstance(block, Passage) else _grid(block, speaker)
        if said is None:
            left.append(speaker.literal(block.text if isinstance(block, Passage) else " | ".join(block.head)))
        else:
            kept.append(said)
    return Copied(_joined(kept), tuple(left), tuple(said for said in kept if levels.search(said)))


def _passage(passage: Passage, speaker: Speaker) -> str | None:
    said = prose(passage.text, speaker)
    if said is None:
        return None
    mark = f" {{#{passage.id}}}" if passage.id else ""
    return f"{passage.bullet} {said}{mark}" if passage.bullet else f"{said}{mark}"


def _grid(grid: Grid, speaker: Speaker) -> str | None:
    rows = [grid.head, *grid.rows]
    if any(speaker.mentions(speaker.literal(cell)) for row in rows for cell in row):
        return None
    lines = [_row(row) for row in rows]
    return "\n".join([lines[0], _row(RULES[align] for align in grid.alignments), *lines[1:]])


def _row(cells: Iterable[str]) -> str:
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"


def _joined(kept: list[str]) -> str:
    """The blocks as one text; a paragraph or table is parted from what stands before it by an empty line."""
    text = ""
    for block in kept:
        bullet = block.startswith(("- ", "+ "))
        text += block if not text else f"\n{block}" if bullet else f"\n\n{block}"
    return text + "\n" if text else ""
