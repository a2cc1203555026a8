"""The recipients of a document, line by line."""

import re
from collections.abc import Sequence
from itertools import takewhile

from kehoach.finished import Piece, Role
from kehoach.importing.planning.head import of
from kehoach.importing.planning.making import mapping, sequence, word
from kehoach.importing.planning.wording import worded
from kehoach.importing.planning.work import Work
from kehoach.patterns import compiled
from kehoach.phrases.choices import choice
from kehoach.scalars import cut
from kehoach.written import Mapping, Node, Scalar

ENDS = " ;,./"
_PART = compiled(r"[^,;]+")
_COPIES = r"(\d+)\s*{}?"


def recipients(work: Work) -> Node | None:
    """The lines of the recipients; parts that stand on lines of their own belong to the line above."""
    pieces = of(work.finished, Role.RECIPIENT)
    place = pieces[0].block.words.place if pieces else None
    tops = [at for at, piece in enumerate(pieces) if at == 0 or piece.depth < 2]
    lines = (_recipient(pieces[at], _parts_below(pieces[at + 1 :]), work) for at in tops)
    return sequence(lines, place) if place else None


def _parts_below(pieces: Sequence[Piece]) -> list[Piece]:
    return list(takewhile(lambda piece: piece.depth >= 2, pieces))


def _recipient(piece: Piece, below: Sequence[Piece], work: Work) -> Mapping:
    raw, words = work.finished.manuscript.text, worded(piece.block, plain=True)
    place = words.place
    verb = choice(work.lexicon.words("form", "filing"))
    filing = re.match(rf"\s*{verb}(?!\w)\s*:?\s*", words.text, re.IGNORECASE)
    start, end = filing.end() if filing else 0, len(words.text.rstrip(ENDS))
    entries: list[tuple[str, Node | None]] = []
    last = re.search(r"\s*\((?P<inside>[^()]*)\)$", words.text[:end])
    count = _COPIES.format(choice(work.lexicon.words("planning", "copies")))
    if last and (copies := re.fullmatch(count, last["inside"].strip())):
        entries.append(("copies", word(copies[1], place)))
        end = len(words.text[: last.start()].rstrip(ENDS))
    elif last and _is_purpose(last["inside"], work):
        entries.append(("purpose", cut(raw, words, *last.span("inside"))))
        end = last.start()
    to, parts = _divided(words, start, max(start, end), raw)
    parts += [_part(one, raw) for one in below]
    entries.insert(0, ("to", to if to.text else word("VP", place)))
    entries.append(("parts", sequence(parts, place)))
    entries.append(("archive", word("true", place) if filing else None))
    return mapping(entries, place)


def _part(piece: Piece, raw: str) -> Scalar:
    words = worded(piece.block, plain=True)
    return cut(raw, words, 0, len(words.text.rstrip(" ;,.")))


def _is_purpose(text: str, work: Work) -> bool:
    known, begins = (work.lexicon.words("planning", name) for name in ("purposes_of_sending", "purposes_begin"))
    words = text.lower().split()
    return " ".join(words) in known or any(word in begins for word in words[:1])


def _divided(words: Scalar, start: int, end: int, raw: str) -> tuple[Scalar, list[Scalar]]:
    """An addressee and its parts, behind a colon with commas between."""
    colon = words.text.find(": ", start, end)
    if colon < 0:
        return cut(raw, words, start, end), []
    stretches = (match.span() for match in _PART.finditer(words.text, colon + 1, end))
    return cut(raw, words, start, colon), [cut(raw, words, *one) for one in stretches]
