"""What the unit below has to do with each figure of the plan above."""

from collections.abc import Iterator

from kehoach.cascade import FLOORS, allocation
from kehoach.drafting.draft import Draft, Order, Tree
from kehoach.drafting.mentions import GAP
from kehoach.notes import Path
from kehoach.plan import Figure, Policy, Target, Verb
from kehoach.records import dataclass


@dataclass(frozen=True, slots=True)
class Received:
    """A target as the unit receives it, and the one of the plan above that it comes from."""

    target: Target
    above: Target


def fill(draft: Draft, received: Received, path: Path, order: Order) -> None:
    """Write the figures that are blank as gaps to fill, and note what binds each of them."""
    entry: dict[str, Tree] = {}
    for figure in received.target.figures:
        at = ("value",) if figure.id == "value" else ("figures", figure.id)
        blank = figure.quantity is None
        if blank and len(at) == 1:
            entry["value"] = GAP
        elif blank:
            figures = entry.setdefault("figures", {})
            assert isinstance(figures, dict)
            figures[figure.id] = GAP
        for code, arguments in _said(figure, received, order):
            draft.note(code, (*path, *at) if blank else path, **arguments)
    if entry:
        draft.branch(path).update(entry)


def _said(figure: Figure, received: Received, order: Order) -> Iterator[tuple[str, dict[str, str]]]:
    above = figure.above or next((f for f in received.above.figures if f.id == figure.id), None)
    if above is None:
        return
    words = {"figure": figure.phrase.text.replace(GAP, "…"), "above": above.phrase.text}
    share = allocation(above, order.unit, order.state)
    if figure.quantity is None:
        given = share.text if share else ""
        yield "fill", {**words, "words": received.above.text.text, "share": given}
    elif figure.phrase.chain[-1].verb is Verb.ALLOCATED:
        yield "allocated", {**words, "share": share.text if share else figure.phrase.text}
    if above.policy is Policy.LOCKED:
        yield "locked", words
    elif figure.quantity is not None and above.cascade in FLOORS:
        yield "floor", words
