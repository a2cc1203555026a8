"""The word lists that the phrase grammars read with.

Every phrase module keeps what it makes of them (compiled patterns, tables) to itself, as a view: a
function ``Lexicon -> T`` of its own, asked for through ``lexicon.view(function)`` and built once for
each lexicon. A new phrase therefore adds a YAML file and a module, and nothing here changes.
"""

import unicodedata
from collections.abc import Callable, Mapping
from typing import Any, TypeVar

from kehoach.errors import KehoachError
from kehoach.records import dataclass, field

T = TypeVar("T")


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Lexicon:
    """The word lists, as mappings, tuples and NFC strings by section and key.

    *sections* has one entry for each file of ``schemas/lexicon`` (its stem) and ``commemorations``.
    A lexicon is equal only to itself, so it can be a key of a cache.
    """

    sections: Mapping[str, object]
    _read: dict[str, object] = field(default_factory=dict)
    _found: dict[tuple[str, ...], object] = field(default_factory=dict)
    _views: dict[object, Any] = field(default_factory=dict)

    def __repr__(self) -> str:
        return f"Lexicon({', '.join(self.sections)})"

    @classmethod
    def of(cls, data: Mapping[str, object]) -> "Lexicon":
        """The lexicon of *data*: mappings, lists and strings as a YAML reader gives them, each section when asked."""
        return cls(data)

    def view(self, make: Callable[["Lexicon"], T]) -> T:
        """What *make* builds of this lexicon; built at the first call only."""
        if make not in self._views:
            self._views[make] = make(self)
        found: T = self._views[make]
        return found

    def at(self, *path: str) -> object:
        """The value at *path* (section, then keys), looked up once.

        Raises ``KehoachError("lexicon_incomplete")`` where a word list lacks it.
        """
        if path not in self._found:
            self._found[path] = self._at(path)
        return self._found[path]

    def _at(self, path: tuple[str, ...]) -> object:
        section, *keys = path
        if section not in self._read and section in self.sections:
            self._read[section] = _frozen(self.sections[section])
        value: object = self._read
        for key in (section, *keys):
            if not isinstance(value, Mapping) or key not in value:
                raise KehoachError("lexicon_incomplete", path="/".join(path))
            value = value[key]
        return value

    def words(self, *path: str) -> tuple[str, ...]:
        """The list of words at *path*."""
        value = self.at(*path)
        if not isinstance(value, tuple):
            raise KehoachError("lexicon_incomplete", path="/".join(path))
        return value

    def table(self, *path: str) -> Mapping[str, object]:
        """The mapping at *path*, in the order of the file."""
        value = self.at(*path)
        if not isinstance(value, Mapping):
            raise KehoachError("lexicon_incomplete", path="/".join(path))
        return value


def _frozen(value: object) -> object:
    if isinstance(value, Mapping):
        return {str(key): _frozen(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return tuple(_frozen(item) for item in value)
    return unicodedata.normalize("NFC", str(value))
