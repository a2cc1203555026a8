"""The level that a signature says."""

import re
from collections.abc import Iterator
from itertools import pairwise

from kehoach.findings import Fault, Related
from kehoach.finished import Finished, Piece, Role
from kehoach.patterns import compiled
from kehoach.phrases.choices import choice, spoken
from kehoach.phrases.lexicon import Lexicon
from kehoach.rules.registry import WARNING, Grain, rule
from kehoach.rules.view import View
from kehoach.scalars import stretch

Levels = tuple[tuple[str, re.Pattern[str]], ...]


@rule("ORG318", Grain.FINISHED, WARNING)
def signed_at_its_level(finished: Finished, view: View) -> Iterator[Fault]:
    """A signature names the level of the unit in the letterhead.

    *BÍ THƯ HUYỆN ĐOÀN* below the plan of a ward was left over from another document. Where the letterhead names no
    level, the closing sentence may; where neither does, nothing is held against the signature.
    """
    known = [*_known(finished, view, Role.ISSUER)] or [*_known(finished, view, Role.CLOSING)]
    own = {level for level, *_ in known}
    for piece in finished.of(Role.AUTHORITY, Role.OFFICE) if own else ():
        for level, start, end in _levels(piece, view) if not piece.annex else ():
            if level not in own:
                place = stretch(finished.manuscript.text, piece.block.words, start, end)
                arguments = {"written": piece.text[start:end], "issuer": known[-1][1]}
                related = (Related(known[-1][2].block.words.place, "head_here"),)
                yield Fault("ORG318", place, "", arguments, related)


def _known(finished: Finished, view: View, role: Role) -> Iterator[tuple[str, str, Piece]]:
    """The levels that the pieces of *role* say, with their words: a short line whole."""
    for piece in finished.of(role):
        for level, start, end in _levels(piece, view) if not piece.annex else ():
            yield level, piece.text if role is Role.ISSUER else piece.text[start:end], piece


@rule("SEC220", Grain.FINISHED, WARNING)
def bodies_sign_once(finished: Finished, view: View) -> Iterator[Fault]:
    """Two signatures are those of two bodies; one body does not sign twice."""
    signing = [piece for piece in finished.of(Role.AUTHORITY) if not piece.annex]
    for first, second in pairwise(signing):
        if _plain(first.text) == _plain(second.text):
            related = (Related(first.block.words.place, "signed_here"),)
            yield Fault("SEC220", second.block.words.place, "", {"written": second.text}, related)


def _plain(text: str) -> str:
    return spoken(" ".join(text.split())).strip(" .,;")


def _levels(piece: Piece, view: View) -> Iterator[tuple[str, int, int]]:
    """The levels that *piece* names, with where each stands."""
    for level, pattern in view.lexicon.view(_patterns):
        if match := pattern.search(piece.text):
            yield level, *match.span()


def _patterns(lexicon: Lexicon) -> Levels:
    table = lexicon.table("names", "levels_signing")
    words = {level: lexicon.words("names", "levels_signing", level) for level in table}
    return tuple((level, compiled(rf"(?<!\w){choice(said)}(?!\w)", re.IGNORECASE)) for level, said in words.items())
