"""Lines that make a title together, one below the other, down to the dashes that end it."""

from collections.abc import Callable, Iterable

from kehoach.finished import Role
from kehoach.importing.parts.told import Claims, Lines, Taken

Telling = Callable[[Lines, int, Claims], Role | None]


def titling(lines: Lines, stretch: Iterable[int], taken: Taken, begun: Claims, role: Telling) -> Claims:
    """*begun* with the lines of *stretch* that go on with it: what *role* tells them to be, until it tells nothing."""
    claims = dict(begun)
    for at in stretch:
        if at in taken:
            continue
        told = role(lines, at, claims)
        if told is None:
            break
        claims[at] = lines.piece(at, told)
        if told is Role.DASHES:
            break
    return claims
