"""What a rule may look at: the workspace as values."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from kehoach.kinds import Kind
from kehoach.phrases.lexicon import Lexicon
from kehoach.plan import Plan
from kehoach.units import Units
from kehoach.written import Written


@dataclass(frozen=True, slots=True)
class View:
    """The data of a workspace and its plans, found by id when a rule asks.

    *ids* names every plan of the workspace. *resolve* gives None where a plan cannot be resolved.
    """

    ids: tuple[str, ...]
    written: Callable[[str], Written | None]
    resolve: Callable[[str], Plan | None]
    units: Units
    kinds: Mapping[str, Kind]
    lexicon: Lexicon
    today: date
