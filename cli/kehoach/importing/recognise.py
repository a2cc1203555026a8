"""The parts of a finished document, told pass by pass: what only one part can be first, the text last."""

from collections.abc import Mapping, Sequence

from kehoach.finished import Finished, Piece, Role
from kehoach.importing.parts.annexes import annexes
from kehoach.importing.parts.cutting import parted
from kehoach.importing.parts.foot import foot
from kehoach.importing.parts.headings import headings
from kehoach.importing.parts.identity import kind_of, unit_of, year_of
from kehoach.importing.parts.letterhead import letterhead
from kehoach.importing.parts.opening import closing, opening, strays
from kehoach.importing.parts.text import text
from kehoach.importing.parts.title import title
from kehoach.importing.parts.told import Claims, Lines
from kehoach.importing.parts.words import words
from kehoach.kinds import Kind
from kehoach.manuscript import Manuscript
from kehoach.phrases.lexicon import Lexicon
from kehoach.records import dataclass, replace
from kehoach.units import Units


@dataclass(frozen=True, slots=True)
class Recognising:
    """What recognition knows: the word lists, the register of units, the kinds of documents by id."""

    lexicon: Lexicon
    units: Units
    kinds: Mapping[str, Kind]


def recognise(manuscript: Manuscript, view: Recognising) -> Finished:
    """*manuscript* with every block recognised: one piece for each, in the source's order.

    A block that holds several parts (two columns in a line, a title and its text) is cut first; nothing is lost.
    """
    known = view.lexicon.view(words)
    lines = Lines(parted(manuscript, known), known)
    claims = _head_and_foot(lines)
    numbers = _numbers(lines, claims)
    for number, region in _regions(numbers, claims).items():
        claims |= _text(lines, region) if number else _document(lines, region, claims)
    pieces = tuple(_numbered(claims[at], numbers[at]) for at in range(len(lines)))
    finished = Finished(manuscript, pieces)
    return replace(
        finished,
        kind=kind_of(finished, view.kinds, view.lexicon),
        unit=unit_of(finished, view.units, view.lexicon),
        year=year_of(finished, view.lexicon),
    )


def _head_and_foot(lines: Lines) -> Claims:
    feet = foot(lines)
    claims = feet | letterhead(lines, frozenset(feet))
    claims |= title(lines, frozenset(claims))
    heads = annexes(lines, claims)
    forms = _in_forms(feet, heads)
    return {at: piece for at, piece in claims.items() if at not in forms} | heads


def _in_forms(feet: Claims, heads: Claims) -> set[int]:
    """The lines that belong to the feet of forms in annexes: the document has ended above with its own."""
    begin = min(heads, default=len(feet))
    return {at for at in feet if at > begin} if heads and min(feet, default=begin) < begin else set()


def _numbers(lines: Lines, claims: Claims) -> list[int]:
    """The number of the annex that each line stands in: 0 up to the head of the first, and in the foot."""
    numbers, count, heads = [], 0, {Role.ANNEX, Role.ANNEX_TITLE, Role.ANNEX_REFERENCE}
    inside = False
    for at in range(len(lines)):
        role = claims[at].role if at in claims else None
        begins = role is Role.ANNEX or (role in heads and not inside)
        count += begins
        inside = role in heads or (inside and role is not None)
        numbers.append(0 if role is Role.KIND or _in_foot(claims.get(at)) else count)
    return numbers


def _regions(numbers: Sequence[int], claims: Claims) -> dict[int, list[int]]:
    """The lines that nothing has claimed, by the number of the annex that they stand in."""
    regions: dict[int, list[int]] = {}
    for at, number in enumerate(numbers):
        if at not in claims:
            regions.setdefault(number, []).append(at)
    return regions


def _in_foot(piece: Piece | None) -> bool:
    feet = {Role.RECIPIENTS, Role.RECIPIENT, Role.AUTHORITY, Role.OFFICE, Role.SIGNER}
    return piece is not None and piece.role in feet


def _document(lines: Lines, region: list[int], claims: Claims) -> Claims:
    """The text of the document itself, with what stands above its first heading and below its last."""
    found = closing(lines, region)
    region = [at for at in region if at not in found]
    heads = headings(lines, region)
    titled = max((at for at, piece in claims.items() if piece.role in {Role.KIND, Role.SUBJECT}), default=-1)
    first = next((at for at in heads if at > titled), len(lines))
    if titled >= 0 or heads:
        found |= opening(lines, [at for at in region if titled < at < first], first < len(lines))
    top = min((titled, *heads))
    found |= strays(lines, [at for at in region if at < top])
    return found | text(lines, [at for at in region if at not in found], heads)


def _text(lines: Lines, region: list[int]) -> Claims:
    return text(lines, region, headings(lines, region))


def _numbered(piece: Piece, annex: int) -> Piece:
    return replace(piece, annex=annex) if annex else piece
