"""How far a long run has come: a bar on standard error, on a terminal only."""

import sys
from collections.abc import Iterable, Iterator
from typing import TypeVar

FEW = 2
Thing = TypeVar("Thing")


def followed(things: Iterable[Thing], count: int, label: str) -> Iterator[Thing]:
    """*things*, *count* of them, one by one, with a bar where there are many and somebody looks."""
    if count <= FEW or not sys.stderr.isatty():
        yield from things
        return
    from rich.console import Console
    from rich.progress import track

    yield from track(things, total=count, description=label, console=Console(stderr=True), transient=True)
