"""The pairs that two folders make, by the ids of their plans."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from kehoach.commands.comparing.contrasting import Task
from kehoach.reading.finished.opening import ENDINGS
from kehoach.reading.shelf import ENDING, FILE


def pairs(start: Path, old: str, new: str) -> tuple[Mapping[str, Task], Mapping[str, str]]:
    """The pairs of the folders *old* and *new* by id, and by id what only one of the two has."""
    olds, news = dict(_plans(start, old)), dict(_plans(start, new))
    both = {id: Task(olds[id], news[id]) for id in olds if id in news}
    return both, {id: path for id, path in sorted({**olds, **news}.items()) if id not in both}


def _plans(start: Path, folder: str) -> Iterator[tuple[str, str]]:
    """Every plan and document below *folder*: its path there without its ending, and how it is named."""
    for path in sorted((start / folder).rglob("*")):
        inside = path.relative_to(start / folder)
        hidden = any(part.startswith((".", "~$")) for part in inside.parts)
        if path.suffix.lower() in {ENDING, *ENDINGS} and path.name != Path(FILE).name and not hidden:
            yield inside.with_suffix("").as_posix(), (Path(folder) / inside).as_posix()
