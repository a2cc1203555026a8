"""What stands under one heading, as prose with its lists and the items that have their places in it."""

from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise, takewhile

from kehoach.finished import Piece, Role
from kehoach.importing.planning import marks
from kehoach.importing.planning.items import DEADLINES, SORTS, Item, items
from kehoach.importing.planning.making import mapping, prefixed
from kehoach.importing.planning.tables import table
from kehoach.importing.planning.wording import worded
from kehoach.importing.planning.work import TARGETS, Context, Work
from kehoach.patterns import compiled
from kehoach.places import Place
from kehoach.records import dataclass, field, replace
from kehoach.scalars import linked
from kehoach.written import Mapping, Node, Scalar

BULLETS = ("-", "+")
USUAL = {TARGETS: "1."}
_BLOCK_START = compiled(r"[-+*|](?=\s|$)|\|")


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the prose: its bullet in the plan (``-``, ``+``) or the number written for it, its words or item."""

    piece: Piece
    bullet: str
    number: str
    item: Item | None


@dataclass(frozen=True, slots=True)
class Listing:
    """The entries of a section: its prose, its items by sort and id, and how they are numbered (empty: as is usual)."""

    body: Scalar | None
    items: dict[str, dict[str, Mapping]] = field(default_factory=dict)
    numbering: str = ""

    def entries(self, place: Place) -> Iterator[tuple[str, Node | None]]:
        """The keys of the section or block that hold all this."""
        yield "body", self.body
        for sort in SORTS:
            held = self.items.get(sort)
            yield sort, mapping(held.items(), place) if held else None


def numbering(entries: Sequence[Piece], trail: str) -> str:
    """The form in which the entries of a section are counted, ``-`` where they are not."""
    return marks.counting([piece.mark for piece in entries if not piece.block.cell], trail) or BULLETS[0]


def listing(entries: Sequence[Piece], context: Context, work: Work, form: str) -> Listing:
    """The *entries* of a section or of one of its blocks, whose lists are counted in *form*.

    A section without a title needs prose, so that its items have their places there.
    """
    rows = tuple(_nested(tuple(_rows(entries, context, work, form))))
    held: dict[str, dict[str, Mapping]] = {}
    for row in rows:
        if row.item:
            held.setdefault(row.item.sort, {})[row.item.id] = row.item.node
    loose = () if context.untitled else _loose(rows)
    body = _body([row for row in rows if row not in loose])
    usual = USUAL.get(loose[0].item.sort if loose and loose[0].item else "", "1." if context.annexed else BULLETS[0])
    said = form if (loose and form != usual) or (form != BULLETS[0] and body is not None) else ""
    return Listing(body, held, said)


def _rows(entries: Sequence[Piece], context: Context, work: Work, form: str) -> Iterator[Row]:
    found = items(entries, context, work)
    for piece, item in zip(entries, found, strict=True):
        bullet, number = _place(piece, form)
        yield Row(piece, bullet, number, item)


def _nested(rows: Sequence[Row]) -> Iterator[Row]:
    """The rows, deadlines that stand below another one held by it."""
    at = 0
    while at < len(rows):
        row, start = rows[at], at + 1
        below = list(takewhile(lambda one: one.bullet == BULLETS[1], rows[start:]))
        parts = [one.item for one in below if one.item and one.item.sort == DEADLINES]
        folds = row.item and row.item.sort == DEADLINES and row.bullet == BULLETS[0] and len(parts) == len(below)
        yield _holding(row, parts) if folds and parts else row
        at = start + (len(below) if folds else 0)


def _holding(row: Row, parts: Sequence[Item]) -> Row:
    assert row.item
    node = row.item.node
    held = mapping([(part.id, part.node) for part in parts], parts[0].node.place)
    whole = mapping([*node.entries.items(), (DEADLINES, held)], node.place)
    return replace(row, item=replace(row.item, node=whole))


def _place(piece: Piece, form: str) -> tuple[str, str]:
    """The bullet of *piece* in the plan and the number written before it; at most one of the two."""
    mark = piece.mark.strip()
    read = marks.read(mark)
    if piece.block.cell or not mark:
        return "", ""
    if read:
        return (BULLETS[0], "") if read.form == form else ("", mark)
    deep = (piece.role is Role.BULLET and piece.depth > 1) + (form not in BULLETS)
    return (BULLETS[deep], "") if deep < len(BULLETS) else ("", BULLETS[1])


def _loose(rows: Sequence[Row]) -> tuple[Row, ...]:
    """The rows at the end that are items of the list itself, in the order of their sorts: they need no place."""
    start = len(rows)
    while start and (item := rows[start - 1].item) and rows[start - 1].bullet == BULLETS[0]:
        after = rows[start].item if start < len(rows) else None
        if after and SORTS.index(item.sort) > SORTS.index(after.sort):
            break
        start -= 1
    return tuple(rows[start:]) if all(not row.item for row in rows[:start]) else ()


def _body(rows: Sequence[Row]) -> Scalar | None:
    parts: list[Scalar] = []
    for tabled, group in groupby(rows, key=lambda row: row.piece.block.cell is not None):
        held = list(group)
        parts += table([row.piece for row in held]) if tabled else [_line(row) for row in held]
    if not parts:
        return None
    links = ["\n" if _listed(one) and _listed(other) else "\n\n" for one, other in pairwise(parts)]
    end = Scalar("", parts[-1].place, parts[-1].offsets[-1:])
    return linked([*parts, end], [*links, "\n"])


def _listed(line: Scalar) -> bool:
    return line.text[:2] in {"- ", "+ "}


def _line(row: Row) -> Scalar:
    """The line of the prose that *row* is."""
    lead = f"{row.bullet or row.number} " if row.bullet or row.number else ""
    if row.item:
        words = row.piece.block.words
        return prefixed(f"{lead}{{{{ item('{row.item.id}') }}}}", replace(words, text="", offsets=words.offsets[:1]))
    words = worded(row.piece.block)
    if row.number in BULLETS or (not lead and _BLOCK_START.match(words.text)):
        lead = f"\\{lead}"
    return prefixed(lead, words)
