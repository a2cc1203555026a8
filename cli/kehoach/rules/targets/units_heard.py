"""Units whose figures are not known yet."""

from collections.abc import Iterator

from kehoach.cascade.account import Account, Entry
from kehoach.cascade.asking import first_for
from kehoach.cascade.below import Part, Reply
from kehoach.cascade.coverage import counted, covered
from kehoach.cascade.sums import Summed, Verdict, gap, summed
from kehoach.findings import Fault, Profile
from kehoach.plan import Cascade
from kehoach.rules.registry import INFO, Grain, rule
from kehoach.rules.targets.lost import told_elsewhere
from kehoach.rules.targets.tree import amount, asked, named, place_of, related
from kehoach.rules.view import View

Told = tuple[Entry, tuple[str, ...], Summed | None]
Replies = frozenset[Reply]

WAITING = {
    f"{Profile.DRAFT} {Profile.ISSUED}": frozenset({Reply.OPEN, Reply.UNHEARD}),
    f"{Profile.SUBMIT} {Profile.SIGN}": frozenset({Reply.UNHEARD}),
}


@rule("TGT214", Grain.TREE, INFO)
def units_heard(view: View) -> Iterator[Fault]:
    """Where the units' plans or figures are missing, that is said: once a target, with the gap and the units.

    Missing data is never a pass and never a fault. A plan that no unit has answered yet is still being given out, and a
    total that is reached without the missing ones needs no word. A figure left blank is a fault of the unit's plan
    when plans are handed in, and then said there alone; a unit that an allocation forgets is said there.
    """
    for profiles, replies in WAITING.items():
        yield from (_fault(told, plan, profiles, view) for plan, told in _lines(replies, view))


def _lines(replies: Replies, view: View) -> Iterator[tuple[Account, list[Told]]]:
    """What is missing of each target, if anything."""
    lines: dict[tuple[str, str], list[Told]] = {}
    plans: dict[str, Account] = {}
    for plan, entry, found in view.whole(asked):
        missing, told = _missing(entry, found, replies)
        units = tuple(unit for unit in missing if not _forgotten(unit, entry, plan, view))
        if not told_elsewhere(units, plan, view):
            plans[plan.id] = plan
            lines.setdefault((plan.id, entry.target), []).append((entry, units, told))
    yield from ((plans[id], tellings) for (id, _), tellings in lines.items())


def _forgotten(unit: str, entry: Entry, plan: Account, view: View) -> bool:
    """Whether the figure is shared out and *unit* is left out, which is said there."""
    return bool(entry.shares) and first_for(entry.shares, unit, view.units.state(unit, plan.day)) is None


def _missing(entry: Entry, found: tuple[Part, ...], replies: Replies) -> tuple[tuple[str, ...], Summed | None]:
    """The units that the answer waits for, and the sum so far of a total."""
    if entry.cascade is Cascade.SUM:
        told = summed(entry, found)
        return (told.without(*replies) if told.verdict is Verdict.UNKNOWN else ()), told
    if entry.cascade is Cascade.COVERAGE:
        waiting = counted(entry, found)[2] if covered(entry, found) is Verdict.UNKNOWN else []
        return tuple(part.unit for part in waiting), None
    return tuple(part.unit for part in found if part.reply in replies), None


def _fault(tellings: list[Told], plan: Account, profiles: str, view: View) -> Fault:
    entry = tellings[0][0]
    units = tuple(dict.fromkeys(unit for _, some, _ in tellings for unit in some))
    gaps = [lack for told_entry, _, told in tellings if told and (lack := _gap(told_entry, told))]
    arguments = {"id": entry.target, "count": str(len(units)), "gap": "; ".join(gaps)} | named(units, plan, view)
    arguments["profiles"] = profiles
    return Fault("TGT214", place_of(entry, plan), entry.pointer, arguments, related(entry, (), plan, view))


def _gap(entry: Entry, told: Summed) -> str:
    known = entry.quantity
    short = gap(known, told.come.low) if known else 0
    return amount(short, known) if known and short else ""
