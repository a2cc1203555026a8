"""What a new plan is drafted with, and what comes of it."""

from collections.abc import Mapping, Sequence
from datetime import date

from kehoach.kinds import Kind
from kehoach.notes import Note, Path
from kehoach.phrases.lexicon import Lexicon
from kehoach.records import dataclass, field
from kehoach.units import State, Units

Tree = str | None | Sequence["Tree"] | Mapping[str, "Tree"]
Branch = dict[str, Tree]


@dataclass(frozen=True, slots=True)
class Known:
    """What drafting needs of a workspace."""

    units: Units
    kinds: Mapping[str, Kind]
    lexicon: Lexicon

    def said(self, *path: str) -> str:
        """A wording of the drafting's own word list."""
        return str(self.lexicon.at("drafting", *path))


@dataclass(frozen=True, slots=True)
class Order:
    """The plan that is asked for: its unit and that unit's state on *day*, its kind and year."""

    unit: str
    state: State
    kind: Kind
    year: int
    day: date


@dataclass
class Draft:
    """A new plan as plain values, with the notes on it in the order of the file."""

    root: Branch = field(default_factory=dict)
    notes: list[Note] = field(default_factory=list)

    def note(self, code: str, path: Path, **arguments: str) -> None:
        """Leave a note at *path*."""
        self.notes.append(Note(code, path, arguments))

    def branch(self, path: Path) -> Branch:
        """The mapping at *path*, made where there is none."""
        here = self.root
        for key in path:
            found = here.setdefault(key, {})
            assert isinstance(found, dict)
            here = found
        return here
