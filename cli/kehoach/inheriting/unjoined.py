"""A plan that answers the level above and inherits none of its plans."""

from collections.abc import Iterator, Sequence

from kehoach import written as w
from kehoach.findings import Fault, Related
from kehoach.inheriting.descent import Receiver
from kehoach.inheriting.laying import Laying
from kehoach.places import Place

ANSWERS = frozenset({"INH201", "INH203"})
MOST_NAMED = 10


def told_once(file: w.Written, laying: Laying, to: Receiver) -> Iterator[Fault]:
    """The faults of *laying*; figures and reasons given to a level above that is not inherited are one mistake."""
    lost = [fault for fault in laying.faults if fault.code in ANSWERS]
    if "inherits" in file.root or not _answers(lost, laying) or not any(to.world.units.above(to.unit, to.day)):
        yield from laying.faults
        return
    yield from (fault for fault in laying.faults if fault.code not in ANSWERS)
    yield _fault(lost, file)


def _answers(lost: Sequence[Fault], laying: Laying) -> bool:
    """Whether what was not found is written as one writes an answer: a figure without a sentence."""
    return any(laying.written[fault.pointer].figures for fault in lost)


def _fault(lost: Sequence[Fault], file: w.Written) -> Fault:
    ids = [fault.pointer for fault in lost]
    more = len(ids) - MOST_NAMED
    arguments = {"ids": ", ".join(ids[:MOST_NAMED]), "more": str(more) if more > 0 else ""}
    related = tuple(Related(fault.place, "answered_here") for fault in lost[:MOST_NAMED])
    return Fault("INH218", file.root.keys.get("unit", Place(file.file)), "inherits", arguments, related)
