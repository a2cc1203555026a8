"""What is compared or added measures the same."""

from collections.abc import Iterator

from kehoach.cascade.asking import alike, comparable
from kehoach.cascade.converting import in_terms_of
from kehoach.cascade.grounds import ground
from kehoach.findings import Fault, Related
from kehoach.plan import Cascade, Figure, Plan, Target, Value
from kehoach.rules.registry import ERROR, Grain, rule
from kehoach.rules.targets.shares import mistaken_above, written_shares
from kehoach.rules.view import View

FREE = (None, Cascade.NONE, Cascade.COVERAGE)


@rule("TGT213", Grain.RESOLVED, ERROR)
def same_measure(plan: Plan, view: View) -> Iterator[Fault]:
    """A unit answers in the measure in which it was asked: times with times, persons with persons.

    10.000 lượt thanh niên are not 10.000 thanh niên, and nobody can turn the one into the other. Nor are shares
    numbers, money things, hectares trees, or so many a quarter so many a year. The parts of an allocation are
    held to the same.
    """
    for target, figure in plan.figures():
        above = figure.above
        answers = above and figure.phrase.plan == plan.id and above.cascade not in FREE
        if above and answers and _apart(target, figure, view) and not mistaken_above(plan, above, view):
            yield _fault(target, figure, figure.phrase, above.phrase)
        for value, read in written_shares(target, figure, plan, view):
            if read.quantity and figure.quantity and not alike(read.quantity, figure.quantity, figure.cascade):
                yield _fault(target, figure, value, figure.phrase)


def _apart(target: Target, figure: Figure, view: View) -> bool:
    """Whether the measures differ: a level answers growth only from a baseline."""
    own, above = figure.quantity, figure.above
    if own is None or above is None or above.quantity is None or (own.growth and not above.quantity.growth):
        return False
    if comparable(own, above.quantity):
        return not alike(own, above.quantity, above.cascade)
    rests = ground(target, figure, view.lexicon)
    return not rests.baseline and in_terms_of(own, above.quantity, rests) is None


def _fault(target: Target, figure: Figure, own: Value, asked: Value) -> Fault:
    arguments = {"id": target.id, "own": own.text, "asked": asked.text}
    return Fault("TGT213", own.place, f"{target.id}.{figure.id}", arguments, (Related(asked.place, "asked_here"),))
