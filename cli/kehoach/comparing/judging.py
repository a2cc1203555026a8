"""Whether a change matters: what a leader would want to be told first."""

from collections.abc import Iterator
from enum import IntEnum, StrEnum

from kehoach.cascade import looser
from kehoach.comparing.changes import WORDS, Change, What
from kehoach.comparing.entries import Entry, Sort
from kehoach.comparing.figures import FIGURES, mated, shift
from kehoach.phrases.period import Period
from kehoach.phrases.quantity import Quantity
from kehoach.plan import Activity, Carrier, Deadline, Item, Policy


class Weight(IntEnum):
    """How much a change matters."""

    ROUTINE = 0  # the year went by
    WORDING = 1
    NOTABLE = 2
    GRAVE = 3


class Reason(StrEnum):
    """Why a change matters."""

    TARGET_LOWERED = "target_lowered"
    TARGET_RAISED = "target_raised"
    TARGET_GONE = "target_gone"
    FIGURE_CHANGED = "figure_changed"
    UNIT_CHANGED = "unit_changed"
    ACTIVITY_GONE = "activity_gone"
    DEADLINE_GONE = "deadline_gone"
    BROUGHT_FORWARD = "brought_forward"
    PUT_OFF = "put_off"
    CARRIER_NARROWED = "carrier_narrowed"
    CARRIER_WIDENED = "carrier_widened"
    SECTION_GONE = "section_gone"


WEIGHTS = {
    Reason.TARGET_LOWERED: Weight.GRAVE,
    Reason.TARGET_GONE: Weight.GRAVE,
    Reason.UNIT_CHANGED: Weight.GRAVE,
    Reason.BROUGHT_FORWARD: Weight.GRAVE,
    Reason.CARRIER_NARROWED: Weight.GRAVE,
    Reason.SECTION_GONE: Weight.GRAVE,
}
GONE = {
    Sort.TARGET: Reason.TARGET_GONE,
    Sort.DEADLINE: Reason.DEADLINE_GONE,
    Sort.SECTION: Reason.SECTION_GONE,
    Sort.ANNEX: Reason.SECTION_GONE,
}
EVERYBODY = frozenset({"own", "below"})


def reasons(change: Change) -> tuple[Reason, ...]:
    """Why *change* matters, as far as rules can tell; what the year brings by itself never does."""
    return () if change.rolled else tuple(_reasons(change))


def weight(change: Change) -> Weight:
    """How much *change* matters."""
    if change.rolled:
        return Weight.ROUTINE
    usual = Weight.WORDING if change.what is What.CHANGED and change.field == WORDS else Weight.NOTABLE
    return max((WEIGHTS.get(reason, Weight.NOTABLE) for reason in reasons(change)), default=usual)


def _reasons(change: Change) -> Iterator[Reason]:
    if change.what is What.REMOVED:
        yield from _gone(change.entry)
    elif change.what is What.CHANGED and change.old and change.new:
        old, new = change.old.entry, change.new.entry
        if change.field.startswith(f"{FIGURES}/"):
            yield from _figure(change.field, old, new)
        elif change.field == "carrier":
            yield from _carrier(old.item, new.item)
        elif change.field in {"when", "due"}:
            yield from _time(old.item, new.item)


def _gone(entry: Entry) -> Iterator[Reason]:
    if entry.sort in GONE:
        yield GONE[entry.sort]
    elif entry.sort is Sort.ACTIVITY and entry.item and _required(entry.item):
        yield Reason.ACTIVITY_GONE


def _required(item: Item) -> bool:
    """Whether others have to do it: it is locked or to be filled, or the units below carry it."""
    return item.policy is not Policy.FREE or item.carrier.words != ("own",)


def _figure(field: str, old: Entry, new: Entry) -> Iterator[Reason]:
    _, id, *rest = field.split("/", 2)
    if rest:
        return
    for before, after in mated(old, new):
        if id == (after or before).id:  # type: ignore[union-attr]
            yield from _quantity(before.quantity if before else None, after.quantity if after else None)


def _quantity(old: Quantity | None, new: Quantity | None) -> Iterator[Reason]:
    if old is None or new is None:
        yield Reason.TARGET_GONE if old else Reason.FIGURE_CHANGED
        return
    if shift(old, new).unit:
        yield Reason.UNIT_CHANGED
    if looser(new, old):
        yield Reason.TARGET_LOWERED
    elif looser(old, new):
        yield Reason.TARGET_RAISED
    elif old != new:
        yield Reason.FIGURE_CHANGED


def _carrier(old: Item | None, new: Item | None) -> Iterator[Reason]:
    if old and new:
        before, after = _reached(old.carrier), _reached(new.carrier)
        if after < before:
            yield Reason.CARRIER_NARROWED
        elif before < after:
            yield Reason.CARRIER_WIDENED


def _reached(carrier: Carrier) -> frozenset[str]:
    return EVERYBODY if carrier.words == ("whole",) else frozenset(carrier.words)


def _time(old: Item | None, new: Item | None) -> Iterator[Reason]:
    before, after = _last(old), _last(new)
    if before and after and old and new:
        there = (before.last.month, before.last.day), (after.last.month, after.last.day)
        if there[1] < there[0]:
            yield Reason.BROUGHT_FORWARD
        elif there[0] < there[1]:
            yield Reason.PUT_OFF


def _last(item: Item | None) -> Period | None:
    """The last time of an item that was understood."""
    if isinstance(item, Deadline):
        return item.period
    times = [period for _, period in item.when if period] if isinstance(item, Activity) else []
    return max(times, key=lambda period: period.last, default=None)
