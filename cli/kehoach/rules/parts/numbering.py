"""Numbers as they stand written before the headings and paragraphs of a finished document."""

import re
from collections.abc import Iterator, Sequence

from kehoach import counters
from kehoach.findings import Fault, Related
from kehoach.finished import Finished, Piece, Role
from kehoach.patterns import compiled
from kehoach.places import Place
from kehoach.records import dataclass, replace
from kehoach.rules.parts.lost_numbers import NUMBERED, lost
from kehoach.rules.registry import WARNING, Grain, rule
from kehoach.rules.view import View
from kehoach.scalars import stretch

MARKDOWN = (".md", ".markdown")
_MARK = compiled(r"(\(?)((?:\d+\.)*)(\d+|[IVXLC]+|[^\W\d_])([.)]|\s?[-–/])?\)?\.?")

_MALFORMED = compiled(r"[-+•–]\s*(?:\d+\.)+\d*\.?\)?|(?:\d+\.+)*\d+(?:\.\.+|,|\.,)(?:\d+\.?)*")


@dataclass(frozen=True, slots=True)
class Numbered:
    """A piece with a number: its *form* (``1.``, ``I.``, ``a)``), what it counts to, the figures it continues.

    *at* is the piece's place among all of the document.
    """

    at: int
    piece: Piece
    form: str
    count: int
    trail: str

    @property
    def place(self) -> Place:
        """Where its words begin; the number stands before them."""
        return self.piece.block.words.place


@rule("SEC201", Grain.FINISHED, WARNING)
def numbers_in_a_row(finished: Finished, view: View) -> Iterator[Fault]:
    """The written numbers of what stands side by side follow one another.

    A number that is left out or comes twice means that something was taken out or put in, and references go astray.
    Numbers that Word counts by itself cannot go wrong. A list may go on from that under the heading before.
    """
    open_lists: dict[tuple[object, ...], Numbered] = {}
    path: list[tuple[int, str]] = []
    malformed = lost(finished)
    for at, piece in enumerate(finished.pieces):
        if piece.role is Role.HEADING:
            path = [above for above in path if above[0] < piece.depth]
        parents = (piece.annex, *path)
        neighbour = open_lists.get((*parents, piece.role, piece.depth))
        number = _numbered(at, piece, neighbour)
        if number:
            before = open_lists.get((*parents, number.form))
            if neighbour and _otherwise(number, neighbour, before) and not _behind_heading(number, path):
                meant = counters.number(neighbour.form, number.count, number.trail)
                yield Fault("SEC210", number.place, "", {"written": piece.mark, "number": meant})
                number, before = replace(number, form=neighbour.form), neighbour
            between = finished.pieces[before.at + 1 : at] if before else ()
            if not any(before and before.at < other < at for other in malformed) and not _told(between, before):
                yield from _held(number, before)
            earlier = open_lists.get((number.form, piece.annex)) if before is None else None
            yield from _begins(number, before, path, earlier)
            keys = (*parents, number.form), (*parents, piece.role, piece.depth), (number.form, piece.annex)
            open_lists |= dict.fromkeys(keys, number)
        if piece.role is Role.HEADING:
            path = [*path, (piece.depth, f"{piece.mark} {piece.block.words.place.line}")]


@rule("SEC210", Grain.FINISHED, WARNING)
def number_formed(finished: Finished, view: View) -> Iterator[Fault]:
    """A number stands alone before its words, with one point behind each figure.

    A dash before it or a point too many is left over from typing; a reader wonders whether it is a bullet.
    """
    for piece in finished.pieces:
        written = _written(finished.manuscript.text, piece) if piece.role in NUMBERED else ""
        if _MALFORMED.fullmatch(written):
            yield Fault(
                "SEC210",
                _before(finished.manuscript.text, piece, written),
                "",
                {"written": written, "number": piece.mark},
            )
    for one in lost(finished).values():
        place = stretch(finished.manuscript.text, one.piece.block.words, 0, len(one.written))
        yield Fault("SEC210", place, "", {"written": one.written, "number": one.meant})


def _written(text: str, piece: Piece) -> str:
    """What stands in the line before the words of *piece*."""
    offsets = piece.block.words.offsets
    if not offsets or piece.block.listed:
        return ""
    first = offsets[len(piece.text) - len(piece.text.lstrip(".,"))]
    return text[text.rfind("\n", 0, offsets[0]) + 1 : first].strip(" \t*_")


def _before(text: str, piece: Piece, written: str) -> Place:
    """Where *written* stands: in the line of the words, before them."""
    first = piece.block.words.offsets[0]
    begin = text.rfind(written, 0, first + len(written))
    column = begin - text.rfind("\n", 0, begin)
    place = piece.block.words.place
    return replace(place, column=column, end_line=place.line, end_column=column + len(written))


