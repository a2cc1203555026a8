"""A workspace: the folder with ``plans/units.yaml``, what it overrides, and the plans in it."""

from collections.abc import Container, Mapping
from functools import cached_property
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from kehoach.errors import KehoachError
from kehoach.findings import Fault
from kehoach.inheriting.resolve import Resolver
from kehoach.inheriting.world import World
from kehoach.kinds import Kind
from kehoach.language import Language
from kehoach.phrases.lexicon import Lexicon
from kehoach.places import Place
from kehoach.plan import Plan
from kehoach.reading.data.kinds import kind
from kehoach.reading.data.lexicon import lexicon
from kehoach.reading.data.units import units
from kehoach.reading.issued import beside, issued
from kehoach.reading.schema.keys import language
from kehoach.reading.schema.leaves import Knowledge
from kehoach.reading.schema.table import table
from kehoach.reading.shelf import ENDING, FILE, Shelf
from kehoach.reading.written_plan import unread, written
from kehoach.records import dataclass, field, replace
from kehoach.units import Units
from kehoach.written import Written

if TYPE_CHECKING:
    from kehoach.finished import Finished


@dataclass
class Workspace(Shelf):
    """Units, kinds, word lists and plans, each read once.

    *finished* holds, by their ids, the documents that were taken in as plans.
    """

    finished: dict[str, "Finished"] = field(default_factory=dict, repr=False)
    _written: dict[str, Written | None] = field(default_factory=dict, repr=False)

    @cached_property
    def lexicon(self) -> Lexicon:
        """The word lists of the phrases."""
        return lexicon(self.overlay)

    @cached_property
    def kinds(self) -> Mapping[str, Kind]:
        """The kinds of documents, by id."""
        return {
            id: kind(id, self.overlay.data(file), file) for id, file in self.overlay.files("schemas/kinds", ".yaml")
        }

    @property
    def units(self) -> Units:
        """The register of units."""
        return self._register[0]

    @property
    def unit_faults(self) -> tuple[Fault, ...]:
        """What is wrong with the register."""
        return self._register[1]

    @cached_property
    def _register(self) -> tuple[Units, tuple[Fault, ...]]:
        return units(self.source.read(FILE), self.lexicon)

    @property
    def language(self) -> Language:
        """The table of keys."""
        return language()

    def take_in(self, document: "Finished", file: Written) -> None:
        """Let the finished *document* be the plan *file*, which nothing below ``plans/`` holds."""
        self.finished[file.id], self._written[file.id] = document, file

    def written(self, id: str) -> Written | None:
        """What stands in the file of the plan *id*, read once; None where there is no such file."""
        if id not in self._written:
            path = self.paths.get(id)
            self._written[id] = self._read(id, path) if path else None
        return self._written[id]

    def _read(self, id: str, path: str) -> Written:
        if not path.endswith(ENDING):
            named = {"file": path, "wanted": str(PurePosixPath(path).with_suffix(ENDING))}
            return unread(id, path, Fault("DOC132", Place(path), arguments=named))
        try:
            data = self.source.read(path)
        except KehoachError:
            return unread(id, path, Fault("DOC131", Place(path), arguments={"file": path}))
        about = Knowledge(self.units, self.kinds, self.lexicon, self.language.reserved)
        file = written(data, id, path, table("plan"), about)
        stored = beside(path)
        return replace(file, issued=issued(self.source.read(stored), stored)) if stored in self.files else file

    def let_go(self, kept: Container[str]) -> None:
        """Forget the plans that were read, but for those *kept* and the documents that were taken in."""
        for id in [id for id in self._written if id not in kept and id not in self.finished]:
            del self._written[id]
        self.resolver.let_go(kept)

    @property
    def at_hand(self) -> int:
        """How many plans are read and not forgotten."""
        return len(self._written)

    def forget(self) -> None:
        """Let go of the plans that were read; the data that they share stay."""
        self.finished.clear()
        self._written.clear()
        self.__dict__.pop("resolver", None)

    @cached_property
    def resolver(self) -> Resolver:
        """Resolves the plans of this workspace, each once."""
        return Resolver(self.written, World(self.units, self.kinds, self.lexicon, self.language))

    def resolve(self, id: str) -> Plan | None:
        """The plan *id* with everything that it inherits; None where its file cannot be used."""
        return self.resolver.plan(id)
