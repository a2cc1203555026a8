"""The number in the sentence for the units below."""

from collections.abc import Iterator

from kehoach.cascade import FLOORS
from kehoach.cascade.asking import comparable
from kehoach.findings import Fault, Related
from kehoach.phrases import quantity
from kehoach.phrases.quantity import Quantity
from kehoach.plan import Figure, Plan, Target
from kehoach.rules.registry import WARNING, Grain, rule
from kehoach.rules.view import View


@rule("TGT225", Grain.RESOLVED, WARNING)
def same_number_below(plan: Plan, view: View) -> Iterator[Fault]:
    """The sentence for the units below asks of each of them what our own sentence asks.

    Somebody who raises a target in one of the two sentences easily forgets the other. Totals and parts that are
    given out are left alone: their number is put into the sentence for each unit.
    """
    for item in plan.items():
        said = item.fields.get("as_child")
        if not isinstance(item, Target) or said is None or said.plan != plan.id or not any(map(_floor, item.figures)):
            continue
        found = [one.quantity for one in quantity.find(said.text, view.lexicon)]
        for figure in item.figures:
            other = _other(figure, item, found)
            if other:
                arguments = {"id": item.id, "said": other.written, "phrase": figure.phrase.text}
                here = (Related(figure.phrase.place, "headline_here"),)
                yield Fault("TGT225", said.place, f"{item.id}/as_child", arguments, here)


def _other(figure: Figure, target: Target, found: list[Quantity]) -> Quantity | None:
    """The one quantity of what *figure* counts, where its number is another."""
    known = figure.quantity
    if known is None or not _floor(figure):
        return None
    alike = [one for one in found if _counts_the_same(one, known)]
    own = [one for one in target.figures if one.quantity and _counts_the_same(one.quantity, known)]
    if len(alike) != 1 or len(own) != 1:
        return None
    return alike[0] if (alike[0].low, alike[0].high) != (known.low, known.high) else None


def _floor(figure: Figure) -> bool:
    """Whether each of the units below is asked for what we are."""
    return not figure.allocate and figure.cascade in FLOORS


def _counts_the_same(one: Quantity, other: Quantity) -> bool:
    return comparable(one, other) and one.measure == other.measure
