"""Finished documents that a test makes, and how a manuscript is shown."""

from collections.abc import Callable
from pathlib import Path

import pytest

from kehoach.manuscript import Block, Manuscript
from kehoach.reading.finished import read

Reading = Callable[[bytes, str], Manuscript]


@pytest.fixture
def reading(tmp_path: Path) -> Reading:
    """What stands in a file of the given bytes and name."""

    def reader(data: bytes, name: str) -> Manuscript:
        (tmp_path / name).write_bytes(data)
        return read(tmp_path / name, name)

    return reader


@pytest.fixture(scope="session")
def shown() -> Callable[[Block], str]:
    """A block on one line: what it is in brackets, its mark, a bar, its words."""
    return _shown


def _shown(block: Block) -> str:
    looks = {"b": block.bold, "i": block.italic, "j": block.joined, "l": block.listed}
    flags = [flag for flag, on in looks.items() if on]
    flags += [f"h{block.level}"] if block.level else []
    flags += [f"n{block.note}"] if block.note else []
    flags += [f"{block.cell.table}:{block.cell.row}:{block.cell.column}"] if block.cell else []
    return (f"[{' '.join(flags)}]" if flags else "") + f"{block.mark}|{block.words.text}"
