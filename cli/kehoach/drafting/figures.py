"""What the unit below has to do with each figure of the plan above."""

import re
from collections.abc import Iterator

from kehoach.cascade import FLOORS, allocation
from kehoach.drafting.draft import Branch, Draft, Order, Tree
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


def blank(target: Target) -> Branch | None:
    """*target* as a target of the unit's own with a gap for every number; None where a figure has no number."""
    if not target.figures or any(figure.quantity is None for figure in target.figures):
        return None
    text, places = "", {}
    done = 0
    for figure in sorted(target.figures, key=lambda figure: figure.start):
        text += target.text.text[done : figure.start]
        places[figure.id] = len(text), _opened(figure)
        text += places[figure.id][1]
        done = figure.end
    text += target.text.text[done:]
    return {"text": text, "figures": {id: _told(text, phrase, start) for id, (start, phrase) in places.items()}}


def opened(received: Received) -> str:
    """The sentence of *received* with a gap for each number of the unit above that nobody handed down."""
    text = received.target.text.text
    here = {figure.id for figure in received.target.figures}
    for figure in received.above.figures:
        phrase = figure.phrase.text
        if figure.id not in here and figure.quantity and text.count(phrase) == 1:
            text = text.replace(phrase, _opened(figure))
    return text


def _opened(figure: Figure) -> str:
    """The phrase of a figure with a gap for its number."""
    assert figure.quantity
    low, high = figure.quantity.number_span
    return figure.phrase.text[:low] + GAP + figure.phrase.text[high:]


def _told(text: str, phrase: str, start: int) -> Tree:
    """A phrase as a figure quotes it, told apart from the same words elsewhere in *text*."""
    before = r"(?<!\w)" if phrase[0].isalnum() else ""
    places = [match.start() for match in re.finditer(rf"{before}{re.escape(phrase)}(?!\w)", text)]
    return phrase if len(places) < 2 else {"phrase": phrase, "nth": str(places.index(start) + 1)}
