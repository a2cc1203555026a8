"""What kind of document the closing sentence says it is."""

import re
from collections.abc import Iterator

from kehoach.findings import Fault, Related
from kehoach.finished import Finished, Piece, Role
from kehoach.patterns import compiled
from kehoach.phrases.choices import choice, spoken
from kehoach.phrases.document_number import types
from kehoach.phrases.lexicon import Lexicon
from kehoach.rules.registry import INFO, WARNING, Grain, rule
from kehoach.rules.view import View
from kehoach.scalars import stretch


@rule("SEC212", Grain.FINISHED, WARNING)
def closing_of_the_type(finished: Finished, view: View) -> Iterator[Fault]:
    """The closing sentence calls the document what it is.

    *Trên đây là Kế hoạch …* at the end of a programme was left over from another document.
    """
    head = next(finished.of(Role.KIND), None)
    closing, types = view.lexicon.view(_types)
    own = types.match(head.text.strip()) if head else None
    for piece in finished.of(Role.CLOSING, Role.PARAGRAPH) if own else ():
        said = closing.match(piece.text) if not piece.annex else None
        named = said["type"] or said["passed"] if said else ""
        if head and own and said and not _same(own.group(), named):
            text = finished.manuscript.text
            place = stretch(text, piece.block.words, *said.span("type" if said["type"] else "passed"))
            arguments = {"named": named, "type": own.group().capitalize()}
            yield Fault("SEC212", place, "", arguments, (Related(head.block.words.place, "named_here"),))


@rule("SEC213", Grain.FINISHED, INFO)
def opening_goes_on(finished: Finished, view: View) -> Iterator[Fault]:
    """The opening runs on from its reason to who issues the document.

    *Thực hiện … 2024. Ban Thường vụ … ban hành* stops where a comma belongs.
    """
    stopped = view.lexicon.view(_stopped)
    for piece in finished.of(Role.OPENING, Role.BASIS):
        match = stopped.match(piece.text)
        if match:
            at = match.end("reason")
            place = stretch(finished.manuscript.text, piece.block.words, at, at + 1)
            yield Fault("SEC213", place, "", {"before": _end(piece, at)})


def _end(piece: Piece, at: int) -> str:
    return " ".join(piece.text[:at].split()[-4:])


def _same(own: str, said: str) -> bool:
    """Whether two types are one; *Kế hoạch* closes a *Kế hoạch liên tịch* as well."""
    one, other = spoken(own), spoken(said)
    return one.startswith(other) or other.startswith(one)


def _types(lexicon: Lexicon) -> tuple[re.Pattern[str], re.Pattern[str]]:
    known = choice(lexicon.view(types))
    lead, ahead = (choice(lexicon.words("finished", name)) for name in ("closing_leads", "closing_fillings"))
    passed = rf"(?P<passed>{known})\s+{choice(lexicon.words('finished', 'passed'))}"
    closing = rf"\W*(?:{lead}\s+(?:{ahead}\s+)*(?P<type>{known})|{passed})(?!\w)"
    return compiled(closing, re.IGNORECASE), compiled(rf"{known}(?!\w)", re.IGNORECASE)


def _stopped(lexicon: Lexicon) -> re.Pattern[str]:
    reasons = choice(lexicon.words("finished", "reasons"))
    bodies = choice((*lexicon.words("finished", "bodies"), *lexicon.words("names", "union_units")))
    issues, cut = choice(lexicon.words("finished", "issues")), lexicon.at("finished", "cut_short")
    return compiled(rf"\W*{reasons}\s[^.]+(?<!\b{cut})(?P<reason>)\.\s+{bodies}\s[^.]*?{issues}(?!\w)")
