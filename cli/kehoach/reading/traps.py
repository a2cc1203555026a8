"""Placeholder"""
from collections.abc import Iterator
from kehoach.findings import Fault
from kehoach.reading.nodes import Composed
from kehoach.reading.rawtext import RawText
def explained(raw: RawText, composed: Composed) -> Iterator[Fault]:
    """x."""
    yield from composed.faults
    if composed.error: yield Fault("DOC130", composed.error[0], arguments={"said": composed.error[1]})
