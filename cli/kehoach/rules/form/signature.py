"""The signature stays in one piece."""

import re
from collections.abc import Iterator
from itertools import groupby

from kehoach.findings import Fault
from kehoach.patterns import compiled
from kehoach.rules.form.form import Form
from kehoach.rules.form.parts.wording import spaced
from kehoach.rules.registry import ERROR, WARNING, Grain, rule
from kehoach.tree import Element

WAY = compiled(r"(?P<letters>[A-Z]/[A-Z]|[A-Z]{1,3})(?P<sign>\s*[./]?\s*)", re.IGNORECASE)


@rule("FMT327", Grain.FORM, ERROR)
def authority_worded(form: Form) -> Iterator[Fault]:
    """The way of signing for others is abbreviated as the standard has it: *TM.*, *T/M*."""
    for part in form.parts(Element.AUTHORITY):
        text = spaced(part.text)
        way = WAY.match(text)
        form_of = form.standard.signing.forms.get(way["letters"].replace("/", "").upper()) if way else None
        wanted = form_of.partition("{")[0] if form_of else ""
        if way and not text.upper().startswith(wanted.strip()):
            yield form.fault("FMT327", part.paragraph, actual=way[0].strip(), wanted=wanted.strip())


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
