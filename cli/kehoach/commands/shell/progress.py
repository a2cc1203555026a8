"""How far a long run has come: a bar on standard error, on a terminal only."""

import sys
from collections.abc import Iterator, Sequence
from typing import TypeVar

FEW = 2
Thing = TypeVar("Thing")


def followed(things: Sequence[Thing], label: str) -> Iterator[Thing]:
    """*things* one by one, with a bar where there are many and somebody looks."""
    if len(things) <= FEW or not sys.stderr.isatty():
        yield from things
        return
    from rich.console import Console
    from rich.progress import track

    yield from track(things, description=label, console=Console(stderr=True), transient=True)
