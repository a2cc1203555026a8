"""What a rule may look at: the workspace as values."""

from collections.abc import Callable, Container, Mapping
from datetime import date
from typing import TYPE_CHECKING, Any, TypeVar

from kehoach.finished import Finished
from kehoach.kinds import Kind
from kehoach.language import Language
from kehoach.leaves import Leaf, leaves
from kehoach.phrases.lexicon import Lexicon
from kehoach.plan import Plan
from kehoach.records import dataclass, field
from kehoach.units import Units
from kehoach.written import Written

if TYPE_CHECKING:
    from kehoach.rules.standing import Standing

T = TypeVar("T")
# A plan, those above it and that of the year before are looked at together.
AT_HAND = 6


@dataclass(frozen=True, slots=True)
class View:
    """The data of a workspace and its plans, found by id when a rule asks.

    *resolve* gives None where a plan cannot be resolved or does not exist. *ids* names every plan of the workspace;
    it and ``whole`` are for rules on the tree only: what is found in a plan by other rules is kept until a file
    changes that they asked for. *finished* holds, by their ids, the documents that were taken in as plans;
    *standings* what is known of plans for the rules on the tree.
    """

    ids: tuple[str, ...]
    written: Callable[[str], Written | None]
    resolve: Callable[[str], Plan | None]
    units: Units
    kinds: Mapping[str, Kind]
    lexicon: Lexicon
    language: Language
    today: date
    finished: Mapping[str, Finished] = field(default_factory=dict)
    standings: "dict[str, Standing | None]" = field(default_factory=dict, repr=False)
    _leaves: dict[str, tuple[Leaf, ...]] = field(default_factory=dict, repr=False)
    _made: dict[str, dict[object, Any]] = field(default_factory=dict, repr=False)
    _whole: dict[object, Any] = field(default_factory=dict, repr=False)

    def leaves(self, file: Written) -> tuple[Leaf, ...]:
        """The leaves of *file*, walked through once for all rules."""
        if file.id not in self._leaves:
            self._leaves[file.id] = leaves(file.root, self.language)
        return self._leaves[file.id]

    def once(self, make: "Callable[[Written, View], T]", file: Written) -> T:
        """What *make* builds of *file*, built once for all rules; that of the last few files is kept."""
        made = self._made.get(file.id)
        if made is None:
            if len(self._made) >= AT_HAND:
                del self._made[next(iter(self._made))]
            made = self._made[file.id] = {}
        if make not in made:
            made[make] = make(file, self)
        found: T = made[make]
        return found

    def let_go(self, kept: Container[str]) -> None:
        """Forget what was built of files, but for those of the plans *kept*."""
        for known in (self._leaves, self._made):
            for id in [id for id in known if id not in kept]:
                del known[id]

    def whole(self, make: "Callable[[View], T]") -> T:
        """What *make* builds of the whole workspace, built once for all rules."""
        if make not in self._whole:
            self._whole[make] = make(self)
        found: T = self._whole[make]
        return found
