"""Plain data turned into the typed figures of a standard, with the path of what is wrong."""

from collections.abc import Mapping, Sequence
from dataclasses import MISSING, dataclass, fields, is_dataclass
from typing import TypeVar, get_args, get_origin, get_type_hints

from kehoach.errors import KehoachError

Kind = TypeVar("Kind")
TRUTHS = {"true": True, "false": False}


@dataclass(frozen=True, slots=True)
class Figures:
    """A mapping of plain *data* of *standard*, found at the path *at* (``elements.title``)."""

    data: Mapping[str, object]
    standard: str
    at: str = ""

    @classmethod
    def under(cls, data: object, at: str, standard: str) -> Mapping[str, object]:
        """*data* as the mapping that it must be."""
        if not isinstance(data, Mapping):
            raise KehoachError("standard_figure_wrong", standard=standard, figure=at, value=data)
        return data

    def path(self, key: str) -> str:
        """The path of *key* from the top of the file."""
        return f"{self.at}.{key}".lstrip(".")

    def mapping(self, key: str) -> Mapping[str, object]:
        """The mapping at *key*."""
        return self.under(self.data.get(key), self.path(key), self.standard)

    def sequence(self, key: str) -> Sequence[object]:
        """The list at *key*."""
        value = self.data.get(key)
        if not isinstance(value, list | tuple):
            raise self.wrong(key)
        return value

    def get(self, key: str, kind: object) -> object:
        """The value at *key*, as a *kind*: a dataclass, ``tuple[kind, ...]``, a mapping of words, or a single value."""
        if isinstance(kind, type) and is_dataclass(kind):
            return figures(kind, Figures(self.mapping(key), self.standard, self.path(key)))
        if key not in self.data:
            raise KehoachError("standard_figure_missing", standard=self.standard, figure=self.path(key))
        if get_origin(kind) is Mapping:
            inner = Figures(self.mapping(key), self.standard, self.path(key))
            return {name: inner.get(name, str) for name in inner.data}
        if get_origin(kind) is tuple:
            return tuple(self._scalar(key, one, get_args(kind)[0]) for one in self.sequence(key))
        return self._scalar(key, self.data[key], kind)

    def _scalar(self, key: str, value: object, kind: object) -> object:
        if isinstance(value, Mapping | list | tuple) or not callable(kind):
            raise self.wrong(key)
        words = "" if value is None else str(value)
        try:
            return TRUTHS[words.lower()] if kind is bool else kind(words)
        except (KeyError, ValueError):
            raise self.wrong(key) from None

    def wrong(self, key: str) -> KehoachError:
        """What to raise where the value at *key* is not what it must be."""
        value = self.data.get(key)
        return KehoachError("standard_figure_wrong", standard=self.standard, figure=self.path(key), value=value)


def figures(kind: type[Kind], found: Figures) -> Kind:
    """A *kind* (a dataclass) filled from *found*; a key that it does not know is an error."""
    types = get_type_hints(kind)
    names = {one.name: one for one in fields(kind)}  # type: ignore[arg-type]
    for key in sorted(set(found.data) - set(names) - {"certainty"}):
        raise KehoachError("standard_figure_unknown", standard=found.standard, figure=found.path(key))
    given = (name for name, one in names.items() if name in found.data or one.default is MISSING)
    return kind(**{name: found.get(name, types[name]) for name in given})
