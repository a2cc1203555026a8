"""The word lists of the phrase grammars, from their files."""

from collections.abc import Iterator, Mapping
from functools import cache

from kehoach.phrases.lexicon import Lexicon
from kehoach.reading.data.overlay import SHIPPED, Overlay
from kehoach.reading.data.wordlists import FOLDER, WordLists
from kehoach.records import dataclass

LEXICON = "schemas/lexicon"
COMMEMORATIONS = "schemas/commemorations.yaml"
SPELLING = "spelling"
HOMES = (f"{LEXICON}/", f"{FOLDER}/", COMMEMORATIONS)


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

    Workspaces that add no word list of their own share one, and what was made of it.
    """
    return _read(overlay) if any(path.startswith(HOMES) for path in overlay.own) else _shipped()


@cache
def _shipped() -> Lexicon:
    return _read(SHIPPED)


def _read(overlay: Overlay) -> Lexicon:
    """The lexicon of *overlay*; the lists of the workspace are read at once."""
    paths = {**dict(overlay.files(LEXICON, ".yaml")), "commemorations": COMMEMORATIONS, SPELLING: FOLDER}
    made = Lexicon.of(_Lists(overlay, paths))
    for name in (name for name, path in paths.items() if path in overlay.own):
        made.table(name)
    return made
