"""The word lists of the phrase grammars, from their files."""

from collections.abc import Iterator, Mapping

from kehoach.phrases.lexicon import Lexicon
from kehoach.reading.data.overlay import Overlay
from kehoach.reading.data.wordlists import FOLDER, WordLists
from kehoach.records import dataclass

COMMEMORATIONS = "schemas/commemorations.yaml"
SPELLING = "spelling"


@dataclass(frozen=True, slots=True, eq=False)
class _Lists(Mapping[str, object]):
    """The word lists by the names of their files, each read when it is asked for."""

    overlay: Overlay
    paths: Mapping[str, str]

    def __getitem__(self, name: str) -> object:
        return WordLists(self.overlay) if name == SPELLING else self.overlay.data(self.paths[name])

    def __iter__(self) -> Iterator[str]:
        return iter(self.paths)

    def __len__(self) -> int:
        return len(self.paths)


def lexicon(overlay: Overlay) -> Lexicon:
    """The lexicon of ``schemas/lexicon/*.yaml``, the commemorations and the spelling lists.

    Those of the workspace are read at once.
    """
    paths = {**dict(overlay.files("schemas/lexicon", ".yaml")), "commemorations": COMMEMORATIONS, SPELLING: FOLDER}
    made = Lexicon.of(_Lists(overlay, paths))
    for name in (name for name, path in paths.items() if path in overlay.own):
        made.table(name)
    return made
