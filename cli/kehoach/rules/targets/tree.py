"""The plans of a workspace as they hang together: each figure with what the units below have for it."""

from collections.abc import Iterator

from kehoach.cascade.account import Account, Accounts, Entry, Share
from kehoach.cascade.asking import CEILINGS, first_for
from kehoach.cascade.below import Part, Reply, answer_of, parts
from kehoach.findings import Related
from kehoach.phrases.quantity import Number, Quantity, number_written
from kehoach.places import Place
from kehoach.plan import Cascade
from kehoach.rules.standing import standing
from kehoach.rules.view import View

MOST_RELATED = 12
MOST_NAMED = 10
Row = tuple[Account, Entry, tuple[Part, ...]]


def accounts(view: View) -> Accounts:
    """The accounts of every plan that can be resolved."""
    standings = (standing(id, view) for id in view.ids)
    return Accounts.of(one.account for one in standings if one and one.account)


def asked(view: View) -> tuple[Row, ...]:
    """Every figure that asks something of units below, with their parts; those that nobody has answered left out."""
    return tuple(_asked(view))


def _asked(view: View) -> Iterator[Row]:
    known = view.whole(accounts)
    for plan in known.by_id.values():
        if not any(answer_of(unit, plan, known) for unit in view.units.below(plan.unit, plan.day)):
            continue
        for entry in plan.entries.values():
            if entry.quantity is None or entry.quantity.reversed or entry.cascade in (None, Cascade.NONE):
                continue
            found = tuple(parts(entry, plan, known, view.units))
            if any(part.reply is not Reply.UNHEARD for part in found):
                yield plan, entry, found


def place_of(entry: Entry, plan: Account) -> Place:
    """Where a fault of *entry* belongs in *plan*: at the figure; at ``inherits`` where another plan wrote that."""
    return entry.place if entry.place.file == plan.place.file else plan.place


def named(units: tuple[str, ...], plan: Account, view: View) -> dict[str, str]:
    """The arguments ``units`` and ``more`` of a message that names *units*."""
    names = [short(unit, plan, view) for unit in units]
    more = len(names) - MOST_NAMED
    return {"units": ", ".join(names[:MOST_NAMED]), "more": str(more) if more > 0 else ""}


def short(unit: str, plan: Account, view: View) -> str:
    """What a unit is called on the day of *plan*, in few words."""
    state = view.units.state(unit, plan.day)
    return state.short or state.name


def amount(number: Number, of: Quantity) -> str:
    """*number* with the unit of a quantity: ``1.000 cây xanh``."""
    return " ".join(filter(None, (number_written(number) + "%" * of.percent, of.unit)))


def related(entry: Entry, found: tuple[Part, ...], plan: Account, view: View) -> tuple[Related, ...]:
    """Where it is asked for, where the cascade is said, and where the units say what they give."""
    above = [Related(entry.above, "asked_here")] if entry.above else []
    if place_of(entry, plan) != entry.place and entry.place != entry.above:
        above.insert(0, Related(entry.place, "headline_here"))
    rule = [Related(entry.rule, "cascade_here")] if entry.rule else []
    told = sorted(found, key=lambda part: given_to(entry, part, plan, view) is None)
    given = [place for part in told for place in _given(entry, part, plan, view)]
    return (*above, *rule, *given)[:MOST_RELATED]


def _given(entry: Entry, part: Part, plan: Account, view: View) -> Iterator[Related]:
    if part.entry and part.quantity and part.entry.place != entry.place:
        said = {"unit": short(part.unit, plan, view), "words": part.entry.phrase}
        yield Related(part.entry.place, "unit_gives", said)
    if part.account and part.reply is Reply.DROPPED:
        yield left_out(entry, part.account)


def left_out(entry: Entry, account: Account) -> Related:
    """Where the plan *account* drops the work or the figure; where it inherits, if it does not say so."""
    dropped = account.omitted.get(entry.target) or account.omitted.get(entry.pointer)
    return Related(dropped or account.place, "left_out_here")


def given_to(entry: Entry, part: Part, plan: Account, view: View) -> Share | None:
    """What a unit was given to do, where it gives less; None where it gives as much, or nothing was given."""
    given = first_for(entry.shares, part.unit, view.units.state(part.unit, plan.day))
    asked = given.quantity if given else None
    mine = part.quantity.low if part.quantity else 0
    return given if asked and asked.op not in CEILINGS and mine < asked.low else None
