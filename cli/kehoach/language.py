"""The table of keys: which stand where, what they hold, and what a plan below gets of them."""

from collections.abc import Mapping
from enum import StrEnum

from kehoach.records import dataclass, field


class Merge(StrEnum):
    """What a plan below gets of a value: key by key, all or nothing, or nothing ever."""

    FIELD = "field"
    WHOLE = "whole"
    NEVER = "never"


@dataclass(frozen=True, slots=True)
class Key:
    """A key of the plan language.

    *where* names the sort of mapping that it stands in: ``plan`` for the head, else ``section``,
    ``target``, ``figure``, … *type* says in words what it holds; *values* lists the words allowed.
    *about* holds one sentence for each language. *part* is the sort of mapping that stands under it, once,
    in a list or, *by_id*, by ids; empty where none does.
    """

    where: str
    name: str
    type: str
    merge: Merge
    default: str = ""
    required: bool = False
    values: tuple[str, ...] = ()
    about: Mapping[str, str] = field(default_factory=dict)
    part: str = ""
    by_id: bool = False


@dataclass(frozen=True, slots=True)
class Language:
    """Every key by the mapping that it stands in and its name; *reserved* words are no ids."""

    keys: Mapping[tuple[str, str], Key]
    reserved: frozenset[str] = frozenset()

    def key(self, where: str, name: str) -> Key | None:
        """The row of a key, or None where it may not stand."""
        return self.keys.get((where, name))

    def merge(self, where: str, name: str) -> Merge:
        """What a plan below gets of a key; of a key that may not stand there, nothing."""
        key = self.keys.get((where, name))
        return key.merge if key else Merge.NEVER

    def default(self, where: str, name: str) -> str:
        """What holds where the key is not written; empty where nothing does."""
        key = self.keys.get((where, name))
        return key.default if key else ""

    def names(self, where: str) -> tuple[str, ...]:
        """The keys that may stand in a sort of mapping, in the order of the table."""
        return tuple(name for place, name in self.keys if place == where)

    @property
    def places(self) -> tuple[str, ...]:
        """Every sort of mapping, in the order of the table."""
        return tuple(dict.fromkeys(where for where, _ in self.keys))
