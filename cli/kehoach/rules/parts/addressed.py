"""Who receives a finished document, and how its last sentence ends."""

import re
from collections.abc import Iterator

from kehoach.findings import Fault
from kehoach.finished import Finished, Role
from kehoach.patterns import compiled
from kehoach.phrases.choices import any_word, choice
from kehoach.phrases.lexicon import Lexicon
from kehoach.rules.registry import INFO, Grain, rule
from kehoach.rules.view import View
from kehoach.scalars import stretch

FEWEST = 2


@rule("SEC221", Grain.FINISHED, INFO)
def filing_said(finished: Finished, view: View) -> Iterator[Fault]:
    """The recipients end with the line that says who files the document."""
    found = [piece for piece in finished.of(Role.RECIPIENT) if not piece.annex]
    files = view.lexicon.view(_files)
    if len(found) >= FEWEST and not any(files.search(piece.text) for piece in found):
        yield Fault("SEC221", found[-1].block.words.place)


@rule("SEC222", Grain.FINISHED, INFO)
def those_who_act_receive(finished: Finished, view: View) -> Iterator[Fault]:
    """The units that carry a document out are among those who receive it."""
    found = [piece for piece in finished.of(Role.RECIPIENT) if not piece.annex]
    told = any_word(view.lexicon.words("finished", "told_only"))
    sent = (piece.text for piece in found if not told.search(piece.text))
    if len(found) >= FEWEST and not any(_acts(text, view.lexicon) for text in sent):
        yield Fault("SEC222", found[-1].block.words.place)


@rule("SEC223", Grain.FINISHED, INFO)
def closing_ends(finished: Finished, view: View) -> Iterator[Fault]:
    """The closing sentence ends with a stop, or with the mark of the end."""
    closing = [piece for piece in finished.of(Role.CLOSING) if not piece.annex]
    if closing and closing[-1].text.rstrip(' *”")')[-1:].isalnum():
        words = closing[-1].block.words
        last = len(words.text.rstrip())
        yield Fault("SEC223", stretch(finished.manuscript.text, words, last - 1, last))


def _acts(text: str, lexicon: Lexicon) -> bool:
    """Whether the recipient *text* carries the document out."""
    acting, units, leaders = (
        any_word(lexicon.words("finished", name)) for name in ("acting", "acting_units", "leaders")
    )
    return bool(acting.search(text) or (units.search(text) and not leaders.match(text.lstrip(" -+*"))))


def _files(lexicon: Lexicon) -> re.Pattern[str]:
    return compiled(rf"(?<!\w){choice(lexicon.words('form', 'filing'))}(?!\w)")
