"""The annexes of a finished document."""

from collections.abc import Iterator, Sequence
from itertools import chain

from kehoach.finished import Piece, Role
from kehoach.importing.planning.head import words_of
from kehoach.importing.planning.ladder import ladder_of
from kehoach.importing.planning.making import mapping, sequence, word
from kehoach.importing.planning.outline import outline
from kehoach.importing.planning.sections import Rung, sections, untitled
from kehoach.importing.planning.work import ACTIVITIES, Context, Work
from kehoach.written import Mapping, Node, Scalar


def annexes(work: Work, body: frozenset[Role]) -> Iterator[tuple[str, Mapping]]:
    """Each annex by its id; *body* are the roles of what stands in a text."""
    numbers = sorted({piece.annex for piece in work.finished.pieces if piece.annex})
    for number in numbers:
        pieces = [piece for piece in work.finished.pieces if piece.annex == number]
        yield from _annex(pieces, work, body)


def _annex(pieces: Sequence[Piece], work: Work, body: frozenset[Role]) -> Iterator[tuple[str, Mapping]]:
    place = pieces[0].block.words.place
    title = words_of([*_label(pieces, work), *(piece for piece in pieces if piece.role is Role.ANNEX_TITLE)])
    root = outline(piece for piece in pieces if piece.role in body)
    own = ladder_of(root.branches, work.ladder)
    above = Context(about=_about(title, work), annexed=True)
    id = work.ids.given(title.text if title else "", work.nameless("annexes"))
    rung = Rung(own or work.ladder)
    first = tuple(untitled(root, above, work))
    held = sections(root.branches, above, work, rung)
    entries: list[tuple[str, Node | None]] = [
        ("title", title or word(_number(pieces), place)),
        ("issuer", words_of([piece for piece in pieces if piece.role is Role.ISSUER])),
        ("ladder", sequence((word(form, place) for form in own), place)),
    ]
    made = dict(chain(first, held.entries.items() if held else ()))
    entries.append(("sections", mapping(made.items(), place) if made else None))
    yield id, mapping(entries, place)


def _label(pieces: Sequence[Piece], work: Work) -> list[Piece]:
    """The line that begins the annex, where it says more than that it is one: *Mẫu số 01*."""
    return [piece for piece in pieces if piece.role is Role.ANNEX and not work.words.annex.match(piece.text.strip())]


def _number(pieces: Sequence[Piece]) -> str:
    return next((piece.text.strip() for piece in pieces if piece.role is Role.ANNEX), "")


def _about(title: Scalar | None, work: Work) -> str:
    """What an annex is about, of which most list activities."""
    if title and work.words.targets.search(title.text):
        return "targets"
    return ACTIVITIES
