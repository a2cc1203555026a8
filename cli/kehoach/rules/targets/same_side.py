"""A ceiling where a least number is asked, and the other way round."""

from collections.abc import Iterator

from kehoach.cascade.asking import comparable, same_side
from kehoach.findings import Fault, Related
from kehoach.phrases.quantity import Quantity
from kehoach.plan import Cascade, Figure, Plan, Target, Value
from kehoach.rules.registry import ERROR, Grain, rule
from kehoach.rules.targets.shares import given_wrongly, written_shares
from kehoach.rules.view import View

REACHED = frozenset({Cascade.SUM, Cascade.EACH, Cascade.RATE, Cascade.SAME})


@rule("TGT220", Grain.RESOLVED, ERROR)
def bound_on_the_same_side(plan: Plan, view: View) -> Iterator[Fault]:
    """Where the level above asks for so much at least, a unit says how much at least, and so with ceilings.

    *Tối đa 2.600 cây* promises not a single tree towards *ít nhất 20.000 cây*. A number without a comparator answers
    either. The parts of an allocation are held to the same.
    """
    for target, figure in plan.figures():
        above = figure.above
        answers = above and figure.phrase.plan == plan.id and above.cascade in REACHED
        if above and answers and _turned(figure.quantity, above.quantity) and not given_wrongly(plan, above, view):
            yield _fault(target, figure, figure.phrase, above.phrase)
        for value, read in written_shares(target, figure, plan, view):
            if _turned(read.quantity, figure.quantity):
                yield _fault(target, figure, value, figure.phrase)


def _turned(own: Quantity | None, asked: Quantity | None) -> bool:
    return own is not None and asked is not None and comparable(own, asked) and not same_side(own, asked)


def _fault(target: Target, figure: Figure, own: Value, asked: Value) -> Fault:
    arguments = {"id": target.id, "own": own.text, "asked": asked.text}
    return Fault("TGT220", own.place, f"{target.id}.{figure.id}", arguments, (Related(asked.place, "asked_here"),))
