"""What is compared or added measures the same."""

from collections.abc import Iterator

from kehoach.cascade.account import Share, share
from kehoach.cascade.asking import comparable
from kehoach.cascade.converting import in_terms_of
from kehoach.findings import Fault, Related
from kehoach.plan import Cascade, Figure, Plan, Target, Value
from kehoach.rules.registry import ERROR, Grain, rule
from kehoach.rules.targets.figures import figures
from kehoach.rules.targets.grounds import ground
from kehoach.rules.view import View

FREE = (None, Cascade.NONE, Cascade.COVERAGE)


@rule("TGT213", Grain.RESOLVED, ERROR)
def same_measure(plan: Plan, view: View) -> Iterator[Fault]:
    """A unit answers in the measure in which it was asked: times with times, persons with persons.

    10.000 lượt thanh niên are not 10.000 thanh niên, and nobody can turn the one into the other. Nor are shares
    numbers, money things, or so many a quarter so many a year. The parts of an allocation are held to the same.
    """
    for target, figure in figures(plan):
        above = figure.above
        if above and figure.phrase.plan == plan.id and above.cascade not in FREE and _apart(target, figure, view):
            yield _fault(target, figure, figure.phrase, above.phrase)
        yield from _parts(target, figure, plan, view)


def _apart(target: Target, figure: Figure, view: View) -> bool:
    """Whether the measures differ by themselves, and not only because a baseline or a whole is not written."""
    own, asked = figure.quantity, figure.above.quantity if figure.above else None
    if own is None or asked is None or (own.growth is None) != (asked.growth is None):
        return False
    return in_terms_of(own, asked, ground(target, figure, view)) is None


def _parts(target: Target, figure: Figure, plan: Plan, view: View) -> Iterator[Fault]:
    own = figure.fields.get("own_share") or target.fields.get("own_share")
    said = [value for value in (*figure.allocate.values(), own) if value and value.text and value.plan == plan.id]
    for value in said:
        read: Share = share(figure, value, view.lexicon)
        if read.quantity and figure.quantity and not comparable(read.quantity, figure.quantity):
            yield _fault(target, figure, value, figure.phrase)


def _fault(target: Target, figure: Figure, own: Value, asked: Value) -> Fault:
    arguments = {"id": target.id, "own": own.text, "asked": asked.text}
    return Fault("TGT213", own.place, f"{target.id}.{figure.id}", arguments, (Related(asked.place, "asked_here"),))
