"""A plan file carried into another year by edits of its own text, so that comments and wording stay."""

from collections.abc import Iterator

from kehoach.drafting.carrying.anniversaries import count_on
from kehoach.drafting.carrying.calendar import Calendar
from kehoach.drafting.carrying.dates import move_dates
from kehoach.drafting.carrying.ended import ended
from kehoach.drafting.carrying.head import move_head
from kehoach.drafting.carrying.moving import Move, Successor
from kehoach.drafting.carrying.numerals import move_ordinals, move_spans, move_years
from kehoach.drafting.carrying.once import move_lunar_years, remark_once
from kehoach.drafting.carrying.passage import Passage, Remark, Swap, Years
from kehoach.drafting.carrying.previous import previous
from kehoach.drafting.carrying.spans import Lines
from kehoach.drafting.carrying.texts import Text, texts
from kehoach.drafting.draft import Known
from kehoach.drafting.mentions import GAP
from kehoach.notes import Note
from kehoach.phrases import commemoration
from kehoach.places import Edit, Place, edited
from kehoach.plan import Plan
from kehoach.records import dataclass
from kehoach.written import Scalar, Written


@dataclass(frozen=True, slots=True)
class Carried:
    """The text of the new file and the notes on it, with their lines."""

    text: str
    notes: tuple[Note, ...]


def carried(file: Written, plan: Plan, new: int, known: Known, successor: Successor) -> Carried:
    """*file*, the plan *plan*, as a plan of the year *new*; *successor* finds this year's form of a plan id."""
    years = Years(plan.year, new, known.lexicon)
    move = Move(file, years, successor, Lines.of(file.text))
    move_head(move)
    almanac = Calendar(years, _anchors(file, years))
    told: dict[str, None] = {}
    for path, edit in previous(file.root, plan, move.lines, lambda text: _moved(text, almanac)):
        move.edits.append(edit)
        if "/".join(path) not in told:
            move.note("figure_kept", edit.start, words="/".join(path[-2:]))
        told["/".join(path)] = None
    for text in texts(file.root):
        _text(move, text, almanac)
    for offset, note in ended(move.file, plan, new, known):
        move.notes.append((offset, note))
    return Carried(edited(file.text, move.edits), tuple(_placed(move)))


def _anchors(file: Written, years: Years) -> frozenset[tuple[int, int]]:
    """The days that the plan itself says to be those of an anniversary."""
    found = (commemoration.find(text.scalar.text, years.lexicon) for text in texts(file.root))
    told = (one.commemoration for some in found for one in some)
    days = (day for one in told for day in (one.founded, one.held) if day)
    return frozenset((day.day, day.month) for day in days)


def _text(move: Move, text: Text, almanac: Calendar) -> None:
    passage = Passage(text.scalar.text, text.context, text.limit)
    _theme(move, passage)
    read(passage, almanac, basis=text.path[0] == "bases")
    for swap in passage.swaps:
        move.edits.extend(_edits(move, text.scalar, swap))
    for remark in passage.remarks:
        _remarked(move, text.scalar, remark)


def _moved(text: str, almanac: Calendar) -> str:
    """What *text* says in the new year."""
    passage = Passage(text)
    read(passage, almanac)
    return edited(text, (Edit(swap.start, swap.end, swap.text) for swap in passage.swaps))


def read(passage: Passage, almanac: Calendar, *, basis: bool = False) -> None:
    """Find everything in *passage* that moves, and everything to look at."""
    years = almanac.years
    passage.cover(years)
    if basis and any(remark.code == "old_document" for remark in passage.remarks):
        return
    count_on(passage, years)
    move_dates(passage, almanac)
    move_spans(passage, years)
    move_ordinals(passage, years)
    move_years(passage, years)
    move_lunar_years(passage, years)
    remark_once(passage, years)


def _theme(move: Move, passage: Passage) -> None:
    """Last year's theme, wherever a text quotes it, is a gap."""
    theme = move.scalar("theme", "text")
    at = passage.text.find(theme.text) if theme and theme.text and theme.text != passage.text else -1
    if theme and at >= 0:
        passage.swap(at, at + len(theme.text), GAP)
        passage.close(at, at + len(theme.text))


def _edits(move: Move, scalar: Scalar, swap: Swap) -> Iterator[Edit]:
    start = scalar.offsets[swap.start]
    end = scalar.offsets[swap.end - 1] + 1
    if not any(edit.start < end and start < edit.end for edit in move.edits):
        yield Edit(start, end, swap.text)


def _remarked(move: Move, scalar: Scalar, remark: Remark) -> None:
    move.note(remark.code, scalar.offsets[remark.start], **dict(remark.arguments))


def _placed(move: Move) -> Iterator[Note]:
    """The notes with the lines that they have in the new text; the same thing said again is counted, not repeated."""
    edits = sorted(move.edits)
    seen: dict[tuple[str, str], list[tuple[int, Note]]] = {}
    for offset, note in move.notes:
        key = (note.code, note.arguments.get("words", ""))
        seen.setdefault(key, []).append((offset, note))
    for told in seen.values():
        offset, note = min(told, key=lambda pair: pair[0])
        more = str(len(told) - 1) if len(told) > 1 else ""
        place = Place(move.file.file, _line(move.file.text, offset, edits))
        yield Note(note.code, (), {**note.arguments, "more": more}, place)


def _line(text: str, offset: int, edits: list[Edit]) -> int:
    line = text.count("\n", 0, offset) + 1
    return line + sum(
        edit.text.count("\n") - text.count("\n", edit.start, edit.end) for edit in edits if edit.start < offset
    )