def _held(number: Numbered, before: Numbered | None) -> Iterator[Fault]:
    """The fault of *number* behind *before*, its neighbour; a list may begin anew, and go on from an earlier one."""
    if before is None or number.trail != before.trail or _next(number, before):
        return
    counted = number.place.file.endswith(MARKDOWN)  # "1." before every entry of a list is common there
    headings = before.count == 1 and {number.piece.role, before.piece.role} == {Role.HEADING}  # "1." behind "1."
    begun_anew = before.count > 1 or number.at > before.at + 1
    if number.count == 1 and (counted or (begun_anew and not headings)):
        return
    twice = number.count == before.count
    expected = counters.number(number.form, before.count + 1, number.trail)
    arguments = {
        "number": number.piece.mark,
        "before": before.piece.mark,
        "expected": expected,
        "slip": "twice" if twice else "skipped",
    }
    yield Fault("SEC201", number.place, "", arguments, (Related(before.place, "number_before"),))


def _begins(
    number: Numbered, before: Numbered | None, path: list[tuple[int, str]], earlier: Numbered | None
) -> Iterator[Fault]:
    """What is wrong with the first of a list: it leaves one out behind an *earlier* one; or with one that continues
    other figures than the heading's, which the one *before* it does, if there is one."""
    if (above := _above(number, path)) and (before is None or before.trail == above):
        yield _strange(number, above)
    elif earlier and number.piece.role is not Role.HEADING and not number.trail and number.count == earlier.count + 2:
        yield from _held(number, earlier)


def _told(between: Sequence[Piece], before: Numbered | None) -> bool:
    """Whether the number behind that of *before* stands among the pieces *between*, which are no list of their own."""
    if before is None:
        return False
    first, after = (counters.number(before.form, before.count + more, before.trail) for more in (0, 1))
    marks = [piece.mark for piece in between if piece.role in NUMBERED]
    return after in marks and first not in marks


def _otherwise(number: Numbered, neighbour: Numbered, before: Numbered | None) -> bool:
    """Whether *number* goes on from its *neighbour* with other signs, and from none with its own, *before*."""
    sorts = {one.form.strip("().") for one in (number, neighbour)}
    goes_on = number.count == neighbour.count + 1 > 2 and number.trail == neighbour.trail
    own = before is not None and before.count == number.count - 1
    return number.form != neighbour.form and len(sorts) == 1 and goes_on and not own


def _behind_heading(number: Numbered, path: list[tuple[int, str]]) -> bool:
    """Whether *number* goes on from the heading above it, which is told from it only by its shorter words."""
    return bool(path) and path[-1][1].split()[0] == counters.number(number.form, number.count - 1, number.trail)


def _above(number: Numbered, path: list[tuple[int, str]]) -> str:
    """The figures of the heading above the first of a list, where *number* continues others; empty otherwise."""
    mark = path[-1][1].split()[0].rstrip(".") if path and number.trail else ""
    figures = mark.replace(".", "").isdecimal() and mark != number.trail
    return mark if figures and mark.count(".") == number.trail.count(".") else ""


def _strange(number: Numbered, above: str) -> Fault:
    """The fault of a *number* that continues another one than that of its heading, *above*."""
    expected = counters.number(number.form, number.count, above)
    arguments = {"number": number.piece.mark, "before": f"{above}.", "expected": expected, "slip": "strange"}
    return Fault("SEC201", number.place, "", arguments)


def _next(number: Numbered, before: Numbered) -> bool:
    """Whether *number* counts one more, be it in an alphabet without *đ*."""
    if number.count == before.count + 1:
        return True
    one, other = (counters.bare(each.piece.mark).rpartition(".")[2] for each in (before, number))
    return len(one) == len(other) == 1 and one.isalpha() and ord(other) == ord(one) + 1


def _numbered(at: int, piece: Piece, before: Numbered | None) -> Numbered | None:
    match = _MARK.fullmatch(piece.mark) if piece.role in NUMBERED and not piece.block.listed else None
    if match is None:
        return None
    form = _form(match, before)
    count = counters.counted(piece.mark, form)
    return Numbered(at, piece, form, count, match[2].rstrip(".")) if count else None


def _form(match: re.Match[str], before: Numbered | None) -> str:
    """The form of a mark; a capital that may be a Roman figure is what its neighbour is, else Roman."""
    opened, trail, last, closed = match.groups()
    symbol = "1" if last.isdecimal() else "a" if last.islower() else "I"
    if symbol == "I" and len(last) == 1:
        lettered = before.form.strip("().-/ ") == "A" if before else last not in "IVX"
        symbol = "A" if lettered else "I" if last in "IVXLC" else "A"
    return f"{opened}{'1.' if trail else ''}{symbol}{')' if closed == ')' else '.'}"
