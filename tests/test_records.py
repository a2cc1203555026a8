"""Records behave like the dataclasses of the standard library."""

import copy
import dataclasses
import pickle
from collections.abc import Callable
from typing import Any

import pytest

from kehoach import records


def made(dataclass: Callable[..., Any], name: str) -> Any:
    """A frozen class with every sort of field, in this module so that it can be pickled."""

    class Base:
        a: int
        b: str = "x"
        c: dict[str, int] = records.field(default_factory=dict, compare=False)
        d: int = records.field(init=False, default=7)
        e: tuple[int, ...] = records.field(default=(), repr=False)

    Base.__name__ = Base.__qualname__ = name
    return dataclass(frozen=True, slots=True, order=True)(Base)


Ours = made(records.dataclass, "Ours")
Theirs = made(dataclasses.dataclass, "Theirs")
BOTH = pytest.mark.parametrize("kind", [Ours, Theirs])


@BOTH
def test_it_is_built(kind: Any) -> None:
    value = kind(1, c={"k": 2})
    assert (value.a, value.b, value.c, value.d, value.e) == (1, "x", {"k": 2}, 7, ())
    assert kind(1).c is not kind(1).c
    assert repr(value) == f"{kind.__name__}(a=1, b='x', c={{'k': 2}}, d=7)"
    wrongs: tuple[tuple[Any, ...], ...] = ((), (1, "x", {}, (), 5))
    for wrong in wrongs:
        with pytest.raises(TypeError):
            kind(*wrong)


@BOTH
def test_it_compares(kind: Any) -> None:
    assert kind(1) == kind(1, c={"k": 2}) != kind(2)
    assert hash(kind(1)) == hash(kind(1, c={"k": 2}))
    assert kind(1) < kind(2) and kind(1) <= kind(1) and kind(2) > kind(1)
    assert kind(1) != (1, "x", 7, ())


@BOTH
def test_it_is_copied(kind: Any) -> None:
    value = kind(1)
    assert dataclasses.replace(value, a=2) == records.replace(value, a=2) == kind(2)
    assert dataclasses.asdict(value) == {"a": 1, "b": "x", "c": {}, "d": 7, "e": ()}
    for copied in (pickle.loads(pickle.dumps(value)), copy.deepcopy(value), copy.copy(value)):
        assert copied == value


def test_a_plain_one_can_be_changed_and_has_no_hash() -> None:
    @records.dataclass(slots=True)
    class Plain:
        a: int
        b: list[int] = records.field(default_factory=list)
        c: int = records.field(init=False)

        def __post_init__(self) -> None:
            self.c = self.a + 1

    value = Plain(1)
    value.b.append(2)
    value.a = 3
    assert (value.a, value.b, value.c) == (3, [2], 2)
    with pytest.raises(TypeError):
        hash(value)
