"""The places of the parts of the head: two columns, each in its order."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from kehoach.findings import Fault
from kehoach.rules.form.form import Form
from kehoach.rules.form.parts.found import Found
from kehoach.rules.registry import ERROR, Grain, rule
from kehoach.tree import Element

LEFT = (Element.ISSUER, Element.SEPARATOR, Element.NUMBER)
RIGHT = (Element.TITLE, Element.MOTTO, Element.PLACE_DATE)


@rule("FMT305", Grain.FORM, ERROR)
def head_in_columns(form: Form) -> Iterator[Fault]:
    """The issuing body stands in the left column of the head, the title in the right one, beside each other."""
    apart = (one for side, roles in enumerate((LEFT, RIGHT)) for one in form.parts(*roles) if one.side == 1 - side)
    wrong = next(apart, None) or _without_columns(form)
    if wrong:
        yield form.fault("FMT305", wrong.paragraph)


def _without_columns(form: Form) -> Found | None:
    """The title, where nothing of a head that has both sides stands beside anything."""
    title = next(form.parts(Element.TITLE), None)
    whole = any(form.parts(*LEFT)) and all(one.side is None for one in form.parts(*LEFT, *RIGHT))
    return title if whole else None


@rule("FMT306", Grain.FORM, ERROR)
def head_in_order(form: Form) -> Iterator[Fault]:
    """In each column of the head the parts follow one another as the standard lists them."""
    for order in ((Element.SUPERIOR, *LEFT), RIGHT):
        for above, below in pairwise(form.parts(*order)):
            if _rank(order, below) < _rank(order, above):
                labels = {"part": form.style(above).label, "below": form.style(below).label}
                yield form.fault("FMT306", above.paragraph, **labels)


def _rank(order: Sequence[Element], part: Found) -> int:
    assert part.role
    return order.index(part.role)
