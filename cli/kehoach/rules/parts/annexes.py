"""Annexes: those that are promised, and what they say of the document that they belong to."""

import re
from collections.abc import Iterator

from kehoach.findings import Fault, Related
from kehoach.finished import Finished, Piece, Role
from kehoach.patterns import compiled
from kehoach.phrases import citation, document_number, partial_date
from kehoach.phrases.choices import choice, spoken
from kehoach.phrases.lexicon import Lexicon
from kehoach.phrases.times.plain import plain
from kehoach.rules.holding import holding
from kehoach.rules.parts.signature import named, signing
from kehoach.rules.registry import INFO, WARNING, Grain, rule
from kehoach.rules.view import View
from kehoach.scalars import stretch
from kehoach.written import Written

ISSUING = (Role.CLOSING, Role.AUTHORITY, Role.ISSUER)


@rule("SEC106", Grain.WRITTEN, INFO)
def promised_annex(file: Written, view: View) -> Iterator[Fault]:
    """What the text says is attached is there.

    *Có phụ biểu kèm theo* without an annex leaves every reader asking for it.
    """
    if file.root.get("annexes"):
        return
    for passage in holding(file, view, *map(spoken, view.lexicon.words("references", "annex_ways"))):
        for match in view.lexicon.view(_promise).finditer(passage.text):
            yield Fault("SEC106", passage.place(*match.span()), passage.pointer, {"written": match.group()})


@rule("SEC209", Grain.FINISHED, WARNING)
def annex_refers_rightly(finished: Finished, view: View) -> Iterator[Fault]:
    """An annex gives the number, the date and the body of the document that it belongs to.

    An annex travels alone; by its reference it is put back. Where the head leaves the date or the number open, the
    annexes are held against the first of them.
    """
    yield from _of_another_body(finished, view)
    yield from _unlike_the_first(finished, view)
    number, dated = next(finished.of(Role.NUMBER), None), next(finished.of(Role.PLACE_DATE), None)
    for piece in finished.of(Role.ANNEX_REFERENCE):
        for head, wrong in ((number, _other_number(piece, number, view)), (dated, _other_date(piece, dated, view))):
            if head and wrong:
                arguments = {"written": wrong[0], "head": wrong[1]}
                related = (Related(head.block.words.place, "head_here"),)
                yield Fault("SEC209", piece.block.words.place, "", arguments, related)


def _of_another_body(finished: Finished, view: View) -> Iterator[Fault]:
    """References that name a committee which neither issues nor signs."""
    bodies = view.lexicon.view(signing)
    own = " ".join(piece.text for piece in finished.of(*ISSUING))
    known = named(own, bodies)
    for piece in finished.of(Role.ANNEX_REFERENCE) if known else ():
        said = named(piece.text, bodies)
        if said and not set(said) & set(known):
            start, end = next(iter(said.values()))
            first, last = next(iter(known.values()))
            arguments = {"written": piece.text[start:end], "head": own[first:last]}
            yield Fault("SEC209", stretch(finished.manuscript.text, piece.block.words, start, end), "", arguments)


def _unlike_the_first(finished: Finished, view: View) -> Iterator[Fault]:
    """References that differ from the first one in a date or number that the head does not say."""
    number, dated = next(finished.of(Role.NUMBER), None), next(finished.of(Role.PLACE_DATE), None)
    references = [*finished.of(Role.ANNEX_REFERENCE)]
    for first, piece in zip(references[:1] * len(references), references[1:], strict=False):
        open_date = dated is None or not view.lexicon.view(_date).search(dated.text)
        open_number = number is None or not _said_number(number, view)
        wrong = [_other_date(piece, first, view) if open_date else None]
        wrong.append(_other_number(piece, first, view) if open_number else None)
        for one in filter(None, wrong):
            related = (Related(first.block.words.place, "head_here"),)
            yield Fault("SEC209", piece.block.words.place, "", {"written": one[0], "head": one[1]}, related)


def _said_number(piece: Piece, view: View) -> bool:
    parsed = document_number.parse(piece.text, view.lexicon)
    return bool(parsed and parsed.value)


def _other_number(piece: Piece, head: Piece | None, view: View) -> tuple[str, str] | None:
    own = document_number.parse(head.text, view.lexicon) if head else None
    for found in citation.find(piece.text.strip("()"), view.lexicon):
        said = found.citation.number
        if said and own and said.value and own.value and _key(said) != _key(own):
            return said.written.strip(), document_number.canonical(own, view.lexicon)
    return None


def _key(number: document_number.DocumentNumber) -> tuple[int | None, str, bool]:
    return number.value, number.kind, number.state


def _other_date(piece: Piece, head: Piece | None, view: View) -> tuple[str, str] | None:
    date = view.lexicon.view(_date)
    said, own = (date.search(words.text) if words else None for words in (piece, head))
    one, other = (partial_date.parse(match.group()) if match else None for match in (said, own))
    return (said.group(), own.group()) if said and own and one and other and one != other else None


def _promise(lexicon: Lexicon) -> re.Pattern[str]:
    """Something that is called an annex and said to come with the text."""
    things, ways = (choice(lexicon.words("references", name)) for name in ("annex_things", "annex_ways"))
    return compiled(rf"\b{things}\b[^.;,()]{{0,25}}?\b{ways}\b|\b{ways}\s+{things}\b", re.IGNORECASE)


def _date(lexicon: Lexicon) -> re.Pattern[str]:
    """A whole date, in words or with strokes."""
    said = lexicon.view(plain)
    worded = rf"{said.day}\s+\d{{1,2}}\s+{said.month}\s+\d{{1,2}}\s+{said.year}\s+\d{{4}}"
    return compiled(rf"{worded}|\d{{1,2}}/\d{{1,2}}/\d{{4}}", re.IGNORECASE)
