"""A total against what the units below add up to."""

from collections.abc import Iterator

from kehoach.cascade.account import Account, Entry
from kehoach.cascade.asking import CEILINGS
from kehoach.cascade.below import Part, owing
from kehoach.cascade.sums import Summed, Verdict, allocated, gap, meant, summed, verdict
from kehoach.cascade.table import said
from kehoach.findings import Fault
from kehoach.phrases.quantity import Quantity
from kehoach.plan import Cascade
from kehoach.rules.registry import ERROR, WARNING, Grain, Rule, enter, rule
from kehoach.rules.targets.part_within_whole import exceeds
from kehoach.rules.targets.tree import amount, asked, given_to, place_of, related, short
from kehoach.rules.view import View

ONLY_AT_THE_TOP, AMBITION, CEILING = "TGT204", "TGT209", "TGT210"

enter(Rule(ONLY_AT_THE_TOP, WARNING, Grain.TREE))
enter(Rule(AMBITION, WARNING, Grain.TREE))
enter(Rule(CEILING, ERROR, Grain.TREE))


@rule("TGT202", Grain.TREE, ERROR)
def sum_reached(view: View) -> Iterator[Fault]:
    """Our own share and the figures of the units add up to the total.

    Only what is known is added; while a plan that could close the gap is still to come, the answer is not known. Of
    ranges the lower ends count; a total that only their upper ends reach is feasible, but nobody has committed to it.
    """
    for plan, entry, found in view.whole(asked):
        known = entry.quantity
        if entry.cascade is Cascade.SUM and known and not known.percent and not _beyond_its_whole(entry, plan):
            told = summed(entry, found)
            if told.verdict in (Verdict.MISSED, Verdict.TOPS) and not _by_allocation(told, entry, plan, view):
                yield _fault(told, entry, plan, view)


def _beyond_its_whole(entry: Entry, plan: Account) -> bool:
    """Whether the figure is larger than what it is part of, so that it is wrong itself."""
    whole = plan.entries.get((entry.target, entry.whole))
    return whole is not None and exceeds(entry.quantity, whole.quantity)


def _by_allocation(told: Summed, entry: Entry, plan: Account, view: View) -> bool:
    """Whether the units give all that they were given to do, so that the fault lies in the allocation."""
    states = [(unit, view.units.state(unit, plan.day)) for unit in owing(entry, plan, view.units)]
    given = allocated(entry, states)
    known = meant(entry.quantity, inherited=entry.above is not None)
    if given is None or known is None:
        return False
    short_of = verdict(known, given, complete=True) is not Verdict.REACHED
    over = known.op in CEILINGS
    return short_of and (told.come.high <= given.high if over else told.come.low >= given.low)


def _fault(told: Summed, entry: Entry, plan: Account, view: View) -> Fault:
    known = entry.quantity
    assert known
    arguments = {
        "id": entry.target,
        "phrase": entry.phrase,
        "total": amount(told.come.high if known.op in CEILINGS else told.come.low, known),
        "most": amount(told.come.high, known),
        "gap": amount(gap(known, told.come.low), known),
        "short": "; ".join(_short(entry, told.parts, plan, view)),
    }
    places = related(entry, told.parts, plan, view)
    return Fault(_code(told, known), place_of(entry, plan), entry.pointer, arguments, places)


def _code(told: Summed, known: Quantity) -> str:
    if told.verdict is Verdict.TOPS:
        return ONLY_AT_THE_TOP
    if known.op in CEILINGS:
        return CEILING
    return AMBITION if known.ambition else "TGT202"


def _short(entry: Entry, found: tuple[Part, ...], plan: Account, view: View) -> Iterator[str]:
    """The units that give less than they were given to do, with both numbers."""
    for part in found:
        given = given_to(entry, part, plan, view)
        if given:
            own = said(part.quantity) if part.quantity else "0"
            yield f"{short(part.unit, plan, view)} {own} / {given.text}"
