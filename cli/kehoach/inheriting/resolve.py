"""Resolution: every plan folded from the root of its inheritance down, each once."""

from collections.abc import Callable, Container

from kehoach import written as w
from kehoach.findings import Fault, Related
from kehoach.inheriting.cited import cited
from kehoach.inheriting.citing import Cited
from kehoach.inheriting.folding import folded
from kehoach.inheriting.world import World
from kehoach.plan import Plan
from kehoach.records import dataclass, field

DEEPEST = 12
LONGEST = 100
Reader = Callable[[str], w.Written | None]


@dataclass
class Resolver:
    """Resolves the plans of one workspace; *written* finds a file by its plan id."""

    written: Reader
    world: World
    done: dict[str, Plan | None] = field(default_factory=dict)

    def plan(self, id: str, chain: tuple[str, ...] = ()) -> Plan | None:
        """The resolved plan, or None where its file is missing or cannot be read; *chain* led here."""
        if id not in self.done:
            self.done[id] = self._fold(id, (*chain, id))
        return self.done[id]

    def let_go(self, kept: Container[str]) -> None:
        """Forget the resolved plans, but for those *kept*."""
        for id in [id for id in self.done if id not in kept]:
            del self.done[id]

    def cited(self, id: str) -> Cited | None:
        """What a citation says of the plan *id*, or None where there is no such plan."""
        file = self.written(id)
        return cited(file, self.world) if file else None

    def _fold(self, id: str, chain: tuple[str, ...]) -> Plan | None:
        file = self.written(id)
        if file is None or file.broken or not self._known(file):
            return None
        faults: list[Fault] = []
        parents = self._parents(file, chain, faults)
        return folded(file, parents, self.world, self.cited, tuple(faults))

    def _known(self, file: w.Written) -> bool:
        return file.word("kind") in self.world.kinds and file.word("unit") in self.world.units

    def _parents(self, file: w.Written, chain: tuple[str, ...], faults: list[Fault]) -> list[Plan]:
        """The plans that *file* inherits; what cannot be inherited is a fault at its line."""
        found = []
        inherits = file.root.get("inherits")
        for node in inherits.items if isinstance(inherits, w.Sequence) else ():
            assert isinstance(node, w.Scalar)
            code = self._hindrance(node.text, chain)
            parent = None if code else self.plan(node.text, chain)
            if parent and parent.depth < DEEPEST:
                found.append(parent)
                continue
            arguments = {"parent": node.text, "chain": " → ".join((*chain, node.text)), "deepest": str(DEEPEST)}
            wrong = "INH103" if parent else code or "INH106"
            there = self._faults_of(node.text) if wrong == "INH106" else ()
            faults.append(Fault(wrong, node.place, "inherits", arguments, there))
        return found

    def _faults_of(self, id: str) -> tuple[Related, ...]:
        """Where the first thing that is wrong with a file stands."""
        file = self.written(id)
        return tuple(Related(fault.place, "fault_here") for fault in file.faults[:1]) if file else ()

    def _hindrance(self, parent: str, chain: tuple[str, ...]) -> str | None:
        if parent in chain:
            return "INH102"
        if len(chain) >= LONGEST:
            return "INH103"
        return "INH101" if self.written(parent) is None else None
