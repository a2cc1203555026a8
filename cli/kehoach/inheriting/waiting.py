"""What stays above: targets of which nobody said yet what they ask of the units, figures that are not handed down."""

from collections.abc import Iterable, Iterator, Sequence

from kehoach.carriers import OWN
from kehoach.findings import Fault, Related
from kehoach.places import Place
from kehoach.plan import Cascade, Figure, Item, Omission, Plan, Target
from kehoach.records import replace

UNKNOWN_FIGURE = "TGT107"
SENTENCE = frozenset({"TGT101", "TGT102", "TGT103", "TGT104", "TGT105", "TGT106"})
STAYING = frozenset({None, Cascade.NONE, Cascade.COVERAGE})


def waiting_above(id: str, parents: Sequence[Plan]) -> Target | None:
    """The target *id* of *parents*, or of the plans above them, if it has a figure for the units without a cascade."""
    return next((target for target in _targets(id, parents) if _waits(target)), None)


def dropped_above(id: str, parents: Sequence[Plan]) -> Omission | None:
    """Where one of *parents*, or of the plans above them, dropped the item *id*, if one did."""
    plans = [plan for parent in parents for plan in (parent, *parent.ancestors)]
    return next((gone for plan in plans for gone in plan.omitted if gone.pointer == id), None)


def _targets(id: str, parents: Sequence[Plan]) -> Iterator[Target]:
    plans = [plan for parent in parents for plan in (parent, *parent.ancestors)]
    return (item for plan in plans for item in plan.items() if isinstance(item, Target) and item.id == id)


def _waits(target: Target) -> bool:
    return any(f.cascade is None and (f.carrier or target.carrier) != OWN for f in target.figures)


def explained(faults: Iterable[Fault], id: str, parents: Sequence[Plan]) -> Iterator[Fault]:
    """*faults* of the target *id*; a figure that the level above has is not simply unknown here.

    One that stays above, as a share of the units does, is shown; one that the sentence for the units lost, or that is
    not found in the sentence above, is said above.
    """
    for fault in faults:
        if fault.code == UNKNOWN_FIGURE and _broken(id, parents):
            continue
        above = _figure(fault.arguments["figure"], id, parents) if fault.code == UNKNOWN_FIGURE else None
        if above is None:
            yield fault
        elif above.cascade in STAYING:
            related = (Related(above.phrase.place, "stays_above"),)
            yield replace(fault, arguments={**fault.arguments, "above": above.phrase.text}, related=related)


def _broken(id: str, parents: Sequence[Plan]) -> bool:
    """Whether the figures of the target *id* are not known because its sentence above is at fault."""
    plans = [plan for parent in parents for plan in (parent, *parent.ancestors)]
    return any(f.code in SENTENCE and f.arguments.get("id") == id for plan in plans for f in plan.faults)


def kept_above(id: str, parents: Sequence[Plan]) -> Item | None:
    """The item *id* of *parents*, or of the plans above them, which was not handed down to here."""
    plans = [plan for parent in parents for plan in (parent, *parent.ancestors)]
    return next((item for plan in plans for item in plan.items() if item.id == id), None)


def kept_where(item: Item) -> Place:
    """Where it is said that *item* is not handed down: at its cascade, its carrier, else at its sentence."""
    said = [value for path, value in item.fields.items() if path.endswith("cascade") and value.text == Cascade.NONE]
    named = item.fields.get("carrier/1")
    return (said[0] if said else named or item.text).place


def _figure(id: str, target: str, parents: Sequence[Plan]) -> Figure | None:
    return next((f for above in _targets(target, parents) for f in above.figures if f.id == id), None)
