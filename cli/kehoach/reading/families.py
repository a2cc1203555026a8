"""Plans in an order in which those that hang together stand together, told without reading them all the way."""

import re
from collections.abc import Iterable, Iterator, Mapping

from kehoach.errors import KehoachError
from kehoach.patterns import compiled
from kehoach.reading.shelf import Shelf

_INHERITS = re.compile(rb"\ninherits:(.*(?:\n[ \t]*-.*)*)")
_REMARK = compiled(r"(?:^|\s)#.*")
_NAME = compiled(r"[^\s\[\],\"'-][^\s\[\],\"']*")
_YEAR = compiled(r"\d{4}")


def in_families(ids: Iterable[str], shelf: Shelf) -> tuple[str, ...]:
    """*ids* so that each plan follows the one that it inherits, and that of another year stands beside it.

    This is for the work to be done in little room. What a plan inherits in a way that only a true reader of YAML sees
    is done in another order, with the same result.
    """
    lines: dict[str, list[str]] = {}
    for id in sorted(ids):
        lines.setdefault(_line(id), []).append(id)
    above = {line: _above(line, held, shelf) for line, held in lines.items()}
    below: dict[str, list[str]] = {}
    for line, parent in sorted(above.items(), key=lambda pair: (pair[1] or pair[0], pair[0])):
        below.setdefault(parent if parent in lines else "", []).append(line)
    order = dict.fromkeys([*_down("", below), *lines])
    return tuple(id for line in order for id in lines[line])


def _line(id: str) -> str:
    """What the plans of all years have in common."""
    return _YEAR.sub("", id)


def _above(line: str, held: list[str], shelf: Shelf) -> str:
    """The first line that one of the plans *held* inherits, empty where none inherits another."""
    named = (_line(name) for id in held for name in _inherited(id, shelf))
    return next((name for name in named if name != line), "")


def _inherited(id: str, shelf: Shelf) -> list[str]:
    """The names that stand under ``inherits`` in the file of the plan *id*."""
    try:
        found = _INHERITS.search(b"\n" + shelf.source.read(shelf.paths[id]))
    except KehoachError:
        return []
    return _NAME.findall(_REMARK.sub("", found[1].decode("utf-8", "replace"))) if found else []


def _down(line: str, below: Mapping[str, list[str]]) -> Iterator[str]:
    """What hangs on *line*, each followed by what hangs on it; a circle hangs on nothing."""
    waiting = list(reversed(below.get(line, ())))
    while waiting:
        yield (one := waiting.pop())
        waiting += reversed(below.get(one, ()))
