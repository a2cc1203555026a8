"""A finished document as a plan: what it says, as the values of a plan file that point back at it."""

from collections.abc import Collection, Iterator
from collections.abc import Mapping as MappingOf
from itertools import chain

from kehoach.findings import Fault
from kehoach.finished import Finished, Piece, Role
from kehoach.importing.planning.annexes import annexes
from kehoach.importing.planning.grounds import bases, woven
from kehoach.importing.planning.head import closing, issued, marks, of, subject
from kehoach.importing.planning.ids import Ids
from kehoach.importing.planning.ladder import ladder_of
from kehoach.importing.planning.making import mapping, prefixed, sequence, word
from kehoach.importing.planning.outline import Branch, outline
from kehoach.importing.planning.recipients import recipients
from kehoach.importing.planning.sections import Rung, sections, untitled
from kehoach.importing.planning.theme import Theme, above_text, theme
from kehoach.importing.planning.wording import worded
from kehoach.importing.planning.work import FOOT_FIRST, UNPLACED, Context, Work
from kehoach.kinds import Kind
from kehoach.manuscript import Block
from kehoach.phrases.lexicon import Lexicon
from kehoach.places import Place
from kehoach.records import dataclass
from kehoach.units import State
from kehoach.written import Mapping, Node, Scalar, Sequence, Written

BODY = frozenset({Role.HEADING, Role.PARAGRAPH, Role.BULLET, Role.CELL, Role.FOOTNOTE, Role.THEME})
ENDS = (".", ";", ":", "!", "?", "…", ",")
FOOT = (Role.RECIPIENTS, Role.RECIPIENT, Role.AUTHORITY, Role.OFFICE, Role.SIGNER)
TEXT = (Role.HEADING, Role.PARAGRAPH, Role.BULLET)
MOST_BOLD = 2
ONCE = (Role.NUMBER, Role.PLACE_DATE, Role.KIND, Role.RECIPIENTS)
OPENING = 60
Entries = Iterator[tuple[str, Node | None]]


@dataclass(frozen=True, slots=True)
class Planning:
    """What planning knows: the issuing unit by its id and as it stands, the kind, the year, the words of the plan.

    *ladder* are the forms of section numbers of the standard, *reserved* the words that are no ids.
    """

    unit: str
    state: State
    kind: Kind
    year: int
    lexicon: Lexicon
    ladder: tuple[str, ...]
    reserved: Collection[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Imported:
    """The plan that a finished document is, and what a person must look at in it, in the order of the document."""

    written: Written
    notes: tuple[Fault, ...] = ()


def plan(finished: Finished, about: Planning, id: str = "") -> Imported:
    """*finished* as the plan *id*; never raises for what the document says."""
    work = Work(finished, about.kind, about.year, about.state, about.lexicon, about.ladder, Ids(about.reserved))
    first = Place(finished.manuscript.file)
    root = mapping(_root(work, about), first)
    _foot_above(work)
    file = finished.manuscript.file
    notes = tuple(sorted((*finished.manuscript.remarks, *work.notes), key=_order))
    return Imported(Written(id, file, finished.manuscript.text, root), notes)


def _foot_above(work: Work) -> None:
    """Note a foot that stands above the text: a plan prints it below."""
    roles = (*FOOT, *TEXT)
    first = next(iter(of(work.finished, *roles)), None)
    if first and first.role in FOOT and of(work.finished, *TEXT):
        work.note(FOOT_FIRST, first.block.words.place)


def _order(note: Fault) -> tuple[Place, str]:
    return note.place, note.code


def _root(work: Work, about: Planning) -> Entries:
    place = Place(work.finished.manuscript.file)
    text = outline(piece for piece in of(work.finished, *BODY) if not _leads(piece, work))
    said = theme(work, text.branches[0] if text.branches and not text.entries else None)
    spent = [branch for branch in text.branches if branch.head and id(branch.head) in said.spent]
    text.branches = [branch for branch in text.branches if branch not in spent]
    yield "kind", word(about.kind.id, place)
    yield "unit", word(about.unit, place)
    yield "year", word(str(about.year), place)
    yield "subject", subject(work)
    yield "theme", said.node
    yield "issued", issued(work)
    yield "marks", marks(work)
    yield from bases(work)
    yield "opening", _opening(said, work)
    body = dict(_body(text, work, len(spent)))
    yield "style", _style(body, work)
    labels = [(key, word(label, place)) for key, label in sorted(work.labels.items(), reverse=True)]
    yield "labels", mapping(labels, place) if labels else None
    yield from body.items()
    yield "closing", closing(work)
    yield "recipients", recipients(work)
    yield "unplaced", _unplaced(said, work)


def _leads(piece: Piece, work: Work) -> bool:
    """Whether *piece* is a theme above the text."""
    return piece.role is Role.THEME and above_text(piece, work)


def _opening(said: Theme, work: Work) -> Sequence | None:
    own = of(work.finished, Role.OPENING)
    pieces = sorted((*said.opening, *own), key=lambda piece: piece.block.words.place)
    texts = [worded(piece.block) for piece in pieces]
    apart = woven(work)
    if apart:
        texts[pieces.index(own[0])] = apart.rest
    return sequence(texts, texts[0].place) if texts else None


def _body(text: Branch, work: Work, before: int) -> Entries:
    """The sections and annexes; *before* sections stand before them already."""
    own = ladder_of(text.branches, work.ladder)
    place = Place(work.finished.manuscript.file)
    yield "ladder", sequence((word(form, place) for form in own), place)
    rung = Rung(own or work.ladder, count=before)
    first = untitled(text, Context(), work)
    held = sections(text.branches, Context(), work, rung)
    made: dict[str, Node] = dict(chain(first, held.entries.items() if held else ()))
    yield "sections", mapping(made.items(), place) if made else None
    added = dict(annexes(work, BODY))
    yield "annexes", mapping(added.items(), place) if added else None


def _style(body: MappingOf[str, Node | None], work: Work) -> Mapping | None:
    place = Place(work.finished.manuscript.file)
    entries = []
    if work.bold >= MOST_BOLD:
        entries.append(("bold_figures", word("number", place)))
    if not all(text.text.rstrip("*").endswith(ENDS) for text in _sentences(body.values())):
        entries.append(("ends", word("written", place)))
    return mapping(entries, place) if entries else None


def _sentences(nodes: "Collection[Node | None]") -> Iterator[Scalar]:
    """The sentences of all items."""
    for node in nodes:
        if isinstance(node, Mapping):
            text = node.get("text")
            if isinstance(text, Scalar):
                yield text
            yield from _sentences(tuple(node.entries.values()))


def _unplaced(said: Theme, work: Work) -> Sequence | None:
    """What has no place in a plan: what was not recognised, and what a plan says once but the document says again."""
    again = [piece for role in ONCE for piece in of(work.finished, role)[1:]]
    again += [p for p in of(work.finished, Role.THEME) if above_text(p, work) and id(p) not in said.spent]
    left = [*work.finished.of(Role.UNPLACED), *again]
    blocks = sorted((piece.block for piece in left), key=lambda block: block.words.place)
    for block in blocks:
        work.note(UNPLACED, block.words.place, text=block.words.text[:OPENING])
    return sequence((_whole(block) for block in blocks), blocks[0].words.place) if blocks else None


def _whole(block: Block) -> Scalar:
    return prefixed(f"{block.mark} " if block.mark else "", worded(block, plain=True))
