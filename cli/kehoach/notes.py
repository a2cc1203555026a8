"""What a person must look at in a file that the program has drafted."""

from collections.abc import Mapping

from kehoach.places import Place
from kehoach.records import dataclass, field

Path = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Note:
    """One thing to decide or to look at; *code* names its words and its group in ``drafting.toml``.

    *path* is where it stands in a new file, key by key; *place* where in a file that is there already.
    """

    code: str
    path: Path = ()
    arguments: Mapping[str, str] = field(default_factory=dict)
    place: Place | None = None
