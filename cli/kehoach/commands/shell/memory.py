"""What was found out about plans in earlier runs, as long as nothing has changed on which it rests."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from kehoach.commands.shell.fingerprints import Fingerprints
from kehoach.reading.cache import Cache, Row
from kehoach.records import dataclass


@dataclass(frozen=True, slots=True)
class Memory:
    """Values about plans, of one *sort*: what was asked and how, in a word; *marks* tell what has changed."""

    marks: Fingerprints
    sort: str

    def recall(self, ids: Sequence[str]) -> Mapping[str, Any]:
        """The values about the plans *ids*, of those that have one which still holds."""
        kept = self._cache.kept(ids)
        found = ((id, self._held(*row)) for id, row in kept.items())
        return {id: value for id, value in found if value is not None}

    def keep(self, found: Iterable[tuple[str, Iterable[str], Any]]) -> None:
        """Keep a value about each plan, with the plans on which it rests."""
        self._cache.keep(self._rows(found))

    def _rows(self, found: Iterable[tuple[str, Iterable[str], Any]]) -> Iterator[Row]:
        for id, rests_on, value in found:
            yield id, self.marks.ground, ({on: self.marks.plan(on) for on in rests_on}, value)

    def _held(self, key: str, value: str) -> Any:
        """The value, None where it is none of ours or something has changed."""
        if key != self.marks.ground:
            return None
        try:
            rests_on, found = json.loads(value)
            return found if all(self.marks.plan(on) == mark for on, mark in rests_on.items()) else None
        except (ValueError, TypeError, AttributeError):
            return None

    @property
    def _cache(self) -> Cache:
        return Cache(self.marks.workspace.root, self.sort)

    def reckon(self, ids: Iterable[str]) -> None:
        """Tell now by what it is seen later that nothing has changed about the plans *ids*, and about all else."""
        _ = self.marks.ground, [self.marks.plan(id) for id in ids]
