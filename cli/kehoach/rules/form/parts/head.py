"""The parts above the text: letterhead, type, subject, dashes, theme."""

import re
from collections.abc import Iterator, Sequence

from kehoach.patterns import compiled
from kehoach.phrases.lexicon import Lexicon
from kehoach.records import dataclass, replace
from kehoach.rules.form.parts.found import Found
from kehoach.rules.form.parts.wording import begins, date_line, number_line, spaced, words
from kehoach.sheet import Paragraph
from kehoach.standards.standard import Standard
from kehoach.tree import Element

# How many paragraphs from the top the type of the document may stand, and how many lines the subject may have.
DEEPEST_KIND = 60
SUBJECT_LINES = 8
LONGEST_SUBJECT = 300
TOLD_BY_WORDS = (
    ("titles", Element.TITLE),
    ("mottos", Element.MOTTO),
    ("conference", Element.CONFERENCE),
    ("draft", Element.DRAFT),
)
DASHES = compiled(r"(?:[-–—_‑*=~]\s*){3,}")


@dataclass(frozen=True, slots=True)
class Head:
    """The parts found, and how many paragraphs of the document they use up."""

    found: tuple[Found, ...]
    length: int


def head(paragraphs: Sequence[Paragraph], standard: Standard, lexicon: Lexicon) -> Head:
    """The parts above the text of a document."""
    top = list(enumerate(paragraphs[:DEEPEST_KIND]))
    at = next((n for told in (_is_kind, _begins_with_kind) for n, one in top if told(one, lexicon)), None)
    letterhead = list(_letterhead(paragraphs[: DEEPEST_KIND if at is None else at], standard, lexicon))
    if at is None:
        length = letterhead[-1].paragraph.number if letterhead else 0
        return Head(tuple(letterhead), length)
    title = list(_title(paragraphs[at:], lexicon))
    return Head((*letterhead, *title), title[-1].paragraph.number)


def _is_kind(paragraph: Paragraph, lexicon: Lexicon) -> bool:
    """Whether it says nothing but a type of document; the words of a cell are part of a letterhead."""
    first = paragraph.text.strip().split("\n")[0]
    return paragraph.cell is None and spaced(first).upper().rstrip(":") in lexicon.view(_kinds)


def _begins_with_kind(paragraph: Paragraph, lexicon: Lexicon) -> bool:
    """Whether a title goes on behind the type of document, in one paragraph."""
    short = paragraph.cell is None and len(paragraph.text) <= LONGEST_SUBJECT
    if not short or paragraph.layout.align != "center" or not begins(paragraph.text, lexicon.view(_kinds)):
        return False
    return all(run.bold for run in paragraph.runs if run.text.strip())


def _kinds(lexicon: Lexicon) -> tuple[str, ...]:
    return tuple(name.upper() for name in lexicon.table("documents", "kinds"))


def _letterhead(paragraphs: Sequence[Paragraph], standard: Standard, lexicon: Lexicon) -> Iterator[Found]:
    names: list[Found] = []
    taken: set[Element] = set()
    found = []
    pieces = list(_pieces(paragraphs))
    beside = next((one.side for one in pieces if _role(one.text, standard, lexicon) is Element.TITLE), 1)
    for piece in pieces:
        role = _role(piece.text, standard, lexicon)
        if role and role not in taken:
            taken.add(role)
            found.append(_as(piece, role))
        elif role is None and _may_name(piece, beside) and not taken & {Element.NUMBER, Element.SEPARATOR}:
            names.append(piece)
    if taken:
        found += _names(names, lexicon)
    return iter(sorted(found, key=lambda one: (one.paragraph.number, one.paragraph.text.find(one.text))))


def _pieces(paragraphs: Sequence[Paragraph]) -> Iterator[Found]:
    """The words of *paragraphs* parted at tabs and line ends, with the column that they stand in."""
    for paragraph in paragraphs:
        side = min(paragraph.cell.column, 1) if paragraph.cell and paragraph.cell.columns > 1 else None
        for line in paragraph.text.split("\n"):
            pieces = [piece for piece in re.split(r"\t+", line) if piece.strip()]
            for column, piece in enumerate(pieces):
                beside = min(column, 1) if len(pieces) > 1 or line.startswith("\t") else None
                yield Found(None, paragraph, piece.strip(), side=beside if side is None else side)


def _may_name(piece: Found, beside: int | None) -> bool:
    """Whether it may name a body: words that stand not on the side of the title, *beside* the names."""
    return (piece.side is None or piece.side != beside) and any(map(str.isalpha, piece.text))


def _role(text: str, standard: Standard, lexicon: Lexicon) -> Element | None:
    plain = spaced(text)
    if plain == standard.marks.separator:
        return Element.SEPARATOR
    if number_line(standard).match(plain):
        return Element.NUMBER
    if date_line(standard).fullmatch(plain):
        return Element.PLACE_DATE
    return next((role for key, role in TOLD_BY_WORDS if begins(plain, words(lexicon, key))), None)


def _names(names: Sequence[Found], lexicon: Lexicon) -> Iterator[Found]:
    """The lines of the issuing body, whose name may go on in the next one, and those of the bodies above it.

    What is bold below an issuing body is no body above it.
    """
    issuing, above = words(lexicon, "issuers"), words(lexicon, "superiors")
    told = any(begins(name.text, issuing) for name in names)
    role, goes_on = Element.SUPERIOR, False
    for name in names:
        bold = all(run.bold for run in name.runs)
        joined = role is Element.ISSUER and (goes_on or bold or begins(name.text, words(lexicon, "joint")))
        if begins(name.text, issuing) or joined or (not told and name is names[-1]):
            role = Element.ISSUER
        elif begins(name.text, above):
            role = Element.SUPERIOR
        goes_on = spaced(name.text).upper() in issuing
        yield _as(name, role)


def _title(paragraphs: Sequence[Paragraph], lexicon: Lexicon) -> Iterator[Found]:
    kind, *below = _lines(paragraphs[: 4 * SUBJECT_LINES])
    yield replace(kind, role=Element.KIND)
    until = next((n for n, one in enumerate(below[:SUBJECT_LINES]) if DASHES.fullmatch(one.text)), None)
    for n, one in enumerate(below):
        if n == until:
            yield replace(one, role=Element.DASHES)
        elif _ended(one, n, until, lexicon):
            return
        else:
            theme = begins(one.text, words(lexicon, "theme"))
            yield replace(one, role=Element.THEME if theme else Element.SUBJECT)


def _lines(paragraphs: Sequence[Paragraph]) -> Iterator[Found]:
    """The lines of *paragraphs*, also those that end inside of one."""
    for one in paragraphs:
        yield from (Found(None, one, line.strip()) for line in one.text.split("\n") if line.strip())


def _ended(one: Found, n: int, until: int | None, lexicon: Lexicon) -> bool:
    if until is None:
        return n >= SUBJECT_LINES or _is_text(one.paragraph, lexicon)
    return n > until and not begins(one.text, words(lexicon, "theme"))


def _is_text(paragraph: Paragraph, lexicon: Lexicon) -> bool:
    """Whether the text itself has begun, where no dashes say so."""
    text = paragraph.text.strip()
    ended = text.endswith((":", ";", ".", ",")) or len(text) > LONGEST_SUBJECT
    return ended or bool(paragraph.mark) or begins(text, words(lexicon, "bases")) or bool(re.match(r"[IVX]+\.", text))


def _as(piece: Found, role: Element) -> Found:
    return Found(role, piece.paragraph, piece.text, side=piece.side)
