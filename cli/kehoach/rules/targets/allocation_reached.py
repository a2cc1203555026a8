"""What is given to the units against the figure that is shared out."""

from collections.abc import Iterator
from fractions import Fraction

from kehoach.cascade.account import Entry, Share
from kehoach.cascade.asking import CEILINGS, first_for, looser
from kehoach.cascade.sums import Total, Verdict, fits, gap, meant, total, verdict
from kehoach.findings import Fault
from kehoach.phrases.quantity import Quantity
from kehoach.plan import Cascade, Figure, Plan, Target
from kehoach.rules.registry import ERROR, Grain, Rule, enter, rule
from kehoach.rules.targets.allocating import headline_of, place_of, written_keys
from kehoach.rules.targets.share_within_all import exceeds_all
from kehoach.rules.targets.shares import entry_of
from kehoach.rules.targets.sum_reached import AMBITION, ONLY_AT_THE_TOP
from kehoach.rules.targets.tree import amount
from kehoach.rules.view import View

OVER = "TGT223"

enter(Rule(OVER, ERROR))


@rule("TGT212", Grain.RESOLVED, ERROR)
def allocation_reached(plan: Plan, view: View) -> Iterator[Fault]:
    """What is given to the units, with our own share, comes to the figure itself.

    To give more than the total is usual. What every unit owes (``each``, ``same``) cannot be given in a smaller
    part; a rate may lie below that of all only where another lies above it. A list of units that is wrong is said
    first.
    """
    listed = written_keys(plan, view)
    for target, figure in plan.figures():
        keys, known = listed.get((target.id, figure.id)), figure.quantity
        sound = keys and keys.sound and known and not known.reversed
        if known and sound and not exceeds_all(target, figure, view):
            yield from _checked(plan, target, figure, known, view)


def _checked(plan: Plan, target: Target, figure: Figure, known: Quantity, view: View) -> Iterator[Fault]:
    entry = entry_of(target, figure, plan, view)
    parts = _parts(entry, figure)
    if figure.cascade is Cascade.SUM and not known.percent:
        come = _come(plan, entry, parts, view)
        known = meant(known, inherited=figure.above is not None) or known
        told = verdict(known, come, complete=True) if come else Verdict.UNKNOWN
        if come and told in (Verdict.MISSED, Verdict.TOPS):
            code = ONLY_AT_THE_TOP if told is Verdict.TOPS else _code(known)
            place = place_of(plan, next(iter(figure.allocate.values())), view)
            pointer = f"{target.id}.{figure.id}/allocate"
            yield Fault(code, place, pointer, _arguments(target, figure, known, come), headline_of(figure))
    elif figure.cascade in (Cascade.EACH, Cascade.SAME, Cascade.RATE):
        yield from _below(target, figure, parts, known)


def _parts(entry: Entry, figure: Figure) -> dict[str, Share]:
    """What each key of the allocation is given; a key without words is given what nobody can read."""
    return {key: entry.shares.get(key) or Share("", None, value.place) for key, value in figure.allocate.items()}


def _come(plan: Plan, entry: Entry, parts: dict[str, Share], view: View) -> Total | None:
    """What is given in all; None where a part cannot be read, or measures something else."""
    units = view.units.below(plan.unit, plan.day)
    given = [first_for(parts, unit, view.units.state(unit, plan.day)) for unit in units]
    quantities = [one.quantity for one in (*given, entry.own) if one]
    known = [one for one in quantities if one and fits(one, entry.quantity, entry.cascade)]
    return total(known) if len(known) == len(quantities) else None


def _arguments(target: Target, figure: Figure, known: Quantity, come: Total) -> dict[str, str]:
    over = known.op in CEILINGS
    lack = abs(Fraction(known.low) - Fraction(come.high)) if over else gap(known, come.low)
    said = {"total": come.high if over else come.low, "most": come.high, "gap": lack}
    return {"id": target.id, "phrase": figure.phrase.text, **{k: amount(v, known) for k, v in said.items()}}


def _below(target: Target, figure: Figure, parts: dict[str, Share], known: Quantity) -> Iterator[Fault]:
    """The parts below what everyone owes; of rates only where none above it can make up for them."""
    read = {key: part.quantity for key, part in parts.items() if part.quantity}
    low = [key for key, part in read.items() if _undercuts(part, known, figure)]
    makes_up = figure.cascade is Cascade.RATE and any(looser(known, part) for part in read.values())
    if not low or makes_up:
        return
    said, part = figure.allocate[low[0]], parts[low[0]].quantity
    over = part and part.high is not None and known.op in CEILINGS
    total = amount(part.high if over and part.high is not None else part.low, part) if part else said.text
    arguments = {"id": target.id, "phrase": figure.phrase.text, "total": total, "gap": ""}
    code = _code(known)
    yield Fault(code, said.place, f"{target.id}.{figure.id}/allocate", arguments, headline_of(figure))


def _code(known: Quantity) -> str:
    if known.op in CEILINGS:
        return OVER
    return AMBITION if known.ambition else "TGT212"


def _undercuts(part: Quantity, known: Quantity, figure: Figure) -> bool:
    return part.low != known.low if figure.cascade is Cascade.SAME else looser(part, known)
