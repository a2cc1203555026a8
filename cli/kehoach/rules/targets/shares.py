"""The parts that a plan gives of its figures, read."""

from collections.abc import Iterator

from kehoach.cascade import allocation
from kehoach.cascade.account import Entry, Share, share
from kehoach.cascade.asking import alike, comparable, same_side
from kehoach.plan import Figure, Plan, Target, Value
from kehoach.rules.standing import standing
from kehoach.rules.view import View


def entry_of(target: Target, figure: Figure, plan: Plan, view: View) -> Entry:
    """*figure* with its shares, which were read once."""
    known = standing(plan.id, view)
    assert known
    assert known.account
    return known.account.entries[target.id, figure.id]


def written_shares(target: Target, figure: Figure, plan: Plan, view: View) -> Iterator[tuple[Value, Share]]:
    """What *plan* itself gives to units and keeps for itself of *figure*."""
    own = figure.fields.get("own_share") or target.fields.get("own_share")
    given = [(key, value) for key, value in figure.allocate.items() if value.text and value.plan == plan.id]
    if given:
        shares = entry_of(target, figure, plan, view).shares
        yield from ((value, shares[key]) for key, value in given)
    if own and own.text and own.plan == plan.id:
        yield own, share(figure, own, view.lexicon)


def given_wrongly(plan: Plan, above: Figure, view: View) -> bool:
    """Whether the part of *above* that the unit of *plan* was given is no part of it; that is said up there."""
    given = allocation(above, plan.unit, view.units.state(plan.unit, plan.day))
    asked = above.quantity
    if given is None or asked is None:
        return False
    meant = share(above, given, view.lexicon).quantity
    return meant is None or not comparable(meant, asked) or not same_side(meant, asked)


def mistaken_above(plan: Plan, above: Figure, view: View) -> bool:
    """Whether *above*, which *plan* answers, is wrong itself: by what the unit was given or what was asked above."""
    if given_wrongly(plan, above, view):
        return True
    first, asked = above.quantity, above.above.quantity if above.above else None
    cascade = above.above.cascade if above.above else None
    return bool(first and asked and first.growth == asked.growth and not alike(first, asked, cascade))
