"""Patterns that are compiled once for all runs.

To compile the patterns that the grammar of phrases needs takes longer than to read a plan with them. What Python's
compiler made of a pattern is a list of numbers; it is kept beside the program (``kept``), for this very Python only,
and the machine that searches checks it when it is taken up again.
"""

import re
import sys
from array import array
from functools import cache, lru_cache
from importlib import import_module
from typing import Any

from kehoach.beginnings import code as code_of
from kehoach.kept import beside, keep, recall
from kehoach.shipped import PACKAGE

PLACE = beside(PACKAGE / "patterns")
# The number is to be raised when patterns are compiled in another way.
MAKER = f"2 {sys.version}"
# More come together only where the word lists of workspaces change all the time.
MOST = 2000
# The lines of a few plans, which several patterns are looked for in.
LINES = 1 << 12
# Capital letters as they stand in a class: Vietnamese ones are not in one row, small letters stand between them.
CAPITALS = "A-Z" + "".join(filter(str.isupper, map(chr, (*range(0xC0, 0x1B1), *range(0x1EA0, 0x1EFA)))))
# Escapes and the names of groups.
_NO_LETTERS = re.compile(r"(\\.|\(\?P[<=]\w+)", re.DOTALL)
_new: dict[tuple[str, int], tuple[Any, ...]] = {}


@lru_cache(MOST)
def compiled(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """The same as ``re.compile``."""
    key = pattern, int(flags)
    known = _kept().get(key)
    try:
        return _taken_up(pattern, known) if known else _compiled(key)
    except (AttributeError, ImportError, RuntimeError, TypeError, ValueError):
        return re.compile(pattern, flags)


def any_case(pattern: str) -> re.Pattern[str]:
    """*pattern* for texts in any case."""
    return compiled(pattern, re.IGNORECASE)


def caseless(pattern: str) -> re.Pattern[str]:
    """*pattern* for texts in ``small`` letters; what it finds there it would find in the text whatever the case.

    The machine looks at each letter several times as long where it has to ignore case. No part of *pattern* may
    distinguish them.
    """
    assert "(?-i" not in pattern, pattern
    kept = _NO_LETTERS.split(pattern)
    return compiled("".join(part if at % 2 else part.lower() for at, part in enumerate(kept)))


@lru_cache(LINES)
def small(text: str) -> str:
    """*text* in small letters, sign for sign."""
    low = text.lower()
    if len(low) == len(text):
        return low
    return "".join(sign.lower() if len(sign.lower()) == 1 else sign for sign in text)


def keep_new() -> None:
    """Keep for later runs what this one had to compile, beside what other processes have kept meanwhile."""
    if _new:
        known = _read()
        keep(PLACE, (MAKER, (known if len(known) < MOST else {}) | _new))
        _new.clear()


@cache
def _kept() -> dict[tuple[str, int], tuple[Any, ...]]:
    return _read()


def _read() -> dict[tuple[str, int], tuple[Any, ...]]:
    match recall(PLACE):
        case [maker, dict(known)] if maker == MAKER:
            return known
    return {}


def _taken_up(pattern: str, known: tuple[Any, ...]) -> re.Pattern[str]:
    flags, code, groups, named, names = known
    taken: re.Pattern[str] = _machine().compile(pattern, flags, array("I", code).tolist(), groups, named, names)
    return taken


def _compiled(key: tuple[str, int]) -> re.Pattern[str]:
    """The pattern compiled as ``re.compile`` does, and what is needed to take it up again laid by."""
    tree = import_module("re._parser").parse(*key)
    named = tree.state.groupdict
    names = tuple({number: name for name, number in named.items()}.get(n) for n in range(tree.state.groups))
    code = array("I", code_of(tree, key[1])).tobytes()
    _new[key] = key[1] | tree.state.flags, code, tree.state.groups - 1, dict(named), names
    return _taken_up(key[0], _new[key])


def _machine() -> Any:
    return import_module("_sre")
