"""The tables that hold head and foot, which show no lines."""

from collections.abc import Iterator

from kehoach.findings import Fault
from kehoach.rules.form.form import Form
from kehoach.rules.registry import ERROR, Grain, rule
from kehoach.tree import Element

HEAD = (Element.ISSUER, Element.TITLE, Element.NUMBER, Element.PLACE_DATE)
FOOT = (Element.RECIPIENTS_LABEL, Element.RECIPIENT, Element.AUTHORITY, Element.OFFICE, Element.NAME)
UPRIGHT = frozenset({"left", "right"})


@rule("FMT307", Grain.FORM, ERROR)
def head_and_foot_unlined(form: Form) -> Iterator[Fault]:
    """Tables that only put head or foot into columns show no lines; one below a title is its own matter."""
    for roles, seen in ((HEAD, UPRIGHT), (FOOT, UPRIGHT | {"top", "bottom"})):
        cells = ((one.paragraph.cell, one.paragraph) for one in form.parts(*roles))
        lined = next((paragraph for cell, paragraph in cells if cell and cell.edges & seen), None)
        if lined:
            yield form.fault("FMT307", lined)
