"""Which entries of a section are targets, activities or deadlines, and which are prose."""

from collections.abc import Sequence

from kehoach.finished import Piece, Role
from kehoach.importing.planning import activities
from kehoach.importing.planning.ids import tokens
from kehoach.importing.planning.targets import figures, target
from kehoach.importing.planning.times import dates
from kehoach.importing.planning.work import ACTIVITIES, PURPOSES, TARGETS, Context, Work
from kehoach.records import dataclass
from kehoach.written import Mapping

DEADLINES = "deadlines"
SORTS = (TARGETS, ACTIVITIES, DEADLINES)
LEADING, PART = ":", "+"


@dataclass(frozen=True, slots=True)
class Item:
    """A target, an activity or a deadline: the key that holds it, its id, what is written of it."""

    sort: str
    id: str
    node: Mapping


def items(entries: Sequence[Piece], context: Context, work: Work) -> tuple[Item | None, ...]:
    """For each of *entries* the item that it is, None for prose; what stands below a deadline tells parts of it."""
    found: list[Item | None] = []
    due = False
    for piece in entries:
        part = due and piece.mark.strip() == PART
        found.append(_item(piece, context, work, part=part))
        due = part or bool(found[-1] and found[-1].sort == DEADLINES)
    return tuple(found)


def _item(piece: Piece, context: Context, work: Work, *, part: bool) -> Item | None:
    if piece.role not in {Role.PARAGRAPH, Role.BULLET} or piece.block.cell or len(tokens(piece.text)) < 2:
        return None
    return _target(piece, context, work) or _dated(piece, context, work, part=part)


def _target(piece: Piece, context: Context, work: Work) -> Item | None:
    text = piece.text.strip()
    if context.about != TARGETS:
        return None
    listed = bool(piece.mark.strip())
    if not figures(text, work) and (not listed or text.endswith(LEADING)):
        return None
    if not listed and text.endswith(LEADING):
        return None
    return _made(TARGETS, piece, target(piece.block, context, work), work)


def _dated(piece: Piece, context: Context, work: Work, *, part: bool) -> Item | None:
    """*piece* as a deadline or an activity, if its words ask for it by a time, or a time says when it is done."""
    listed = bool(piece.mark.strip())
    due = activities.due(piece.text, work, asked=part) if context.about != PURPOSES else ()
    if due and (listed or context.about == ACTIVITIES):
        return _made(DEADLINES, piece, activities.deadline(piece.block, due, context, work), work)
    times = dates(piece.text, work) if listed and context.about != PURPOSES else ()
    planned = listed and context.about == ACTIVITIES and not piece.text.strip().endswith(LEADING)
    if not times and not planned:
        return None
    return _made(ACTIVITIES, piece, activities.activity(piece.block, times, context, work), work)


def _made(sort: str, piece: Piece, node: Mapping, work: Work) -> Item:
    return Item(sort, work.ids.given(piece.text, work.nameless(sort)), node)
