"""The spelling lists: text files that are too long for YAML."""

from collections.abc import Iterator, Mapping

from kehoach.reading.data.overlay import Overlay
from kehoach.records import dataclass

FOLDER = "schemas/spelling"
ENDING = ".txt"
REMARK = "#"


@dataclass(frozen=True, slots=True, eq=False)
class WordLists(Mapping[str, str]):
    """The lines of every spelling list, without remarks, by the name of its file; a workspace may add its own."""

    overlay: Overlay

    def __getitem__(self, name: str) -> str:
        lines = self.overlay.read(f"{FOLDER}/{name}{ENDING}").decode("utf-8", "replace").splitlines()
        return "\n".join(line for line in lines if line and not line.startswith(REMARK))

    def __iter__(self) -> Iterator[str]:
        return (name for name, _ in self.overlay.files(FOLDER, ENDING))

    def __len__(self) -> int:
        return sum(1 for _ in self)
