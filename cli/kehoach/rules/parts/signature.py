"""The signature of a finished document, and the sentence that closes it."""

import re
from collections.abc import Iterator, Mapping

from kehoach.findings import Fault, Related
from kehoach.finished import Finished, Role
from kehoach.patterns import compiled
from kehoach.phrases.choices import any_word, choice, spoken
from kehoach.phrases.lexicon import Lexicon
from kehoach.plan import Plan
from kehoach.rules.registry import INFO, WARNING, Grain, rule
from kehoach.rules.view import View
from kehoach.scalars import stretch

END = "./."
Bodies = Mapping[str, re.Pattern[str]]


@rule("SEC206", Grain.FINISHED, WARNING)
def signature_complete(finished: Finished, view: View) -> Iterator[Fault]:
    """A signature says for whom, in which office and by what name.

    *TM. BAN THƯỜNG VỤ*, then the office, then the name; without them nobody can tell who answers for it.
    """
    authority, office, signer = (tuple(finished.of(role)) for role in (Role.AUTHORITY, Role.OFFICE, Role.SIGNER))
    first = next(iter((*authority, *office, *signer)), None)
    if first is None:
        return
    capacities = choice(view.lexicon.words("form", "authorities"))
    stood = not authority or any(re.match(rf"{capacities}\s*[./]?\W", p.text, re.IGNORECASE) for p in authority)
    lacking = [name for name, there in (("capacity", stood), ("office", office), ("name", signer)) if not there]
    if lacking:
        yield Fault("SEC206", first.block.words.place, "", {"lacking": "_".join(lacking), "written": first.text})


@rule("SEC227", Grain.FINISHED, WARNING)
def deputy_signs_as_such(finished: Finished, view: View) -> Iterator[Fault]:
    """Who signs in the place of the head bears another office than the head.

    *KT. BÍ THƯ* above *BÍ THƯ*: the secretary signs without *KT.*, or a deputy has lost *Phó*.
    """
    replaced = {
        spoken(match["office"])
        for piece in finished.of(Role.AUTHORITY)
        if (match := view.lexicon.view(_deputy).match(piece.text))
    }
    for piece in finished.of(Role.OFFICE) if replaced else ():
        if not piece.annex and spoken(piece.text) in replaced:
            yield Fault("SEC227", piece.block.words.place, "", {"office": piece.text.strip()})


@rule("SEC207", Grain.FINISHED, INFO)
def end_marked(finished: Finished, view: View) -> Iterator[Fault]:
    """The text ends with the mark ``./.``.

    It tells that nothing was added below it.
    """
    closings = list(finished.of(Role.CLOSING))
    marked = any(p.text.rstrip().endswith(END) for p in finished.pieces if not p.annex and p.role is not Role.RECIPIENT)
    if closings and not marked:
        words = closings[-1].block.words
        place = stretch(finished.manuscript.text, words, max(0, len(words.text) - 1), len(words.text))
        yield Fault("SEC207", place)


@rule("SEC208", Grain.FINISHED, WARNING)
def closing_names_signer(finished: Finished, view: View) -> Iterator[Fault]:
    """The body that the closing sentence names is the one that signs.

    A letterhead names the whole committee also where its standing committee signs; the closing sentence does not.
    """
    bodies = view.lexicon.view(signing)
    own = named(" ".join(piece.text for piece in finished.of(Role.AUTHORITY)), bodies)
    for piece in finished.of(Role.CLOSING) if own else ():
        said = named(piece.text, bodies)
        if said and not set(said) & set(own):
            start, end = next(iter(said.values()))
            place = stretch(finished.manuscript.text, piece.block.words, start, end)
            arguments = {"named": piece.text[start:end], "signing": next(finished.of(Role.AUTHORITY)).text}
            related = tuple(Related(p.block.words.place, "signed_here") for p in finished.of(Role.AUTHORITY))
            yield Fault("SEC208", place, "", arguments, related)


@rule("SEC109", Grain.RESOLVED, WARNING)
def closing_of_the_signer(plan: Plan, view: View) -> Iterator[Fault]:
    """The body that a plan's own closing sentence names is the one for which it is signed."""
    closing = plan.head.closing
    signed = {issued.signed.on_behalf.text for issued in plan.head.issued if issued.signed.on_behalf}
    if closing is None or closing.plan != plan.id or plan.id in view.finished:
        return
    said = named(closing.text, view.lexicon.view(signing))
    if said and signed and all(signed) and not set(said) & signed:
        start, end = next(iter(said.values()))
        arguments = {"named": closing.text[start:end], "signing": ", ".join(sorted(signed))}
        yield Fault("SEC109", closing.place, "closing", arguments)


def _deputy(lexicon: Lexicon) -> re.Pattern[str]:
    """The line of authority of one who signs in the place of another, with that one's office."""
    forms = choice(lexicon.words("names", "in_place_of"))
    return compiled(rf"\W*{forms}[.\s]+(?P<office>[^\W\d_].*?)\W*\Z", re.IGNORECASE)


def named(text: str, bodies: Bodies) -> dict[str, tuple[int, int]]:
    """The bodies that *text* names, by id, each with where it is first named."""
    found = {id: pattern.search(text) for id, pattern in bodies.items()}
    return {id: match.span() for id, match in found.items() if match}


def signing(lexicon: Lexicon) -> Bodies:
    """The bodies that sign, by id, each with the pattern of its names."""
    table = lexicon.table("references", "signing_bodies")
    return {id: any_word(lexicon.words("references", "signing_bodies", id)) for id in table}
