"""The signature stays in one piece."""

import re
from collections.abc import Iterator
from itertools import groupby, pairwise

from kehoach.findings import Fault
from kehoach.patterns import compiled
from kehoach.rules.form.form import Form
from kehoach.rules.form.parts.found import Found
from kehoach.rules.form.parts.wording import begins, spaced, words
from kehoach.rules.registry import ERROR, INFO, WARNING, Grain, rule
from kehoach.sheet import Paragraph
from kehoach.tree import Element

# For a body, and below it for its head.
COLLECTIVE = ("TM", "KT")
# A line of the usual size, in points.
LINE = 16
WAY = compiled(r"(?P<letters>[A-Z][/.][A-Z](?!\w)|[A-Z]{1,3})(?P<sign>\s*[./]?\s*)", re.IGNORECASE)


@rule("FMT327", Grain.FORM, ERROR)
def authority_worded(form: Form) -> Iterator[Fault]:
    """The way of signing for others is abbreviated as the standard has it: *TM.*, *T/M*."""
    for part in form.parts(Element.AUTHORITY):
        text = spaced(part.text)
        way = WAY.match(text)
        form_of = form.standard.signing.forms.get(_plain(way)) if way else None
        wanted = form_of.partition("{")[0] if form_of else ""
        if way and not text.upper().startswith(wanted.strip()):
            yield form.fault("FMT327", part.paragraph, actual=way[0].strip(), wanted=wanted.strip())


@rule("FMT333", Grain.FORM, WARNING)
def authority_known(form: Form) -> Iterator[Fault]:
    """The way of signing for others is one that the standard has: *TUQ.* is the state's."""
    signing = form.standard.signing
    known = {way.replace("/", "").replace(".", "") for way in words(form.lexicon, "authorities")}
    for part in form.parts(Element.AUTHORITY):
        way = WAY.match(spaced(part.text))
        letters = _plain(way) if way else ""
        if letters in known and letters not in signing.forms and letters not in signing.acting:
            yield form.fault("FMT333", part.paragraph, actual=letters, wanted=", ".join(signing.forms))


@rule("FMT337", Grain.FORM, WARNING)
def authority_fits(form: Form) -> Iterator[Fault]:
    """One signs for a body by *TM.* and for its head by *KT.*, not the other way round."""
    unfit = dict(zip(COLLECTIVE, (words(form.lexicon, "offices"), words(form.lexicon, "bodies")), strict=True))
    for part in form.parts(Element.AUTHORITY):
        way = WAY.match(spaced(part.text))
        if way and begins(spaced(part.text)[way.end() :], unfit.get(_plain(way), ())):
            yield form.fault("FMT337", part.paragraph, actual=spaced(part.text))


@rule("FMT335", Grain.FORM, WARNING)
def deputy_signs_plainly(form: Form) -> Iterator[Fault]:
    """A deputy who signs for a body signs with the own office, where the standard does not name the head above it."""
    for above, below in pairwise(form.parts(Element.AUTHORITY)):
        if not form.standard.signing.head_named and above.side == below.side and _ways(above, below) == COLLECTIVE:
            yield form.fault("FMT335", below.paragraph, actual=spaced(below.text))


@rule("FMT336", Grain.FORM, INFO)
def name_alone(form: Form) -> Iterator[Fault]:
    """The signer's name stands without degrees and ranks."""
    degrees = words(form.lexicon, "degrees")
    for part in form.parts(Element.NAME):
        if begins(part.text, degrees):
            yield form.fault("FMT336", part.paragraph, actual=spaced(part.text))


@rule("FMT334", Grain.FORM, WARNING)
def room_to_sign(form: Form) -> Iterator[Fault]:
    """Between the office and the name there is room for a signature."""
    wanted = float(str(form.lexicon.at("form", "signature", "room")))
    signed = list(form.parts(Element.AUTHORITY, Element.OFFICE, Element.NAME))
    for above, name in pairwise(signed):
        if name.role is Element.NAME and above.paragraph.cell == name.paragraph.cell:
            between = form.sheet.paragraphs[above.paragraph.number : name.paragraph.number - 1]
            room = above.paragraph.layout.after + name.paragraph.layout.before + sum(map(_height, between))
            if above.paragraph is name.paragraph:
                room = LINE * (name.paragraph.text.partition(above.text)[2].partition(name.text)[0].count("\n") - 1)
            if room < wanted and not any(one.holds or not one.blank for one in between):
                yield form.fault("FMT334", name.paragraph)


def _ways(*parts: Found) -> tuple[str, ...]:
    found = (WAY.match(spaced(part.text)) for part in parts)
    return tuple(_plain(way) if way else "" for way in found)


def _plain(way: re.Match[str]) -> str:
    return way["letters"].replace("/", "").replace(".", "").upper()


def _height(blank: Paragraph) -> float:
    """How high (points) an empty paragraph is, whose lines may be many."""
    lines = 1 + blank.text.count("\n")
    return lines * LINE + blank.layout.before + blank.layout.after


@rule("FMT328", Grain.FORM, ERROR)
def signature_right(form: Form) -> Iterator[Fault]:
    """The signature stands to the right of the recipients."""
    label = next(form.parts(Element.RECIPIENTS_LABEL), None)
    signed = next(form.parts(Element.AUTHORITY, Element.OFFICE), None)
    if label and signed and None not in (label.side, signed.side) and (label.side or 0) > (signed.side or 0):
        yield form.fault("FMT328", signed.paragraph)


@rule("FMT324", Grain.FORM, WARNING)
def signature_whole(form: Form) -> Iterator[Fault]:
    """No page parts a signature: its row is kept whole, or each of its lines is kept with the next."""
    parts = form.parts(Element.AUTHORITY, Element.OFFICE, Element.NAME)
    for side, group in groupby(parts, key=lambda one: one.side):
        lines = [one.paragraph for one in group]
        first, last = lines[0], lines[-1]
        stretch = form.sheet.paragraphs[first.number - 1 : last.number - 1]
        whole = side is not None and first.cell is not None and first.cell.whole
        if not whole and not all(one.layout.keep_next for one in stretch):
            yield form.fault("FMT324", first)
