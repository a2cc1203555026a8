"""Parts of the head that a kind demands."""

from collections.abc import Callable, Iterator, Mapping

from kehoach.findings import Fault
from kehoach.plan import Head, Plan
from kehoach.rules.registry import ERROR, Grain, rule
from kehoach.rules.view import View

STANDS: Mapping[str, Callable[[Head], bool]] = {
    "subject": lambda head: bool(head.subject.text.strip()),
    "theme": lambda head: bool(head.theme and head.theme.text.text.strip()),
    "bases": lambda head: bool(head.bases),
    "opening": lambda head: any(paragraph.text.strip() for paragraph in head.opening),
    "closing": lambda head: bool(head.closing and head.closing.text.strip()),
    "recipients": lambda head: bool(head.recipients),
    "signed": lambda head: all(issued.signed.office and issued.signed.office.text for issued in head.issued),
}
EMPTY = "DOC205"
KEYS = {"signed": "issued"}


@rule("SEC102", Grain.RESOLVED, ERROR)
def required_part(plan: Plan, view: View) -> Iterator[Fault]:
    """Every part of the head that the kind demands is written.

    A kind says from which profile on; a stub is exempt. A key that is left empty where it must not be is said
    by itself.
    """
    if not plan.complete or plan.id in view.finished:
        return
    kind = view.kinds[plan.kind]
    file = view.written(plan.id)
    told = {fault.pointer.split("/")[0] for fault in file.faults if fault.code == EMPTY} if file else set()
    for part, profile in kind.parts.items():
        key = KEYS.get(part, part)
        if key not in told and not STANDS[part](plan.head):
            arguments = {"part": part, "kind": kind.name, "since": profile.value}
            yield Fault("SEC102", plan.root.get(key, plan.place), key, arguments)
