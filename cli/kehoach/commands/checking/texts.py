"""The texts of files, each read when it is asked for: a report names many and shows lines of one after the other."""

from collections.abc import Iterator, Mapping

from kehoach.reading.decode import decode
from kehoach.reading.source import Source


class Texts(Mapping[str, str]):
    """Those of *files* by their names; only the last one is kept."""

    def __init__(self, source: Source, files: Mapping[str, object]) -> None:
        self._source, self._files, self._last = source, files, ("", "")

    def __getitem__(self, file: str) -> str:
        if file not in self._files:
            raise KeyError(file)
        if self._last[0] != file:
            self._last = file, decode(self._source.read(file), file)[0]
        return self._last[1]

    def __iter__(self) -> Iterator[str]:
        return iter(self._files)

    def __len__(self) -> int:
        return len(self._files)
