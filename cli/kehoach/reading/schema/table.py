"""A schema file as what Cerberus checks with, and as the rows that our own code reads.

The file holds ``root`` (a mapping of keys), ``parts`` (such mappings by name, for Cerberus' registry)
and ``rules`` (keys that stand in several parts, by name, put in here wherever they are named).
"""

from collections.abc import Callable, Iterator, Mapping
from functools import cache
from typing import TYPE_CHECKING, Any, TypeVar, cast

from kehoach.reading.data.sound import sound
from kehoach.records import dataclass, field
from kehoach.shipped import shipped

if TYPE_CHECKING:
    from kehoach.written import Plain

T = TypeVar("T")
Rules = Mapping[str, Any]
Part = Mapping[str, Rules]
SWITCHES = ("required", "nullable", "empty")
NO_RULES: Rules = {}


@dataclass(frozen=True, slots=True)
class Table:
    """The keys of the root, and those of each part by its name.

    *reserved* words are no ids; *titles* says what the root (``plan``) and each part are called.
    """

    root: Part
    parts: Mapping[str, Part]
    reserved: frozenset[str] = frozenset()
    titles: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    _made: dict[object, object] = field(default_factory=dict, repr=False, compare=False)

    def part(self, rules: Rules) -> Part | None:
        """The keys of the mapping that *rules* describe, where they name a part."""
        name = rules.get("schema")
        return self.parts.get(name) if isinstance(name, str) else None

    def once(self, make: "Callable[[Table], T]") -> T:
        """What *make* builds of this table; built at the first call only."""
        if make not in self._made:
            self._made[make] = make(self)
        return cast("T", self._made[make])

    def rows(self) -> Iterator[tuple[str, str, Rules]]:
        """Every key with the mapping that it stands in; those of the root stand in ``plan``."""
        for where, part in (("plan", self.root), *self.parts.items()):
            for name, rules in part.items():
                yield where, name, rules


@cache
def table(name: str) -> Table:
    """The shipped schema ``schemas/<name>.yaml``."""
    data = cast("dict[str, Any]", sound(shipped("schemas") / f"{name}.yaml"))
    shared = data.get("rules", {})
    parts = {part: _part(keys, shared) for part, keys in data.get("parts", {}).items()}
    return Table(_part(data["root"], shared), parts, frozenset(data.get("reserved", ())), data.get("titles", {}))


def _part(keys: "Mapping[str, Plain]", shared: Rules) -> Part:
    return {key: _rules(rules, shared) for key, rules in keys.items()}


def _rules(rules: Any, shared: Rules) -> Rules:
    """The rules of one key with names of shared rules replaced by what they stand for."""
    if isinstance(rules, str):
        return _rules(shared[rules], shared)
    made = {name: value == "true" if name in SWITCHES else value for name, value in rules.items()}
    for name in ("keysrules", "valuesrules"):
        if name in made:
            made[name] = _rules(made[name], shared)
    if made.get("type") == "list":
        made["schema"] = _rules(made["schema"], shared)
    return made
