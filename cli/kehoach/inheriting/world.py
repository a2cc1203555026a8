"""What resolution needs to know besides the plans: units, kinds, words of the phrases, keys."""

from collections.abc import Mapping

from kehoach.kinds import Kind
from kehoach.language import Language
from kehoach.phrases.lexicon import Lexicon
from kehoach.records import dataclass
from kehoach.units import Units


@dataclass(frozen=True, slots=True)
class World:
    """The data of a workspace that every plan is resolved against."""

    units: Units
    kinds: Mapping[str, Kind]
    lexicon: Lexicon
    language: Language
