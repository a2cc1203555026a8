"""Plans that cannot be counted where they belong, which is said where they stand."""

from collections import Counter

from kehoach.cascade.account import Account, Accounts
from kehoach.cascade.below import severed, stray_of
from kehoach.rules.standing import standing
from kehoach.rules.targets.tree import accounts
from kehoach.rules.view import View


def told_elsewhere(units: tuple[str, ...], plan: Account, view: View) -> bool:
    """Whether all of *units*, of which nothing is heard, have plans that cannot be counted.

    Whose a plan is that can be counted for no unit, nobody knows: there are as many of them as units that are missing.
    Nor is a plan missed here that those below it miss.
    """
    missing = [unit for unit in units if not _there(unit, plan, view)]
    missed = [unit for unit in missing if _missed_below(unit, plan, view)]
    return len(missing) <= max(view.whole(_unassigned)[plan.id], len(missed))


def _missed_below(unit: str, plan: Account, view: View) -> bool:
    """Whether the plans of those right below *unit* cannot inherit what they ought to."""
    known = view.whole(accounts)
    heirs = [one for below in view.units.below(unit, plan.day) for one in known.of_unit(below, plan)]
    return bool(heirs) and all(one.severed for one in heirs)


def _there(unit: str, plan: Account, view: View) -> bool:
    """Whether there is a plan of *unit* that is not joined to *plan*, is of another year, or cannot be read."""
    known = view.whole(accounts)
    if stray_of(unit, plan, known) or severed(unit, plan, known) or (plan.id, unit) in view.whole(_apart):
        return True
    head = unit, plan.kind, str(plan.year)
    return any(one[:3] == head or (one[0] == unit and plan.id in one[3:]) for one in view.whole(_unreadable))


def _apart(view: View) -> frozenset[tuple[str, str]]:
    """The plan above and the unit of every plan that inherits it though it cannot, or is of another year."""
    known = view.whole(accounts).by_id
    pairs = ((known[above], one) for one in known.values() for above in one.parents if above in known)
    return frozenset(
        (above.id, one.unit)
        for above, one in pairs
        if one.severed or (one.kind == above.kind and one.year != above.year)
    )


def _unreadable(view: View) -> tuple[tuple[str, ...], ...]:
    """The unit, kind, year and parents of every plan that cannot be resolved."""
    standings = (standing(id, view) for id in view.ids)
    return tuple(one.head for one in standings if one and one.account is None)


def _unassigned(view: View) -> Counter[str]:
    """How many plans inherit a plan and are of no unit: it cannot be read, or is not below, or has a plan already."""
    known = view.whole(accounts)
    heads = (head for head in view.whole(_unreadable) if head[0] not in view.units)
    found = Counter(parent for head in heads for parent in head[3:])
    for one in known.by_id.values():
        above = (known.by_id[id] for id in one.parents if id in known.by_id)
        found.update(plan.id for plan in above if _for_nobody(one, plan, known, view))
    return found


def _for_nobody(one: Account, above: Account, known: Accounts, view: View) -> bool:
    if one.unit not in view.units.under(above.unit, above.day):
        return one.unit != above.unit
    return (one.kind, one.year) == (above.kind, above.year) and known.by_unit[one.unit, one.kind, one.year][0] != one
