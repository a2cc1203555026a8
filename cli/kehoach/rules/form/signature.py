"""The signature stays in one piece."""

from collections.abc import Iterator
from itertools import groupby

from kehoach.findings import Fault
from kehoach.rules.form.form import Form
from kehoach.rules.registry import WARNING, Grain, rule
from kehoach.tree import Element


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
