"""What the planning of one document knows and gathers."""

from kehoach.findings import Fault
from kehoach.finished import Finished
from kehoach.importing.planning.ids import Ids
from kehoach.importing.planning.vocabulary import Pattern, Vocabulary, one_of, vocabulary
from kehoach.kinds import Kind
from kehoach.phrases.lexicon import Lexicon
from kehoach.places import Place
from kehoach.records import dataclass, field
from kehoach.units import State


@dataclass
class Work:
    """One document on its way to a plan: what is known, the ids given, and what a person must look at.

    *state* is the issuing unit as the register has it. *bold* counts the targets whose figures stand out.
    """

    finished: Finished
    kind: Kind
    year: int
    state: State
    lexicon: Lexicon
    ladder: tuple[str, ...]
    ids: Ids
    notes: list[Fault] = field(default_factory=list)
    bold: int = 0
    labels: dict[str, str] = field(default_factory=dict)

    @property
    def words(self) -> Vocabulary:
        """The word lists of planning."""
        return self.lexicon.view(vocabulary)

    @property
    def ours(self) -> Pattern:
        """The names by which the unit speaks of itself."""
        names = {self.state.name, self.state.words.get("self", "")}
        names |= {body.get("name", "") for body in self.state.bodies.values()}
        return one_of(names)

    def nameless(self, part: str) -> str:
        """The id of a *part* of a plan (``sections``, ``figures`` …) whose words make none."""
        return str(self.lexicon.at("planning", "nameless", part))

    def note(self, code: str, place: Place, **arguments: str) -> None:
        """Add what a person must look at."""
        self.notes.append(Fault(code, place, "", arguments))


@dataclass(frozen=True, slots=True)
class Context:
    """Where an entry stands: what its section is about, and who carries what stands there.

    *carrier* is ``own``, ``below`` or empty; *blocked*: it stands in the block of that name, so that nobody
    needs to write it. *works*: it tells of works that the unit does itself, whomever they serve.
    *untitled*: no heading stands above it. *quarter* is the quarter or month that heads a list.
    """

    about: str = ""
    carrier: str = ""
    blocked: bool = False
    annexed: bool = False
    works: bool = False
    untitled: bool = False
    quarter: str = ""


UNPLACED, LEFT_OPEN, DOUBTED, BARE_TITLE, OWN_NUMBER, NO_FIGURE = (f"IMP20{number}" for number in range(1, 7))
KIND_TAKEN, UNIT_UNNAMED, TYPE_CHANGED = "IMP207", "IMP208", "IMP209"
FOOT_FIRST, SIGNED_TOGETHER = "IMP210", "IMP211"
TARGETS, ACTIVITIES, PURPOSES = "targets", "activities", "purposes"
