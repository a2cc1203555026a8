"""Dataclasses that a program starts quickly with.

The standard library writes and compiles six methods for every class while the module is imported, which is a
third of the time before the first line of a plan is read. Here the constructor is compiled when the first value is
made, and all other methods are shared. To a reader and to a type checker they are ``dataclasses``; that nobody changes
a frozen one is the type checker's affair alone, as to refuse it here would make every value dearer to build.
"""

import dataclasses
import operator
from dataclasses import MISSING, asdict, field, fields
from functools import partial
from typing import TYPE_CHECKING, Any

__all__ = ["asdict", "dataclass", "field", "fields", "replace"]

_MADE = object()

if TYPE_CHECKING:
    from dataclasses import dataclass, replace
else:

    def replace(value, /, **changes):
        """*value* with *changes* in the place of some of its fields."""
        if not hasattr(value, "__given__"):
            return dataclasses.replace(value, **changes)
        order, read = value.__given__
        values = list(read(value))
        for name, new in changes.items():
            values[order[name]] = new
        return value.__class__(*values)

    def dataclass(cls=None, /, **how):
        """The same as that of the standard library; ``frozen``, ``slots``, ``eq``, ``order`` and ``repr`` only."""
        return partial(_record, **how) if cls is None else _record(cls, **how)


def _record(cls: type, *, frozen: bool = False, slots: bool = False, eq: bool = True, **how: bool) -> type:
    cls.__doc__ = cls.__doc__ or cls.__name__
    made: Any = dataclasses.dataclass(init=False, repr=False, eq=False, slots=slots)(cls)
    methods: dict[str, Any] = {"__init__": _first(made)}
    made.__names__ = tuple(one.name for one in fields(made))
    made.__given__ = _given([one.name for one in fields(made) if one.init])
    if how.pop("repr", True):
        methods["__repr__"] = _repr
    if eq:
        methods |= {"__eq__": _eq, "__hash__": _hash if frozen else None}
        made.__compared__ = staticmethod(_compared(made))
    if how.pop("order", False):
        methods |= _ORDER
    if frozen:
        methods |= {"__getstate__": _state, "__setstate__": _restore}
    assert not how, how
    for name, method in methods.items():
        if name not in vars(cls) or (name == "__hash__" and "__eq__" not in vars(cls)):
            setattr(made, name, method)
    return made  # type: ignore[no-any-return]


def _compared(cls: Any) -> Any:
    names = [field.name for field in fields(cls) if field.compare]
    return operator.attrgetter(*names) if names else lambda value: ()


def _given(names: list[str]) -> tuple[dict[str, int], Any]:
    """The order in which the constructor takes what it is given, and how a value is asked for all of it."""
    getter = operator.attrgetter(*names) if len(names) > 1 else lambda value: [getattr(value, name) for name in names]
    return {name: at for at, name in enumerate(names)}, getter


def _first(cls: Any) -> Any:
    """A constructor that compiles the true one and steps aside."""

    def __init__(self: Any, *values: Any, **named: Any) -> None:
        cls.__init__ = _constructor(cls)
        cls.__init__(self, *values, **named)

    return __init__


def _constructor(cls: Any) -> Any:
    """``__init__`` with a parameter for each field."""
    known: dict[str, Any] = {"_MADE": _MADE}
    head, body = ["self"], []
    for one in fields(cls):
        name, default = one.name, f"_default_{one.name}"
        fresh, usual = one.default_factory is not MISSING, one.default is not MISSING
        known[default] = one.default_factory if fresh else one.default
        value = f"{default}()" if fresh else default
        if one.init:
            head.append(f"{name}=_MADE" if fresh else f"{name}={default}" if usual else name)
            value = f"{value} if {name} is _MADE else {name}" if fresh else name
        if one.init or fresh or usual:
            body.append(f"self.{name} = {value}")
    body += ["self.__post_init__()"] if hasattr(cls, "__post_init__") else []
    exec(f"def __init__({', '.join(head)}):\n " + "\n ".join(body or ["pass"]), known)
    return known["__init__"]


def _repr(self: Any) -> str:
    shown = (f"{one.name}={getattr(self, one.name)!r}" for one in fields(self) if one.repr)
    return f"{type(self).__qualname__}({', '.join(shown)})"


def _eq(self: Any, other: Any) -> Any:
    if other.__class__ is not self.__class__:
        return NotImplemented
    return self.__compared__(self) == self.__compared__(other)


def _hash(self: Any) -> int:
    return hash(self.__compared__(self))


def _ordered(compare: Any) -> Any:
    def method(self: Any, other: Any) -> Any:
        same = other.__class__ is self.__class__
        return compare(self.__compared__(self), self.__compared__(other)) if same else NotImplemented

    return method


_ORDER = {f"__{name}__": _ordered(getattr(operator, name)) for name in ("lt", "le", "gt", "ge")}


def _state(self: Any) -> list[Any]:
    return [getattr(self, name) for name in self.__names__]


def _restore(self: Any, state: list[Any]) -> None:
    for name, value in zip(self.__names__, state, strict=True):
        setattr(self, name, value)
