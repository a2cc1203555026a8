"""Whether the units of the register hang together: parents and levels known, no circles."""

from collections.abc import Iterator
from typing import Any

from kehoach.findings import Fault, Related
from kehoach.reading.datafile import plain
from kehoach.reading.leaves import nearest
from kehoach.written import Mapping


def tree_faults(root: Mapping) -> Iterator[Fault]:
    """What is wrong with the tree that a register of sound shape describes."""
    held = root.entries["units"]
    assert isinstance(held, Mapping)
    data: dict[str, Any] = plain(root)  # type: ignore[assignment]
    levels = tuple(data.get("levels") or ())
    for id, unit in held.entries.items():
        assert isinstance(unit, Mapping)
        for entry in (unit, *_changes(unit)):
            yield from _unknown(entry, id, "parent", "ORG101", tuple(held.entries))
            yield from _unknown(entry, id, "level", "ORG102", levels)
    yield from _circles(held, data["units"])


def _changes(unit: Mapping) -> Iterator[Mapping]:
    changes = unit.get("changes")
    if isinstance(changes, Mapping):
        yield from (change for change in changes.entries.values() if isinstance(change, Mapping))


def _unknown(entry: Mapping, id: str, key: str, code: str, known: tuple[str, ...]) -> Iterator[Fault]:
    node = entry.get(key)
    name = plain(node) if node else None
    if node and isinstance(name, str) and name not in known:
        yield Fault(code, node.place, f"{id}/{key}", {"unit": id, key: name, "nearest": nearest(name, known)})


def _circles(held: Mapping, data: dict[str, Any]) -> Iterator[Fault]:
    """Units that stand above themselves; each circle is told once, at its first unit in the file."""
    done: set[str] = set()
    for id in data:
        chain = [id]
        while (parent := data.get(chain[-1], {}).get("parent")) and parent not in chain and parent not in done:
            chain.append(parent)
        if parent in chain:
            circle = [*chain[chain.index(parent) :], parent]
            related = tuple(Related(held.keys[unit], "unit_here") for unit in circle[1:-1])
            yield Fault("ORG103", held.keys[parent], parent, {"chain": " → ".join(circle)}, related)
        done.update(chain)
