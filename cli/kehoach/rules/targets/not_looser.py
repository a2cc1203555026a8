"""A unit's own figure against what the level above asks of each unit."""

from collections.abc import Iterator

from kehoach.cascade import CEILINGS, FLOORS, allocation, asked_of, looser
from kehoach.cascade.asking import same_side
from kehoach.cascade.averages import mean_over
from kehoach.cascade.converting import in_terms_of
from kehoach.cascade.grounds import ground
from kehoach.findings import Fault, Related
from kehoach.phrases.quantity import Quantity
from kehoach.plan import Figure, Plan, Policy, Target, Value
from kehoach.rules.registry import ERROR, Grain, Rule, enter, rule
from kehoach.rules.targets.share_within_all import exceeds_all
from kehoach.rules.targets.sum_reached import AMBITION
from kehoach.rules.view import View

OVER = "TGT219"

enter(Rule(OVER, ERROR))


@rule("TGT201", Grain.RESOLVED, ERROR)
def not_looser(plan: Plan, view: View) -> Iterator[Fault]:
    """A unit asks of itself at least what the level above asks of each unit.

    What is asked of every unit (``each``, ``rate``, ``same``) is a floor: an own figure may be higher, never lower.
    A share that the unit answers in numbers is reckoned from the whole that it names, growth from its own baseline.
    An ambition of the level above that is missed is a warning; a ceiling of it (*không quá*) that is passed is said as
    such, and what bounds the other side is a matter of its own.
    """
    for target, figure in plan.figures():
        if figure.above and figure.phrase.plan == plan.id and not exceeds_all(target, figure.above, view):
            yield from _compared(plan, target, figure, view)


def _compared(plan: Plan, target: Target, figure: Figure, view: View) -> Iterator[Fault]:
    above = figure.above
    floor = above and above.cascade in FLOORS and above.policy is not Policy.LOCKED
    share = allocation(above, plan.unit, view.units.state(plan.unit, plan.day)) if above and floor else None
    asked = _asked(above, share, view) if above and floor else None
    if above is None or asked is None or figure.quantity is None:
        return
    meant = in_terms_of(figure.quantity, asked, ground(target, figure, view.lexicon))
    if meant is asked and not same_side(figure.quantity, asked):
        return
    if meant and looser(figure.quantity, meant) and not _is_mean(plan, target.id, above, view):
        code = _code(meant)
        arguments = {"id": target.id, "own": figure.phrase.text, "asked": asked.written, "plan": above.phrase.plan}
        arguments |= {"phrase": asked.written, "total": figure.phrase.text, "gap": ""} if code == AMBITION else {}
        yield Fault(code, figure.phrase.place, f"{target.id}.{figure.id}", arguments, _related(above, share))


def _is_mean(plan: Plan, id: str, above: Figure, view: View) -> bool:
    """Whether the level above asks for it on the average, so that it is no floor; that is reckoned up there."""
    items = (item for parent in plan.ancestors for item in parent.items() if item.id == id and isinstance(item, Target))
    return any(above in item.figures and mean_over(item.text.text, view.lexicon) for item in items)


def _code(asked: Quantity) -> str:
    if asked.op in CEILINGS:
        return OVER
    return AMBITION if asked.ambition else "TGT201"


def _related(above: Figure, share: Value | None) -> tuple[Related, ...]:
    asked = Related(above.phrase.place, "asked_here")
    return (asked, Related(share.place, "allocated_here")) if share else (asked,)


def _asked(above: Figure, share: Value | None, view: View) -> Quantity | None:
    """The unit's allocation put into the phrase of the level above, else that phrase."""
    if share is None or above.quantity is None:
        return above.quantity
    return asked_of(above.quantity, share.text, view.lexicon)
