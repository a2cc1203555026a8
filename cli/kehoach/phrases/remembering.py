"""Answers kept: stages and rules ask the same phrases of the same texts."""

from collections.abc import Callable
from functools import lru_cache
from typing import ParamSpec, TypeVar, cast

# Many times the passages of a plan, as the plans of one level share most of theirs; a few dozen megabytes in all.
MOST = 1 << 12
P = ParamSpec("P")
T = TypeVar("T")


def remembered(read: Callable[P, T]) -> Callable[P, T]:
    """*read*, a pure function of a text and a lexicon, with its last answers kept."""
    return cast("Callable[P, T]", lru_cache(MOST)(read))
