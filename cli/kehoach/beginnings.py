"""With which signs what a pattern looks for may begin, told to the machine that searches.

The machine passes at a run over signs that nothing can begin with. Python's compiler tells it which these are only
where a pattern begins with plain signs; most of ours begin with a look back, a choice of words or a letter in any case.
"""

import re
from collections.abc import Callable, Iterable
from functools import cache
from importlib import import_module
from typing import Any

# The classes that leave most signs out.
NARROW = {"CATEGORY_DIGIT", "CATEGORY_SPACE"}
LAST = 0x10000
Member = tuple[Any, Any]
Same = Callable[[int], Iterable[int]]


class _AnythingError(Exception):
    """A pattern may begin with anything."""


def code(tree: Any, flags: int) -> list[int]:
    """What Python's compiler makes of a parsed pattern, with what it may begin with where that was not seen."""
    compiler = import_module("re._compiler")
    made: list[int] = compiler._code(tree, flags)
    info, skip, known, shortest, longest = made[:5]
    flags |= tree.state.flags
    begins = () if known or not shortest else _beginnings(tree, _in_any_case if flags & re.IGNORECASE else _as_it_is)
    if not begins:
        return made
    told = [info, 0, compiler.SRE_INFO_CHARSET, shortest, longest]
    compiler._compile_charset(compiler._optimize_charset(begins)[0], flags, told)
    told[1] = len(told) - 1
    return told + made[skip + 1 :]


def _beginnings(tree: Any, same: Same) -> tuple[Member, ...]:
    """The members of the class of signs that the pattern may begin with; none where it may begin with anything."""
    found: dict[Member, None] = {}
    try:
        empty = _begin(tree, same, found)
    except _AnythingError:
        return ()
    return () if empty else tuple(found)


def _begin(items: Any, same: Same, found: dict[Member, None]) -> bool:
    """Put what *items* may begin with into *found*; whether they may stand for no sign at all."""
    return all(_item(item, value, same, found) for item, value in items)


def _item(item: Any, value: Any, same: Same, found: dict[Member, None]) -> bool:
    """The same of one item; behind one that stands for a sign nothing begins."""
    match item.name:
        case "AT" | "ASSERT" | "ASSERT_NOT":
            return True
        case "LITERAL" | "IN":
            members = value if item.name == "IN" else [(item, value)]
            found |= dict.fromkeys(like for one in members for like in _members(one, same))
            return False
        case "BRANCH":
            return any([_begin(branch, same, found) for branch in value[1]])
        case "SUBPATTERN" if not (value[1] or value[2]):
            return _begin(value[3], same, found)
        case "ATOMIC_GROUP":
            return _begin(value, same, found)
        case "MAX_REPEAT" | "MIN_REPEAT" | "POSSESSIVE_REPEAT":
            return _begin(value[2], same, found) or not value[0]
    raise _AnythingError


def _members(one: Member, same: Same) -> Iterable[Member]:
    """A member of a class of signs, each sign with those that are the *same*."""
    item, value = one
    literal = import_module("re._constants").LITERAL
    match item.name:
        case "LITERAL":
            return ((literal, sign) for sign in same(value))
        case "RANGE" if value[1] < LAST:
            return ((literal, like) for sign in range(value[0], value[1] + 1) for like in same(sign))
        case "CATEGORY" if value.name in NARROW:
            return (one,)
    raise _AnythingError


def _as_it_is(sign: int) -> tuple[int, ...]:
    return (sign,)


def _in_any_case(sign: int) -> Iterable[int]:
    """The signs that the machine takes for *sign* where it ignores case."""
    lower = import_module("_sre").unicode_tolower(sign)
    if lower >= LAST:
        raise _AnythingError
    others = import_module("re._casefix")._EXTRA_CASES.get(lower, ())
    return (like for small in (lower, *others) for like in _by_small().get(small, (small,)))


@cache
def _by_small() -> dict[int, list[int]]:
    """From each small letter to all that it is the small one of."""
    lower, found = import_module("_sre").unicode_tolower, dict[int, list[int]]()
    for sign in range(LAST):
        found.setdefault(lower(sign), []).append(sign)
    return found
