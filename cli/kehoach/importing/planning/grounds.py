"""What a document rests on: căn cứ on lines of their own, or woven into the sentence that opens the text."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kehoach.finished import Piece, Role
from kehoach.importing.planning.head import of
from kehoach.importing.planning.making import mapping, sequence, word
from kehoach.importing.planning.wording import worded
from kehoach.importing.planning.work import Work
from kehoach.patterns import compiled
from kehoach.phrases import citation
from kehoach.phrases.choices import choice
from kehoach.scalars import cut
from kehoach.written import Node, Scalar

Entries = Iterator[tuple[str, Node | None]]
WOVEN = "opening"
_BETWEEN = compiled(r";\s+")


@dataclass(frozen=True, slots=True)
class Woven:
    """An opening sentence taken apart: the word that opens it, its bases, and what follows them."""

    verb: str
    bases: tuple[Scalar, ...]
    rest: Scalar


def bases(work: Work) -> Entries:
    """The căn cứ, the word that opens each of them, and how they are printed."""
    pieces = of(work.finished, Role.BASIS)
    apart = woven(work)
    usual, *_ = verbs = work.lexicon.words("planning", "verbs")
    shared = [verb for verb in verbs if all(_opens(piece.text, verb) for piece in pieces)]
    verb = apart.verb if apart else shared[0] if pieces and shared else ""
    texts = apart.bases if apart else tuple(_basis(piece, verb, work) for piece in pieces)
    if not texts:
        return
    place = texts[0].place
    yield "bases_form", word(WOVEN, place) if apart else None
    yield "verb", word(verb, place) if verb not in {"", usual} else None
    yield "bases", sequence((mapping([("text", text)], text.place) for text in texts), place)


def woven(work: Work) -> Woven | None:
    """The first opening sentence, if documents and then the unit itself stand in it; None for any other."""
    pieces = of(work.finished, Role.OPENING)
    if of(work.finished, Role.BASIS) or not pieces:
        return None
    text = worded(pieces[0].block)
    verb = next((one for one in work.lexicon.words("planning", "verbs") if _opens(text.text, one)), "")
    end = _end(text.text, len(verb), work) if verb else 0
    if not end or text.text != text.text.strip():
        return None
    return Woven(verb, _parts(text, len(verb), end, work), cut(_raw(work), text, end + 1, len(text.text)))


def _end(text: str, verbed: int, work: Work) -> int:
    """Where the comma before the unit's own name stands; 0 where no document is named right behind the verb."""
    cited = citation.find(text, work.lexicon)
    if not re.match(
        rf"{choice(work.lexicon.table('documents', 'kinds'))}(?!\w)", text[verbed:].lstrip(), re.IGNORECASE
    ):
        return 0
    for match in work.ours.finditer(text):
        before = text[: match.start()].rstrip()
        if before.endswith(",") and not _inside(match.start(), cited):
            return len(before) - 1
    return 0


def _inside(at: int, cited: Sequence[citation.Found]) -> bool:
    return any(found.start <= at < found.end for found in cited)


def _parts(text: Scalar, start: int, end: int, work: Work) -> tuple[Scalar, ...]:
    cuts = [start, *(at for match in _BETWEEN.finditer(text.text, start, end) for at in match.span()), end]
    return tuple(cut(_raw(work), text, *cuts[at : at + 2]) for at in range(0, len(cuts), 2))


def _raw(work: Work) -> str:
    return work.finished.manuscript.text


def _opens(text: str, verb: str) -> bool:
    return text.lstrip().casefold().startswith(f"{verb.casefold()} ")


def _basis(piece: Piece, verb: str, work: Work) -> Scalar:
    """A basis without the word that opens it and the sign at its end."""
    text = worded(piece.block)
    start = len(text.text) - len(text.text.lstrip()) + len(verb) if verb else 0
    return cut(_raw(work), text, start, len(text.text.rstrip(" ;,.")))
