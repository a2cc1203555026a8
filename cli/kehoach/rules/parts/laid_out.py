"""Slips in how a finished document is laid out: a bullet that is not there, a label spelt in two ways."""

import re
from collections import defaultdict
from collections.abc import Iterator

from kehoach.findings import Fault, Related
from kehoach.finished import Finished, Piece, Role
from kehoach.patterns import compiled
from kehoach.phrases.choices import choice
from kehoach.phrases.lexicon import Lexicon
from kehoach.rules.registry import INFO, Grain, rule
from kehoach.rules.view import View

BODY = frozenset({Role.PARAGRAPH, Role.BULLET})
LISTS, SHARE, BELOW = 4, 0.8, 1
LABEL_WORDS = 5


@rule("SEC214", Grain.FINISHED, INFO)
def bullet_there(finished: Finished, view: View) -> Iterator[Fault]:
    """The first sentence under a heading has its bullet, where those below it and those of other headings have.

    A sentence that leads on with a colon is none of the list.
    """
    lists = [run for run in _runs(finished) if sum(p.role is Role.BULLET for p in run) >= BELOW]
    bare = [run for run in lists if run[0].role is Role.PARAGRAPH and not run[0].mark]
    if len(lists) < LISTS or len(bare) > (1 - SHARE) * len(lists):
        return
    for run in bare:
        first = run[0]
        if first.text.rstrip().endswith((".", ";")) and all(piece.role is Role.BULLET for piece in run[1:]):
            yield Fault("SEC214", first.block.words.place, "", {"text": " ".join(first.text.split()[:6])})


@rule("SEC215", Grain.FINISHED, INFO)
def label_of_one_form(finished: Finished, view: View) -> Iterator[Fault]:
    """The labels that part the work (*Cấp huyện*, *Cấp cơ sở*) are spelt alike wherever they come again."""
    forms: dict[str, dict[str, list[Piece]]] = defaultdict(lambda: defaultdict(list))
    for piece in finished.of(Role.HEADING):
        label = " ".join(piece.text.split()).rstrip(": ")
        if not any(map(str.isalnum, piece.mark)) and 1 < len(label.split()) <= LABEL_WORDS and not label.isupper():
            forms[label.casefold()][label].append(piece)
    for spelt in forms.values():
        usual = max(spelt, key=lambda label: len(spelt[label]))
        for label in spelt.keys() - {usual}:
            related = (Related(spelt[usual][0].block.words.place, "named_here"),)
            arguments = {"label": label, "usual": usual}
            yield Fault("SEC215", spelt[label][0].block.words.place, "", arguments, related)


@rule("SEC216", Grain.FINISHED, INFO)
def filed_somewhere(finished: Finished, view: View) -> Iterator[Fault]:
    """The last line of the recipients says who files the document (*Lưu VP*)."""
    unfiled = view.lexicon.view(_unfiled)
    for piece in finished.of(Role.RECIPIENT):
        if unfiled.match(piece.text):
            yield Fault("SEC216", piece.block.words.place, "", {"written": " ".join(piece.text.split())})


def _runs(finished: Finished) -> Iterator[list[Piece]]:
    """What stands right under each numbered heading, up to the next heading."""
    run: list[Piece] = []
    open_ = False
    for piece in finished.pieces:
        if piece.role in BODY and open_:
            run.append(piece)
            continue
        if run:
            yield run
        run, open_ = [], piece.role is Role.HEADING and any(map(str.isalnum, piece.mark))
    if run:
        yield run


def _unfiled(lexicon: Lexicon) -> re.Pattern[str]:
    """A filing line that names nobody."""
    return compiled(rf"\W*{choice(lexicon.words('form', 'filing'))}\s*(?:\(|[.;/]|$)")
